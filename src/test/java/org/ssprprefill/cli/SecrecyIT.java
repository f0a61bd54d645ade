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
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.ssprprefill.ledger.SharedDatabase;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;
import org.ssprprefill.simulator.FaultTrigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.contact.MethodKind.EMAIL;
import static org.ssprprefill.contact.MethodKind.MOBILE;

/** Contact values, tokens and secrets appear nowhere in clear. */
@ExtendWith(Rehearsals.class)
class SecrecyIT {

	/** Parts that are in every way of writing these values. */
	private static final List<String> SECRETS = List.of("13579241", "135 792 41", "13579242", "13579243", "13579244",
			"clandestine", "13579245", "13579246");

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final List<String> said = new ArrayList<>();

	private final Rehearsal rehearsal = Rehearsal
		.of(tenant(user("E1"), user("E2"), user("E3").withMethod(MOBILE, "+31 613579244"),
				user("E4").withMethod(EMAIL, "clandestine.four@example.org"), user("E5")))
		.with("methods.mobile", "replace")
		.with("methods.email", "own")
		.feed("E1;06 135 792 41;clandestine.one@example.org", "E2;+31 6 13579242;clandestine two",
				"E3;06-13579243;clandestine@contoso.com", "E4;0613579245 of 0613579246;clandestine.other@example.org",
				"E5;06 13579242;clandestine.one@example.org");

	@BeforeEach
	void listen() {
		this.root.setLevel(Level.WARN);
		this.log.start();
		this.root.addAppender(this.log);
	}

	@AfterEach
	void leave() {
		this.root.detachAppender(this.log);
		this.root.setLevel(Level.ERROR);
	}

	@Test
	void showsNoContactValueAndNoSecretAnywhere() throws SQLException {
		this.rehearsal.suffering(FaultScript.none()
			.on(FaultTrigger.on("POST", "emailMethods").batchItems().nth(1), Fault.refuse(400, "badRequest")));
		Outcome plan = hear(this.rehearsal.plan());
		Outcome night = hear(this.rehearsal.apply(plan));
		hear(this.rehearsal.command("run", this.rehearsal.jobFile()));
		hear(this.rehearsal.verify());
		hear(this.rehearsal.command("report", night.report().run().id()));
		hear(this.rehearsal.command("history", this.rehearsal.jobFile()));
		for (String person : List.of("E1", "E3", "E4")) {
			hear(this.rehearsal.command("explain", this.rehearsal.jobFile(), person, "--operator", "e2@contoso.com"));
			hear(this.rehearsal.launch("explain", this.rehearsal.jobFile(), person));
		}
		hear(this.rehearsal.undo(night, "--dry-run"));
		Outcome undo = hear(this.rehearsal.undo(night));
		assertThat(night.written()).isNotEmpty();
		assertThat(undo.written()).isNotEmpty();
		assertThat(staged(plan, night)).containsExactly("0");
		List<Path> files = files();
		List<String> database = database();
		for (String secret : secrets()) {
			assertThat(this.said).noneMatch((text) -> text.contains(secret));
			assertThat(logged()).noneMatch((text) -> text.contains(secret));
			assertThat(files).noneMatch((file) -> content(file).contains(secret));
			String bytes = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
			assertThat(database).isNotEmpty().noneMatch((row) -> row.contains(secret) || row.contains(bytes));
		}
	}

	/** HR's rows are gone when a run has ended. */
	private static List<String> staged(Outcome plan, Outcome night) throws SQLException {
		try (Connection connection = SharedDatabase.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			return texts(statement, "select count(*)::text from sspr_prefill.staged_row where run in ('"
					+ plan.report().run().id() + "', '" + night.report().run().id() + "')");
		}
	}

	private Outcome hear(Outcome outcome) {
		this.said.add(outcome.out());
		this.said.add(outcome.err());
		return outcome;
	}

	private List<String> secrets() {
		List<String> secrets = new ArrayList<>(SECRETS);
		secrets.add(content(this.rehearsal.folder().resolve("token")));
		secrets.add(content(this.rehearsal.folder().resolve("database-password")));
		secrets.add(content(this.rehearsal.folder().resolve("home/ledger.key")).strip());
		return secrets;
	}

	private List<String> logged() {
		return this.log.list.stream()
			.map((event) -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
			.toList();
	}

	/** Everything the program wrote; HR's own files and the key are none of it. */
	private List<Path> files() {
		try (Stream<Path> files = Files.walk(this.rehearsal.folder())) {
			List<Path> written = files.filter(Files::isRegularFile)
				.filter((file) -> !file.getFileName().toString().equals("hr.csv"))
				.filter((file) -> !file.getParent().equals(this.rehearsal.folder()))
				.filter((file) -> !file.endsWith("home/ledger.key"))
				.toList();
			assertThat(written).anyMatch((file) -> file.endsWith("people.csv"))
				.anyMatch((file) -> file.endsWith("hr.csv.rejects.csv"))
				.anyMatch((file) -> file.startsWith(this.rehearsal.folder().resolve("home")));
			return written;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String content(Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Every row of every table as text. */
	private static List<String> database() throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Connection connection = SharedDatabase.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			for (String table : texts(statement, "select quote_ident(schemaname) || '.' || quote_ident(tablename) "
					+ "from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")) {
				rows.addAll(texts(statement, "select t::text from " + table + " t"));
			}
		}
		return rows;
	}

	private static List<String> texts(Statement statement, String query) throws SQLException {
		List<String> texts = new ArrayList<>();
		try (ResultSet row = statement.executeQuery(query)) {
			while (row.next()) {
				texts.add(row.getString(1));
			}
		}
		return texts;
	}

}
