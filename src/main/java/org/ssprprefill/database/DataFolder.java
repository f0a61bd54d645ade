package org.ssprprefill.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The data folder of the embedded server, and what a killed process can leave there: half
 * a folder, and a server left running.
 */
final class DataFolder {

	private static final long PATIENCE_SECONDS = 10;

	private final Path data;

	private final Path programs;

	DataFolder(Home home) {
		this.data = home.postgres().resolve("data");
		this.programs = home.postgres().resolve("bin");
	}

	Path path() {
		return this.data;
	}

	/** Where the server's programs are unpacked. */
	Path programs() {
		return this.programs;
	}

	/** Whether a server once started here; from then on the folder is never wiped. */
	boolean isComplete() {
		return Files.exists(marker());
	}

	/** From now on the folder is never wiped. */
	void markComplete() throws IOException {
		if (!isComplete()) {
			OwnerOnly.write(marker(), new byte[0]);
		}
	}

	// Inside the folder, so that a folder put back from a backup brings its own
	private Path marker() {
		return this.data.resolve("sspr-prefill.complete");
	}

	/**
	 * Removes what a killed first start left: programs unpacked by half, which the
	 * library would stumble over for ever, and data in which nothing was stored yet.
	 */
	void wipeIfHalfMade() throws IOException {
		if (Files.exists(this.data) && !isComplete()) {
			wipe(this.data);
		}
		if (Files.exists(this.programs)) {
			for (Path unpacked : contents(this.programs)) {
				// The library's own mark that a folder is whole
				if (!Files.exists(unpacked.resolve(".exists"))) {
					wipe(unpacked);
				}
			}
		}
	}

	private static List<Path> contents(Path folder) throws IOException {
		try (Stream<Path> contents = Files.list(folder)) {
			return contents.toList();
		}
	}

	private static void wipe(Path folder) throws IOException {
		try (Stream<Path> contents = Files.walk(folder)) {
			for (Path path : contents.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}

	/**
	 * Stops what a killed process left running on this folder: the server, and whatever
	 * was preparing it. The holder of the home's lock owns all processes that run this
	 * home's own programs; no other is touched, as the number in the server's file may
	 * belong to another process by now.
	 */
	void retireOrphans() throws IOException {
		if (Files.exists(this.programs)) {
			Optional<ProcessHandle> server = namedInPidFile().filter(runsOurPrograms());
			if (server.isPresent()) {
				stop(server.get());
			}
			for (ProcessHandle left : ProcessHandle.allProcesses().filter(runsOurPrograms()).toList()) {
				stop(left);
			}
		}
		forgetStalePidFile();
	}

	/**
	 * After a restart of a container or a machine the number of a dead server may belong
	 * to another program, for which PostgreSQL would wait for ever.
	 */
	private void forgetStalePidFile() throws IOException {
		if (namedInPidFile().filter(this::mayServeThisFolder).isEmpty()) {
			Files.deleteIfExists(this.data.resolve("postmaster.pid"));
		}
	}

	/** A server works in its data folder, and is named after its program. */
	private boolean mayServeThisFolder(ProcessHandle process) {
		Path workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
		try {
			return workingFolder.toRealPath().equals(this.data.toRealPath());
		}
		catch (IOException ex) {
			// Another user's process, or a system that does not tell
			return process.info()
				.command()
				.filter((command) -> command.matches(".*[/\\\\]postgres(\\.exe)?"))
				.isPresent();
		}
	}

	private Optional<ProcessHandle> namedInPidFile() throws IOException {
		Path pidFile = this.data.resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return Optional.empty();
		}
		// The server writes the file in one go, but a full disk can leave it empty
		return Files.readAllLines(pidFile)
			.stream()
			.findFirst()
			.filter((line) -> line.matches("\\d{1,18}"))
			.flatMap((line) -> ProcessHandle.of(Long.parseLong(line)));
	}

	private Predicate<ProcessHandle> runsOurPrograms() throws IOException {
		Path ours = this.programs.toRealPath();
		return (process) -> process.info().command().filter((command) -> Path.of(command).startsWith(ours)).isPresent();
	}

	private static void stop(ProcessHandle server) throws IOException {
		server.destroy();
		try {
			if (!ended(server)) {
				// A client is still connected; the write-ahead log keeps what was
				// committed
				server.destroyForcibly();
				ended(server);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted while the server of an earlier run stops", ex);
		}
		catch (ExecutionException ex) {
			throw new IOException("Cannot stop process " + server.pid(), ex);
		}
	}

	private static boolean ended(ProcessHandle server) throws InterruptedException, ExecutionException {
		try {
			server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
	}

}
