package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;

/** {@code check}, and that it says of every row what a run says. */
@ExtendWith(Rehearsals.class)
class CheckIT {

	private static final String HEADER = "Id;Mobile;Email;Work;Land\n";

	private static final String[] MOBILES = { "06 12345601", "06 12345602", "+31 6 12345603", "", "call me", "06 123",
			"3.16E+10", "06 12345604 ext 5", "0900 1234" };

	private static final String[] EMAILS = { "one@example.org", "two@example.org", "Two@Example.org", "",
			"nobody at home", "three@contoso.com", "four@example.org", "five@example.org" };

	private final Random random = new Random(20261125);

	@Test
	void agreesWithARunRowForRow() throws IOException {
		Rehearsal rehearsal = rehearsal();
		rehearsal.file("b.csv", HEADER + rows(80) + "P1;06 27777771;one.more@example.org;;\n");
		rehearsal.file("a.csv", HEADER + rows(80) + "P2;+31627777771;One.More@example.org;;\n");
		rehearsal.file("ä.csv", HEADER + rows(80));
		rehearsal.file("c.csv", HEADER + "E1;06 12345601;\"one@example.org\nE2;;;\n");
		rehearsal.file("d.csv", "<html></html>");
		Path drop = rehearsal.folder().resolve("drop");
		String[] command = { "check", "--job", rehearsal.jobFile(), drop.resolve("b.csv").toString(),
				drop.resolve("a.csv").toString(), drop.resolve("d.csv").toString(), drop.resolve("c.csv").toString(),
				drop.resolve("ä.csv").toString() };
		Outcome checked = rehearsal.launch(command);
		Outcome night = rehearsal.plan();
		JsonNode answer = json(checked);
		assertThat(checked.exitCode()).isEqualTo(7);
		assertThat(problems(answer)).hasSizeGreaterThan(100).isEqualTo(rejects(night));
		JsonNode report = json(night).get("feed");
		assertThat(answer.get("problems")).isEqualTo(report.get("problems"));
		assertThat(answer.get("problems").propertyNames()).contains("duplicate-row", "conflicting-rows", "phone-shared",
				"email-shared", "email-own-domain", "no-key", "columns-mismatch");
		assertThat(files(answer)).isEqualTo(files(report));
		for (JsonNode file : answer.get("files")) {
			long accepted = rows(answer).stream()
				.filter((row) -> row.get("file").equals(file.get("name")))
				.filter((row) -> row.get("verdict").asString().equals("accepted"))
				.count();
			assertThat(file.get("accepted").asLong()).isEqualTo(accepted);
		}
		assertThat(rows(answer)).hasSize(266);
	}

	private String rows(int count) {
		StringBuilder rows = new StringBuilder();
		for (int i = 0; i < count; i++) {
			String id = (this.random.nextInt(20) == 0) ? "" : "E" + this.random.nextInt(400);
			String mobile = this.random.nextBoolean() ? "06 2" + (1000000 + this.random.nextInt(9000000))
					: MOBILES[this.random.nextInt(MOBILES.length)];
			String email = EMAILS[this.random.nextInt(EMAILS.length)];
			String rest = (this.random.nextInt(30) == 0) ? ";;;x;y" : ";;";
			String row = id + ";" + mobile + ";" + email + rest + "\n";
			// Most people whom HR names twice have the same values twice
			rows.append((i % 10 == 9) ? row + row : row);
		}
		return rows.toString();
	}

	private static Rehearsal rehearsal() {
		// A domain that names the tenant is known without asking it
		return Rehearsal.of(tenant(user("E1"), user("E2"), user("E3")))
			.with("tenant.id", "contoso.com")
			.with("methods.office", "missing")
			.with("feed.columns.office", "Work");
	}

	private static List<String> problems(JsonNode answer) {
		List<String> problems = new ArrayList<>();
		for (JsonNode row : answer.get("rows")) {
			for (JsonNode problem : row.get("problems")) {
				problems.add(row.get("file").asString() + ":" + row.get("line") + ":" + problem.get("column").asString()
						+ ":" + problem.get("problem").asString());
			}
		}
		return problems;
	}

	private static List<String> rejects(Outcome night) {
		return night.csv("rejects.csv")
			.stream()
			.map((line) -> line.get("file") + ":" + line.get("line") + ":" + line.get("column") + ":"
					+ line.get("problem"))
			.toList();
	}

	private static List<Map<String, String>> files(JsonNode feed) {
		List<Map<String, String>> files = new ArrayList<>();
		for (JsonNode file : feed.get("files")) {
			files.add(Map.of("name", file.get("name").asString(), "sha256", file.get("sha256").asString(), "charset",
					file.get("charset").asString(), "delimiter", file.get("delimiter").asString(), "rows",
					file.get("rows").toString(), "accepted", file.get("accepted").toString(), "rejected",
					file.get("rejected").toString(), "because", file.get("refusedBecause").asString("")));
		}
		return files;
	}

	private static List<JsonNode> rows(JsonNode answer) {
		return answer.get("rows").values().stream().toList();
	}

	private static JsonNode json(Outcome outcome) {
		return JsonMapper.shared().readTree(outcome.out());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{simulated: absent.yaml}", "{simulated: '${SSPR_NOT_SET}'}",
			"{id: '${SSPR_NOT_SET}', client-id: '${SSPR_NOT_SET}', client-secret: '${SSPR_NOT_SET}'}" })
	void needsNeitherTenantNorDatabaseNorHomeNorSecrets(String tenant) throws IOException {
		Path folder = Files.createTempDirectory("check");
		Path job = Files.writeString(folder.resolve("job.yaml"), "tenant: " + tenant + "\n" + """
				feed: {drop: drop, columns: {employee-id: Id, mobile: Mobile}, default-country: NL}
				ledger: {url: 'jdbc:postgresql://db.example/none', key: "${file:none}"}
				""");
		Path file = Files.writeString(folder.resolve("hr.csv"), "Id;Mobile\nE1;06 12345601\n");
		Outcome outcome = Commands.give(folder, "check", file.toString(), "--job", job.toString());
		assertThat(outcome.exitCode()).as(outcome.err()).isZero();
		assertThat(outcome.out()).contains("hr.csv", "1 mobile number");
		assertThat(outcome.err()).contains("In order");
		try (var left = Files.list(folder)) {
			assertThat(left).containsExactlyInAnyOrder(job, file);
		}
	}

	@Test
	void tellsHrWhereWhatIsWrongAndHowToMendItWithoutTheValue() {
		Rehearsal rehearsal = rehearsal().with("report.language", "nl")
			.file("hr.csv", HEADER
					+ "E1;3.16E+10;one@example.org;;\n;06 12345601;;;\nE2;;one@example.org / two@example.org;;\n");
		Outcome outcome = rehearsal.command("check", rehearsal.folder().resolve("drop/hr.csv").toString(), "--job",
				rehearsal.jobFile());
		assertThat(outcome.exitCode()).isEqualTo(4);
		assertThat(outcome.out())
			.contains("phone-excel-damaged", "hr.csv", "Mobile", "no-key",
					"hr.csv, regel 4, kolom Email: 2 adressen in één cel; laat er één staan.")
			.doesNotContain("3.16E", "12345601", "one@");
	}

	@Test
	void showsNumbersOfTheCountriesOfTheRows() {
		Rehearsal rehearsal = rehearsal().with("report.language", "de")
			.file("hr.csv", HEADER + "E1;612345678;;;FR\nE2;070 123;;;SE\nE3;call;;;DE\n");
		Outcome outcome = rehearsal.with("feed.columns.country", "Land")
			.command("check", rehearsal.folder().resolve("drop/hr.csv").toString(), "--job", rehearsal.jobFile());
		assertThat(outcome.out())
			.contains("+33 6 12 34 56 78", "+46 70 174 06 05", "+49 171 3920012",
					"hr.csv, Zeile 2, Spalte Mobile: Es kann eine Nummer von +33 sein:")
			.doesNotContain("+44");
	}

	@Test
	void refusesWrongUsage() {
		Rehearsal rehearsal = rehearsal();
		assertThat(rehearsal.command("check", "hr.csv").exitCode()).isEqualTo(2);
		assertThat(rehearsal.command("check", "--job", rehearsal.jobFile()).exitCode()).isEqualTo(2);
		assertThat(rehearsal.command("check", "hr.csv", "--job", "none.yaml").exitCode()).isEqualTo(2);
	}

}
