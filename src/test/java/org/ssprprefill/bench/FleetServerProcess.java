package org.ssprprefill.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The one PostgreSQL of a fleet, from the package of Debian or Ubuntu. */
final class FleetServerProcess implements AutoCloseable {

	private final Path programs;

	private final Path folder;

	private final int port;

	private FleetServerProcess(Path programs, Path folder, int port) {
		this.programs = programs;
		this.folder = folder;
		this.port = port;
	}

	static FleetServerProcess start() throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("fleet-pg");
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
			FleetServerProcess server = new FleetServerProcess(
					versions.map((version) -> version.resolve("bin")).max(Comparator.naturalOrder()).orElseThrow(),
					folder, freePort());
			Path password = Files.writeString(folder.resolve("password"), server.password());
			if (System.getProperty("user.name").equals("root")) {
				run(List.of("chown", "-R", "postgres", folder.toString()));
			}
			server.run("initdb", "-D", server.data(), "-U", "fleet", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C",
					"--pwfile=" + password);
			server.control("start");
			return server;
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** As after a crash. */
	void restart() throws IOException, InterruptedException {
		run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
		control("start");
	}

	private void control(String what) throws IOException, InterruptedException {
		run("pg_ctl", "-D", data(), "-w", "-l", this.folder.resolve("log").toString(), "-o",
				"-p " + this.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300",
				what);
	}

	private String data() {
		return this.folder.resolve("data").toString();
	}

	String url() {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/postgres";
	}

	String password() {
		return "only-for-this-benchmark";
	}

	/** The rows of a query, cells as text. */
	List<List<String>> rows(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url(), "fleet", password());
				Statement statement = connection.createStatement();
				ResultSet answer = statement.executeQuery(sql)) {
			List<List<String>> rows = new ArrayList<>();
			while (answer.next()) {
				List<String> row = new ArrayList<>();
				for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
					row.add(String.valueOf(answer.getString(i)));
				}
				rows.add(row);
			}
			return rows;
		}
	}

	private void run(String program, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		if (System.getProperty("user.name").equals("root")) {
			command.addAll(List.of("runuser", "-u", "postgres", "--"));
		}
		command.add(this.programs.resolve(program).toString());
		command.addAll(List.of(arguments));
		run(command);
	}

	private static void run(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.directory(Path.of("/").toFile())
			.start();
		if (process.waitFor() != 0) {
			throw new IOException("It ended with " + process.exitValue() + ": " + command);
		}
	}

	@Override
	public void close() throws IOException, InterruptedException {
		run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
	}

}
