package org.ssprprefill.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A throw-away server from the PostgreSQL package of Debian or Ubuntu, for tests against
 * a server that is not ours: on loopback, behind a password, as user {@code postgres} if
 * the tests run as root.
 */
public final class DebianPostgres implements AutoCloseable {

	private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

	private final Path programs;

	private final Path folder;

	private final int port;

	private final String password = UUID.randomUUID().toString();

	private DebianPostgres(Path programs, Path folder, int port) {
		this.programs = programs;
		this.folder = folder;
		this.port = port;
	}

	/**
	 * Starts a server.
	 * @return the server, or nothing if the package is not installed
	 */
	public static Optional<DebianPostgres> start() {
		try {
			Optional<Path> programs = programs();
			if (programs.isEmpty()) {
				return Optional.empty();
			}
			DebianPostgres server = new DebianPostgres(programs.get(), Files.createTempDirectory("pg"), freePort());
			server.launch();
			return Optional.of(server);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<Path> programs() throws IOException {
		if (!Files.isDirectory(PACKAGES)) {
			return Optional.empty();
		}
		try (Stream<Path> versions = Files.list(PACKAGES)) {
			return versions.map((version) -> version.resolve("bin"))
				.filter((bin) -> Files.isExecutable(bin.resolve("initdb")))
				.max(Comparator.naturalOrder());
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void launch() throws IOException {
		Path passwordFile = Files.writeString(this.folder.resolve("password"), this.password);
		if (isRoot()) {
			run(List.of("chown", "-R", "postgres", this.folder.toString()));
		}
		runAsServer("initdb", "-D", data(), "-U", user(), "-A", "scram-sha-256", "-E", "UTF8", "--locale=C",
				"--pwfile=" + passwordFile);
		control("start");
	}

	private void control(String... command) throws IOException {
		List<String> arguments = new ArrayList<>(
				List.of("-D", data(), "-w", "-l", this.folder.resolve("log").toString(), "-o",
						"-p " + this.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -F"));
		arguments.addAll(List.of(command));
		runAsServer("pg_ctl", arguments.toArray(String[]::new));
	}

	/** Starts the server again after {@link #stop}. */
	public void launchAgain() {
		try {
			control("start");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Restarts the server as after a crash. */
	public void restart() {
		stop();
		launchAgain();
	}

	/** Stops the server as a crash would. */
	public void stop() {
		try {
			control("-m", "immediate", "stop");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Lets the server offer TLS from now on.
	 * @throws IOException if the server does not take them
	 */
	void offerTls(Path key, Path certificate) throws IOException {
		Path data = this.folder.resolve("data");
		Path file = this.folder.resolve("data/server.key");
		Files.copy(key, file);
		Files.copy(certificate, this.folder.resolve("data/server.crt"));
		Files.writeString(data.resolve("postgresql.conf"), "\nssl = on\n", StandardOpenOption.APPEND);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		if (isRoot()) {
			run(List.of("chown", "postgres", file.toString(), this.folder.resolve("data/server.crt").toString()));
		}
		control("-m", "fast", "restart");
	}

	/**
	 * The address of the server's first database.
	 * @return a JDBC URL without user and password
	 */
	public String jdbcUrl() {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/postgres";
	}

	/**
	 * The address of another database.
	 * @param database its name
	 * @return a JDBC URL without user and password
	 */
	public String jdbcUrl(String database) {
		return jdbcUrl().replaceFirst("postgres$", database);
	}

	/**
	 * Asks a database.
	 * @param database its name
	 * @param sql a query, or a statement with {@code returning}
	 * @return the first column of the first row, as text
	 * @throws SQLException if there is no answer
	 */
	public String ask(String database, String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(jdbcUrl(database), user(), password());
				Statement statement = connection.createStatement();
				ResultSet answer = statement.executeQuery(sql)) {
			answer.next();
			return answer.getString(1);
		}
	}

	/**
	 * Creates another database.
	 * @param name its name
	 * @throws SQLException if it cannot be created
	 */
	public void createDatabase(String name) throws SQLException {
		try (Connection connection = DriverManager.getConnection(jdbcUrl(), user(), password());
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name + " template template0 encoding 'UTF8'");
		}
	}

	/**
	 * The superuser.
	 * @return its name
	 */
	public String user() {
		return "owner";
	}

	/**
	 * The superuser's password.
	 * @return a new one for every server
	 */
	public String password() {
		return this.password;
	}

	/** Stops the server and removes its files. */
	@Override
	public void close() {
		try {
			control("-m", "immediate", "stop");
			try (Stream<Path> files = Files.walk(this.folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String data() {
		return this.folder.resolve("data").toString();
	}

	private static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	private void runAsServer(String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
		command.add(this.programs.resolve(program).toString());
		command.addAll(List.of(arguments));
		run(command);
	}

	private void run(List<String> command) throws IOException {
		Process process = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			if (process.waitFor() != 0) {
				throw new IOException(String.join(" ", command) + " failed");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException(ex);
		}
	}

}
