package org.ssprprefill.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The data folder of the embedded server, and the two things a killed process can leave
 * there: half a folder, and a server that nobody stops.
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

	/** Removes what a killed first start left; nothing was ever stored in it. */
	void wipeIfHalfMade() throws IOException {
		if (!Files.exists(this.data) || isComplete()) {
			return;
		}
		try (Stream<Path> contents = Files.walk(this.data)) {
			for (Path path : contents.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(path);
			}
		}
	}

	/**
	 * Stops the server that a killed process left running on this folder. Only a process
	 * that runs this home's own programs is stopped: the number may belong to somebody
	 * else by now.
	 */
	void retireOrphan() throws IOException {
		Optional<ProcessHandle> orphan = serverProcess();
		if (orphan.isPresent()) {
			stop(orphan.get());
		}
	}

	private Optional<ProcessHandle> serverProcess() throws IOException {
		Path pidFile = this.data.resolve("postmaster.pid");
		if (!Files.exists(pidFile) || !Files.exists(this.programs)) {
			return Optional.empty();
		}
		List<String> lines = Files.readAllLines(pidFile);
		// Written in one go by the server, but a full disk can leave it empty
		if (lines.isEmpty() || !lines.get(0).matches("\\d{1,18}")) {
			return Optional.empty();
		}
		Path ours = this.programs.toRealPath();
		return ProcessHandle.of(Long.parseLong(lines.get(0)))
			.filter((process) -> process.info().command().map(Path::of).filter((it) -> runs(it, ours)).isPresent());
	}

	private static boolean runs(Path command, Path ours) {
		String name = String.valueOf(command.getFileName());
		return command.startsWith(ours) && (name.equals("postgres") || name.equals("postgres.exe"));
	}

	private static void stop(ProcessHandle server) throws IOException {
		server.destroy();
		try {
			if (!ended(server)) {
				// Somebody is still connected; the write-ahead log keeps what was
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
