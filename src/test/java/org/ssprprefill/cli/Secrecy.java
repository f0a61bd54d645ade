package org.ssprprefill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.ssprprefill.ledger.SharedDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks through everything a rehearsal printed, wrote and stored for what HR's files
 * said.
 */
final class Secrecy {

	/** A cell that is written like a number; identifiers begin otherwise. */
	private static final Pattern NUMBER = Pattern.compile("(?<=^|[;,\"])[+(0][0-9 ()/.-]{8,}(?=$|[;,\"])",
			Pattern.MULTILINE);

	private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

	/** Digits that are the same in every way of writing a number. */
	private static final int TELLING = 8;

	/** Attacks with whole megabytes in a cell hold no value that anybody would take. */
	private static final int LONGEST_LINE = 2_000;

	private static final String TABLES = """
			select quote_ident(t.table_schema) || '.' || quote_ident(t.table_name), string_agg(c.column_name, ',')
			from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
			where t.table_schema not in ('pg_catalog', 'information_schema') and t.table_type = 'BASE TABLE'
			group by 1
			""";

	private final Set<String> secrets = new TreeSet<>();

	private final String tenant;

	private Secrecy(String tenant) {
		this.tenant = tenant;
	}

	/**
	 * Finds nothing of HR's numbers and addresses, or fails.
	 * @param fed the contents of HR's files
	 * @param said what was printed
	 * @param folder where everything was written
	 * @param tenant the tenant's key in the ledger
	 */
	static void check(Collection<String> fed, Collection<String> said, Path folder, String tenant) {
		Secrecy secrecy = new Secrecy(tenant);
		fed.stream().flatMap(String::lines).filter((line) -> line.length() < LONGEST_LINE).forEach(secrecy::learn);
		if (!secrecy.secrets.isEmpty()) {
			said.forEach((text) -> secrecy.assertSecret("printed", text));
			secrecy.files(folder);
			secrecy.database();
		}
	}

	/**
	 * Finds nothing of HR's numbers and addresses in files, those of a database among
	 * them, or fails.
	 * @param fed lines of HR's files
	 * @param said what was printed
	 * @param folder where everything was written
	 */
	static void checkFiles(Stream<String> fed, String said, Path folder) {
		Secrecy secrecy = new Secrecy("");
		fed.forEach(secrecy::learn);
		assertThat(secrecy.secrets).isNotEmpty();
		secrecy.assertSecret("printed", said);
		secrecy.files(folder);
	}

	private void learn(String line) {
		NUMBER.matcher(line).results().map(MatchResult::group).forEach((number) -> {
			String digits = number.replaceAll("\\D", "");
			if (digits.length() > TELLING) {
				this.secrets.add(digits.substring(digits.length() - TELLING));
			}
		});
		// An address of the tenant's own is a name that people are found by
		ADDRESS.matcher(line)
			.results()
			.map(MatchResult::group)
			.filter((address) -> !address.endsWith("contoso.com"))
			.forEach(this.secrets::add);
	}

	private void assertSecret(String where, String text) {
		assertThat(this.secrets.stream().filter(text::contains)).as(where).isEmpty();
	}

	private void files(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).filter((file) -> isOurs(folder, file)).toList()) {
				assertSecret(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
				if (file.toString().endsWith(".xlsx")) {
					assertSecret(file.toString(), inside(file));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String inside(Path workbook) throws IOException {
		StringBuilder text = new StringBuilder();
		try (ZipFile zip = new ZipFile(workbook.toFile())) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return text.toString();
	}

	/** HR's own files are as HR wrote them; the program's answers beside them are not. */
	private static boolean isOurs(Path folder, Path file) {
		String name = file.getFileName().toString();
		boolean dropped = folder.relativize(file).getName(0).toString().startsWith("drop");
		return !dropped || name.contains(".rejects.") || name.endsWith(".answer.txt");
	}

	private void database() {
		try (Connection connection = SharedDatabase.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			for (List<String> table : rows(statement, TABLES)) {
				for (List<String> row : rows(statement, query(table.get(0), List.of(table.get(1).split(","))))) {
					assertSecret(table.get(0), row.get(0) + decoded(row.get(0)));
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Only what this rehearsal wrote, as the database is everybody's. */
	private String query(String table, List<String> columns) {
		String text = "select t::text from " + table + " t";
		String ours = "'" + this.tenant.toLowerCase() + "'";
		if (columns.contains("tenant")) {
			return text + " where lower(t.tenant) = " + ours;
		}
		return columns.contains("run")
				? text + " where t.run in (select id from sspr_prefill.run where lower(tenant) = " + ours + ")"
				: text + " limit 0";
	}

	private static String decoded(String row) {
		StringBuilder texts = new StringBuilder();
		Pattern.compile("\\\\x([0-9a-f]{2,})")
			.matcher(row)
			.results()
			.map((bytes) -> bytes.group(1))
			.filter((hex) -> hex.length() % 2 == 0)
			.forEach((hex) -> texts.append(new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1)));
		return texts.toString();
	}

	private static List<List<String>> rows(Statement statement, String query) throws SQLException {
		List<List<String>> rows = new ArrayList<>();
		try (ResultSet row = statement.executeQuery(query)) {
			int columns = row.getMetaData().getColumnCount();
			while (row.next()) {
				rows.add((columns == 1) ? List.of(row.getString(1)) : List.of(row.getString(1), row.getString(2)));
			}
		}
		return rows;
	}

}
