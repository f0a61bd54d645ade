package org.ssprprefill.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.ledger.SharedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

/**
 * Homes that earlier versions filled are taken up by this version. 1.0: two runs with
 * {@code own}, an undo, a held run, a kept plan, a run killed while it wrote, one killed
 * before. 1.1: two runs, an undo, a held run, a run killed while it wrote, a kept plan;
 * and the report of the first.
 */
class OldLedgerIT {

	private static final String FIRST = "20261130-161537-00c4";

	private static final String HELD = "20261130-161716-d049";

	private static final String KILLED = "20261130-161807-61cd";

	private static final String STAGED = "20261130-162000-0000";

	/** Kept by version 1.1. */
	private static final String PLANNED = "20261130-223008-dd13";

	private static final String HEADER = "Personeelsnummer;Naam;UPN;Mobiel;Privé e-mail;Afdeling\n";

	@TempDir
	private Path folder;

	private void layOut(String version) throws IOException, SQLException {
		Files.createDirectories(this.folder.resolve("home/simulated"));
		Files.createDirectories(this.folder.resolve("drop"));
		resource("1.0/tenant.yaml", this.folder.resolve("tenant.yaml"));
		Path tenant = this.folder.resolve("tenant.yaml").toAbsolutePath();
		resource(version + "/tenant-memory",
				this.folder.resolve("home/simulated/" + HexFormat.of().toHexDigits(tenant.hashCode())));
		secret(resource(version + "/ledger.key", this.folder.resolve("home/ledger.key")));
		Path job = resource("1.0/job.yaml", this.folder.resolve("job.yaml"));
		String url = restored(version);
		secret(Files.writeString(this.folder.resolve("password"), SharedDatabase.access().get(1)));
		Files.writeString(job,
				Files.readString(job) + "ledger: {url: '" + url + "', user: postgres, password: '${file:password}'}\n");
	}

	/** A database of its own, filled with what PostgreSQL dumped, two days old. */
	private static String restored(String version) throws IOException, SQLException {
		List<String> access = SharedDatabase.access();
		String name = "old_" + UUID.randomUUID().toString().replace('-', '_');
		try (Connection server = DriverManager.getConnection(access.get(0), "postgres", access.get(1));
				Statement statement = server.createStatement()) {
			statement.execute("create database " + name);
		}
		String url = access.get(0).replaceFirst("/[^/]+$", "/" + name);
		try (Connection database = DriverManager.getConnection(url, "postgres", access.get(1));
				Statement statement = database.createStatement();
				InputStream dump = new GZIPInputStream(open(version + "/ledger.sql.gz"))) {
			statement.execute(new String(dump.readAllBytes(), StandardCharsets.UTF_8));
			if (version.equals("1.0")) {
				statement.execute(staged());
			}
			statement.execute("update sspr_prefill.run set started_at = started_at - interval '2 days',"
					+ " finished_at = finished_at - interval '2 days'");
			statement.execute("update sspr_prefill.run set started_at = now() - interval '2 minutes', finished_at ="
					+ " now() - interval '1 minute' where id = '" + PLANNED + "'");
		}
		return url;
	}

	/** A run that was killed before it planned. */
	private static String staged() {
		return "insert into sspr_prefill.run (id, job, mode, tenant, definition, started_at) select '" + STAGED
				+ "', job, mode, tenant, definition, started_at from sspr_prefill.run where id = '" + KILLED
				+ "'; insert into sspr_prefill.staged_row (run, file, number, line, mobile, problems) select '" + STAGED
				+ "', 'n6.csv', 1, 2, value, '[]' from sspr_prefill.change limit 1";
	}

	private static InputStream open(String name) {
		return OldLedgerIT.class.getResourceAsStream("/ledger-" + name);
	}

	private static Path resource(String name, Path target) throws IOException {
		try (InputStream from = open(name)) {
			Files.copy(from, target);
		}
		return target;
	}

	private static void secret(Path file) throws IOException {
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
	}

	private Outcome give(String... arguments) {
		return Commands.give(this.folder, arguments);
	}

	private String job() {
		return this.folder.resolve("job.yaml").toString();
	}

	@Test
	void takesUpWhatVersion10LeftAndRemembersWhatItWrote() throws IOException, SQLException {
		layOut("1.0");
		assertThat(give("history", job()).out()).contains(FIRST, HELD, KILLED);
		assertThat(give("apply", HELD, "--job", job(), "--over-limit")).exitsWith(2)
			.says("and 24 are allowed. Make a new plan.");

		assertThat(give("run", job()).err()).contains("Run " + KILLED).doesNotContain("Run " + STAGED);
		assertThat(give("history", job(), "--json").out()).doesNotContain("\"outcome\":null");

		Files.writeString(this.folder.resolve("drop/new.csv"),
				HEADER + "10003;Klaas Klaassen;klaas.klaassen@contoso.com;06 12345693;;Verkoop\n");
		Outcome night = give("run", job(), "--json");
		assertThat(night).changed("10003", MethodKind.MOBILE, "own-value-changed", "confirmed");
		assertThat(night.report().checks()).anySatisfy((check) -> {
			assertThat(check.id()).isEqualTo("ledger-audit");
			assertThat(check.status()).isEqualTo("pass");
		});

		Outcome undone = give("undo", FIRST, "--job", job(), "--json");
		assertThat(undone.report().outcomes().confirmed().total()).isPositive();
		assertThat(give("doctor", job(), "--json").out()).contains("\"ledger-audit\"");
	}

	@Test
	void takesUpWhatVersion11Left() throws IOException, SQLException {
		String first = "20261130-222853-5ea3";
		String killed = "20261130-222949-7c4f";
		layOut("1.1");
		resource("1.1/n4.csv", this.folder.resolve("drop/n4.csv"));
		resource("1.1/n5.csv", this.folder.resolve("drop/n5.csv"));
		assertThat(give("history", job()).out()).contains(first, killed);
		Path report = Files.createDirectories(this.folder.resolve("reports/" + first)).resolve("report.json");
		resource("1.1/report.json", report);
		String kept = Files.readString(report);
		assertThat(give("report", first, "--job", job(), "--language", "de")).exitsWith(0).says("Abdeckung: ");
		assertThat(report).content().isEqualTo(kept);
		assertThat(report.resolveSibling("report.html")).exists();

		assertThat(give("run", job()).err()).contains("Run " + killed);
		assertThat(give("history", job(), "--json").out()).doesNotContain("\"outcome\":null");
		assertThat(give("apply", PLANNED, "--job", job())).exitsWith(2).says("was made from another job definition");
		Outcome undone = give("undo", killed, "--job", job(), "--json");
		assertThat(undone.report().outcomes().confirmed().total()).isPositive();
		assertThat(undone.report().checks()).anySatisfy((check) -> {
			assertThat(check.id()).isEqualTo("ledger-audit");
			assertThat(check.status()).isEqualTo("pass");
		});
	}

	@Test
	void refusesAnAlteredLedgerOfVersion10() throws IOException, SQLException {
		layOut("1.0");
		String password = SharedDatabase.access().get(1);
		try (Connection database = DriverManager.getConnection(url(), "postgres", password);
				Statement statement = database.createStatement()) {
			statement.execute("with two as (select * from sspr_prefill.change where run = '" + FIRST
					+ "' and kind = 'mobile' order by id limit 2) update sspr_prefill.change c set value = o.value,"
					+ " fingerprint = o.fingerprint from two o, two t where c.id = t.id and o.id <> t.id");
		}
		assertThat(give("undo", FIRST, "--job", job(), "--json")).exitsWith(7)
			.says("The ledger was altered outside this program.");
	}

	private String url() {
		try {
			return Files.readString(this.folder.resolve("job.yaml")).replaceFirst("(?s).*url: '([^']+)'.*", "$1");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
