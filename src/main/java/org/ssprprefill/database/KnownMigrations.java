package org.ssprprefill.database;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import javax.sql.DataSource;

import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The migrations that this program holds, to see on an ordinary night, by one statement,
 * that a database has seen exactly those. Whatever else is found, or not understood, is
 * for Flyway to judge.
 */
final class KnownMigrations {

	/** Asked so that the answer is never an error, which would spoil the transaction. */
	private static final String READABLE = """
			select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
			where n.nspname = ? and c.relname = 'flyway_schema_history'
			and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')
			""";

	private static final String SEEN = """
			select script, case when success then coalesce(checksum::text, 'null') else 'failed' end as met from\s""";

	private final Map<String, String> checksums;

	private KnownMigrations(Map<String, String> checksums) {
		this.checksums = checksums;
	}

	/**
	 * The migrations of a folder of the class path.
	 * @param folder the folder
	 * @param code migrations that are classes
	 */
	static KnownMigrations of(String folder, JavaMigration... code) {
		Map<String, String> checksums = new TreeMap<>();
		try {
			for (String script : scripts(folder)) {
				checksums.put(script, Integer.toString(checksum(folder + "/" + script)));
			}
		}
		catch (IOException ex) {
			// Flyway says what is wrong with the folder
			return new KnownMigrations(Map.of());
		}
		for (JavaMigration migration : code) {
			checksums.put(migration.getClass().getName(), String.valueOf(migration.getChecksum()));
		}
		return new KnownMigrations(checksums);
	}

	private static List<String> scripts(String folder) throws IOException {
		URL url = url(folder);
		URLConnection connection = url.openConnection();
		if (connection instanceof JarURLConnection jar) {
			String inside = folder + "/";
			return jar.getJarFile()
				.stream()
				.map((entry) -> entry.getName())
				.filter((name) -> name.startsWith(inside) && name.endsWith(".sql"))
				.map((name) -> name.substring(inside.length()))
				.toList();
		}
		try (Stream<Path> files = Files.list(Path.of(URI.create(url.toString())))) {
			return files.map((file) -> file.getFileName().toString()).filter((name) -> name.endsWith(".sql")).toList();
		}
	}

	private static URL url(String name) throws FileNotFoundException {
		return Optional.ofNullable(KnownMigrations.class.getClassLoader().getResource(name))
			.orElseThrow(() -> new FileNotFoundException(name));
	}

	/** Flyway's: of the lines without their ends. */
	private static int checksum(String script) throws IOException {
		CRC32 sum = new CRC32();
		try (InputStream in = url(script).openStream();
				BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
			lines.lines().forEach((line) -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
		}
		return (int) sum.getValue();
	}

	/**
	 * Whether a schema has seen all of them, each unchanged and to its end, and nothing
	 * else.
	 * @param source the database
	 * @param schema the schema
	 * @return false where it has not, and where that cannot be told
	 */
	boolean areAllIn(DataSource source, String schema) {
		try (Connection connection = source.getConnection()) {
			return isReadable(connection, schema) && this.checksums.equals(seen(connection, schema));
		}
		catch (SQLException ex) {
			throw new LedgerException(
					DatabaseTrouble.of(ex)
						.orElse("The tables of the ledger cannot be looked at (SQL state " + ex.getSQLState() + ")."),
					ex);
		}
	}

	private static boolean isReadable(Connection connection, String schema) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(READABLE)) {
			statement.setString(1, schema);
			try (ResultSet row = statement.executeQuery()) {
				return row.next();
			}
		}
	}

	private static Map<String, String> seen(Connection connection, String schema) throws SQLException {
		String history = '"' + schema.replace("\"", "\"\"") + "\".flyway_schema_history";
		Map<String, String> seen = new TreeMap<>();
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(SEEN + history + " where type <> 'SCHEMA'")) {
			while (rows.next()) {
				// One that is there twice is for Flyway to judge, too
				seen.merge(rows.getString("script"), rows.getString("met"), (one, other) -> one + " " + other);
			}
		}
		return seen;
	}

}
