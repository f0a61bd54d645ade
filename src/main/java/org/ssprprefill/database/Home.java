package org.ssprprefill.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The home folder: the embedded database, the ledger's key, the lock against a second
 * process, and which job file each run came from.
 */
public final class Home {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]*[A-Za-z0-9_-][A-Za-z0-9._-]*");

	private static final String TENANTS = "tenants";

	private static final String RUNS = "runs";

	private final Path folder;

	private Home(Path folder) {
		this.folder = folder;
	}

	/**
	 * Which folder is the home: the option, else {@code SSPR_PREFILL_HOME}, else
	 * {@code .sspr-prefill} in the user's home.
	 * @param option the folder given with {@code --home}
	 * @param environment looks up an environment variable
	 * @param userHome the user's home folder in the system's list of accounts
	 * @return the home, created if need be
	 * @throws LedgerException if it can be neither created nor written
	 */
	public static Home resolve(Optional<Path> option, Function<String, Optional<String>> environment, Path userHome) {
		return at(chosen(option, environment).orElseGet(() -> usual(environment, userHome)));
	}

	/**
	 * The home that was named: the option, else {@code SSPR_PREFILL_HOME}.
	 * @param option the folder given with {@code --home}
	 * @param environment looks up an environment variable
	 * @return the folder, which need not exist
	 */
	public static Optional<Path> chosen(Optional<Path> option, Function<String, Optional<String>> environment) {
		return option
			.or(() -> environment.apply("SSPR_PREFILL_HOME").filter((value) -> !value.isBlank()).map(Path::of));
	}

	/**
	 * Where the home is if none was named: below {@code HOME}, as for other programs,
	 * else below what the system's list of accounts says.
	 * @param environment looks up an environment variable
	 * @param userHome the user's home folder in that list
	 * @return the folder, which need not exist
	 */
	public static Path usual(Function<String, Optional<String>> environment, Path userHome) {
		return environment.apply("HOME")
			.filter((home) -> !home.isBlank())
			.map(Path::of)
			.orElse(userHome)
			.resolve(".sspr-prefill");
	}

	/**
	 * The home at a folder; a new folder is for its owner only (mode 0700 on POSIX).
	 * @param folder where
	 * @return the home
	 * @throws LedgerException if it can be neither created nor written
	 */
	public static Home at(Path folder) {
		Path place = folder.toAbsolutePath().normalize();
		if (Files.exists(place) && !Files.isDirectory(place)) {
			throw new LedgerException(unusable(place, "it is a file, not a folder"));
		}
		try {
			OwnerOnly.createFolder(place);
			OwnerOnly.createFolder(place.resolve(RUNS));
		}
		catch (IOException ex) {
			throw new LedgerException(unusable(place, "it cannot be created or written"), ex);
		}
		if (!Files.isWritable(place)) {
			throw new LedgerException(unusable(place, "it cannot be written"));
		}
		return new Home(place);
	}

	/**
	 * The home of one tenant of a fleet, within this one.
	 * @param name its folder's name
	 * @return the home, created if need be
	 * @throws LedgerException if it can be neither created nor written
	 */
	public Home tenant(String name) {
		return at(this.folder.resolve(TENANTS).resolve(name));
	}

	private static String unusable(Path place, String why) {
		return "The home folder " + place + " cannot be used: " + why
				+ ". Give your user the right to write there, or name another folder with --home.";
	}

	/**
	 * The folder itself.
	 * @return an absolute path
	 */
	public Path folder() {
		return this.folder;
	}

	/**
	 * The folder of the embedded server: its programs and its data.
	 * @return an absolute path
	 */
	public Path postgres() {
		return this.folder.resolve("postgres");
	}

	/**
	 * The file with the ledger's key, if no key is given in the job definition.
	 * @return an absolute path
	 */
	public Path keyFile() {
		return this.folder.resolve("ledger.key");
	}

	/**
	 * The file whose lock the process that owns the embedded server holds.
	 * @return an absolute path
	 */
	public Path lockFile() {
		return this.folder.resolve("lock");
	}

	/**
	 * The file whose lock the process that may write to a tenant holds; its folder
	 * exists.
	 * @param tenant the tenant's key
	 * @return an absolute path
	 * @throws LedgerException if the folder cannot be created
	 */
	Path lockOf(String tenant) {
		Path locks = this.folder.resolve("locks");
		try {
			OwnerOnly.createFolder(locks);
		}
		catch (IOException ex) {
			throw new LedgerException(unusable(locks, "it cannot be created"), ex);
		}
		return locks.resolve(UUID.nameUUIDFromBytes(tenant.getBytes(StandardCharsets.UTF_8)).toString());
	}

	/**
	 * Where a simulated tenant remembers what was written to it; its folder exists.
	 * @param name the file's name: letters, digits, dots, hyphens and underscores
	 * @return an absolute path
	 * @throws LedgerException if the name has other characters or the folder cannot be
	 * created
	 */
	public Path simulated(String name) {
		Path folderOfSimulators = this.folder.resolve("simulated");
		try {
			OwnerOnly.createFolder(folderOfSimulators);
		}
		catch (IOException ex) {
			throw new LedgerException(unusable(folderOfSimulators, "it cannot be created"), ex);
		}
		return folderOfSimulators.resolve(checked(name, "simulated tenant"));
	}

	/**
	 * Remembers which job definition a run belongs to, so that later verbs need only the
	 * run's id.
	 * @param runId letters, digits, dots, hyphens and underscores
	 * @param jobFile the job definition
	 * @throws LedgerException if the id has other characters or the note cannot be
	 * written
	 */
	public void rememberRun(String runId, Path jobFile) {
		Path note = noteOf(runId);
		try {
			OwnerOnly.write(note, jobFile.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new LedgerException(
					"Cannot note run " + runId + " in " + note + ". Check free space and the right to write there.",
					ex);
		}
	}

	/**
	 * The job definition a run belongs to.
	 * @param runId letters, digits, dots, hyphens and underscores
	 * @return its absolute path, or nothing if this home, with those of a fleet's tenants
	 * in it, never saw the run or saw two of that id
	 * @throws LedgerException if the id has other characters or the note cannot be read
	 */
	public Optional<Path> jobFileOf(String runId) {
		Path note = noteOf(runId);
		List<Path> notes = Files.exists(note) ? List.of(note) : notesOfTenants(runId);
		return (notes.size() == 1) ? Optional.of(read(notes.get(0))) : Optional.empty();
	}

	private List<Path> notesOfTenants(String runId) {
		Path tenants = this.folder.resolve(TENANTS);
		if (!Files.isDirectory(tenants)) {
			return List.of();
		}
		try (Stream<Path> homes = Files.list(tenants)) {
			return homes.map((home) -> home.resolve(RUNS).resolve(runId)).filter(Files::exists).toList();
		}
		catch (IOException ex) {
			throw unreadable(tenants, ex);
		}
	}

	private static Path read(Path note) {
		try {
			return Path.of(Files.readString(note).strip());
		}
		catch (IOException ex) {
			throw unreadable(note, ex);
		}
	}

	private static LedgerException unreadable(Path place, IOException cause) {
		return new LedgerException("Cannot read " + place + ". Check the right to read it.", cause);
	}

	private Path noteOf(String runId) {
		return this.folder.resolve(RUNS).resolve(checked(runId, "run"));
	}

	private static String checked(String name, String what) {
		if (!NAME.matcher(name).matches()) {
			throw new LedgerException("'" + name + "' is not the name of a " + what
					+ ": it may hold letters, digits, dots, hyphens and underscores only.");
		}
		return name;
	}

	@Override
	public String toString() {
		return this.folder.toString();
	}

}
