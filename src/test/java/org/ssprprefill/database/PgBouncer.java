package org.ssprprefill.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/**
 * A throw-away pooler from Debian's package in front of a {@link DebianPostgres}, set up
 * as it comes: on loopback, as user {@code postgres} if the tests run as root.
 */
public final class PgBouncer implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

	private final Path folder;

	private final int port;

	private final Process process;

	private PgBouncer(Path folder, int port, Process process) {
		this.folder = folder;
		this.port = port;
		this.process = process;
	}

	/**
	 * Whether the package is installed.
	 * @return {@code false} where tests must do without
	 */
	public static boolean isInstalled() {
		return Files.isExecutable(PROGRAM);
	}

	/**
	 * Starts a pooler.
	 * @param server the server behind it
	 * @param mode {@code session}, {@code transaction} or {@code statement}
	 * @return the pooler, ready for connections
	 */
	public static PgBouncer start(DebianPostgres server, String mode) {
		try {
			Path folder = Files.createTempDirectory("pgbouncer");
			int port = freePort();
			String address = server.jdbcUrl().replaceAll(".*//([^/]*)/.*", "$1");
			Files.writeString(folder.resolve("users"), "\"" + server.user() + "\" \"" + server.password() + "\"\n");
			Path settings = Files.writeString(folder.resolve("pgbouncer.ini"), """
					[databases]
					* = host=%s port=%s
					[pgbouncer]
					listen_addr = 127.0.0.1
					listen_port = %d
					unix_socket_dir =
					auth_type = scram-sha-256
					auth_file = %s
					auth_user = %s
					logfile = %s
					pool_mode = %s
					""".formatted(address.split(":")[0], address.split(":")[1], port, folder.resolve("users"),
					server.user(), folder.resolve("log"), mode));
			PgBouncer pooler = new PgBouncer(folder, port, launch(folder, settings));
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(pooler::answers);
			return pooler;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Process launch(Path folder, Path settings) throws IOException {
		List<String> command = new ArrayList<>();
		if ("root".equals(System.getProperty("user.name"))) {
			new ProcessBuilder("chown", "-R", "postgres", folder.toString()).start().onExit().join();
			command.addAll(List.of("runuser", "-u", "postgres", "--"));
		}
		command.addAll(List.of(PROGRAM.toString(), "-q", settings.toString()));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
	}

	private boolean answers() {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			return socket.isConnected();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/**
	 * The address of a database behind the pooler.
	 * @param database its name
	 * @return a JDBC URL without user and password
	 */
	public String jdbcUrl(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	/** Stops the pooler and removes its files. */
	@Override
	public void close() {
		Optional<ProcessHandle> inner = this.process.descendants().findFirst();
		inner.ifPresent(ProcessHandle::destroy);
		this.process.destroy();
		this.process.onExit().join();
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
