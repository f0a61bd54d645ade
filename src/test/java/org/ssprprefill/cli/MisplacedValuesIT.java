package org.ssprprefill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.ledger.SharedDatabase;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

/** Shifted rows and swapped cells: nothing of them is taken, and nobody reads them. */
@ExtendWith(Rehearsals.class)
class MisplacedValuesIT {

	private static final String HEADER = "Id;Upn;Name;Group;Country;Mobile;Email\n";

	private static final List<String> CLEAR = List.of("12345671", "1234 5672", "12345673", "kim.private@example.org",
			"lou.private@example.org", "sam.private@gmail.com", "12345674", "pat.private@example.org", "12345602");

	private static final String ROWS = """
			0612345671;e1@contoso.com;Eva;Sales;NL;E1;
			E2;e2@contoso.com;06 1234 5672;Sales;NL;;
			E3;e3@contoso.com;Kim;+31612345673;NL;;
			E4;kim.private@example.org;Kim;Sales;NL;;e4@contoso.com
			E5;e5@contoso.com;Lou;lou.private@example.org;NL;06 12345675;
			E6;sam.private@gmail.com;Sam;Sales;NL;06 12345676;
			E7;e7@contoso.com;Ada;Sales;n/a;06 12345677;ada@example.org
			E8;e8@contoso.com;Ben;Sales;DE;0171 3920008;
			E9;e9@contoso.com;Kim;Abt. 0612345674;NL;;
			E10;e10@contoso.com;Jansen, pat.private@example.org;Sales;NL;06 12345679;
			E11;e11@contoso.com;Kim;tel: +31 6 12345602;NL;;
			""";

	private final JdbcTemplate jdbc = new JdbcTemplate(SharedDatabase.dataSource());

	private final Rehearsal rehearsal = Rehearsal
		.of(tenant(user("E1"), user("E2"), user("E3"), user("E4"), user("E5"), user("E6"), user("E7"), user("E8"),
				user("E9"), user("E10"), user("E11")))
		.with("tenant.id", "contoso.com")
		.with("feed.columns.user-principal-name", "Upn")
		.with("feed.columns.name", "Name")
		.with("feed.columns.group", "Group")
		.with("feed.columns.country", "Country")
		.with("match.by", "[employee-id, user-principal-name]")
		.with("limits.rejected-percent", "90")
		.file("hr.csv", HEADER + ROWS);

	@Test
	void rejectsTheRowsAndShowsNoValueInClear() throws IOException {
		Path feed = this.rehearsal.folder().resolve("drop/hr.csv");
		Outcome checked = this.rehearsal.command("check", "--job", this.rehearsal.jobFile(), feed.toString());
		Outcome told = this.rehearsal.launch("check", "--job", this.rehearsal.jobFile(), feed.toString());
		Outcome night = this.rehearsal.run();
		assertThat(night).exitsWith(4)
			.wroteExactly("e7 mobile", "e7 email", "e8 mobile")
			.foundProblem("misplaced-value", 9);
		assertThat(night.csv("rejects.csv").toString()).contains("+31 6••••••71", "+31 6••••••72");
		assertThat(checked.out() + checked.err() + told.out() + told.err()).contains("misplaced-value")
			.doesNotContain(CLEAR);
		assertThat(written(night.folder())).doesNotContain(CLEAR);
		for (String table : List.of("decision", "row_problem", "verdict", "change", "staged_row", "run", "feed_file")) {
			assertThat(this.jdbc.queryForList("select * from sspr_prefill." + table).toString()).as(table)
				.doesNotContain(CLEAR);
		}
	}

	@Test
	void countsAcceptedNumbersByCountryCodeInCheckAndReportAlike() {
		Path feed = this.rehearsal.folder().resolve("drop/hr.csv");
		Outcome told = this.rehearsal.launch("check", "--job", this.rehearsal.jobFile(), feed.toString());
		assertThat(JsonMapper.shared().readTree(told.out()).get("phonesByCode").toString())
			.isEqualTo("{\"+31\":1,\"+49\":1}");
		Outcome checked = this.rehearsal.command("check", "--job", this.rehearsal.jobFile(), feed.toString());
		assertThat(checked.out()).containsPattern("country\\s+code: \\+31\\s+1 \\(100%\\s+in\\s+national\\s+form\\)");
		Outcome planned = this.rehearsal.plan();
		assertThat(planned.report().feed().phonesByCode()).containsOnlyKeys("+31", "+49").containsEntry("+49", 1);
		assertThat(planned.file("report.html")).contains("Accepted phone numbers by country code");
		Outcome applied = this.rehearsal.apply(planned);
		assertThat(applied.report().feed().phonesByCode()).isEqualTo(planned.report().feed().phonesByCode());
	}

	private static String written(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map((file) -> file + read(file)).reduce("", String::concat);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
