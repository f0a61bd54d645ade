package org.ssprprefill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.InventedAnswers;
import org.ssprprefill.simulator.SimulatedUser.Trait;
import org.ssprprefill.simulator.SimulatorSettings;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;

/**
 * {@code doctor JOB --probe USER}: what a tenant answers stands on the sheet, the
 * simulator answers by the sheet, and the account is as empty as before.
 */
@ExtendWith(Rehearsals.class)
class ProbeIT {

	private static final String PROBED = "t1@contoso.com";

	private static TenantDescription contoso() {
		TenantDescription contoso = tenant(user("T1"), user("P1").withMethod(MethodKind.EMAIL, "one@example.org"),
				user("A1"), user("D1").with(Trait.DISABLED),
				user("S1").withMethod(MethodKind.MOBILE, "+44 7700900199").with(Trait.SMS_SIGN_IN));
		return contoso.withRoles(List.of(new RoleGrant("User Administrator", "a1@contoso.com")), List.of());
	}

	private static SimulatorSettings answering(InventedAnswers answers) {
		return SimulatorSettings.defaults().with(answers).without("UserAuthenticationMethod.Read.All");
	}

	private static Rehearsal rehearsal(InventedAnswers answers) {
		return Rehearsal.of(contoso(), answering(answers));
	}

	private static Outcome probe(Rehearsal rehearsal, String... more) {
		String[] arguments = new String[5 + more.length];
		System.arraycopy(new String[] { "doctor", rehearsal.jobFile(), "--probe", PROBED, "--yes" }, 0, arguments, 0,
				5);
		System.arraycopy(more, 0, arguments, 5, more.length);
		return rehearsal.launch(arguments);
	}

	private static Map<String, String> lines(Outcome outcome) {
		assertThat(outcome.exitCode()).as(outcome.err()).isZero();
		Map<String, String> lines = new TreeMap<>();
		new JsonMapper().readTree(outcome.out())
			.path("answers")
			.properties()
			.forEach((line) -> lines.put(line.getKey(), line.getValue().toString()));
		return lines;
	}

	private static InventedAnswers odd() {
		return InventedAnswers.load(Path.of("src/test/resources/simulator/odd-answers.yaml"));
	}

	private static InventedAnswers sheet(Rehearsal rehearsal, Outcome outcome) {
		Path file = rehearsal.folder().resolve("sheet.json");
		try {
			return InventedAnswers.load(Files.writeString(file, outcome.out()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void tellsTwoTenantsApartInEveryLineAndTheSimulatorAnswersByTheSheet() {
		Rehearsal plain = rehearsal(InventedAnswers.plain());
		Rehearsal odd = rehearsal(odd());
		Outcome told = probe(odd);
		Map<String, String> one = lines(probe(plain));
		Map<String, String> other = lines(told);
		assertThat(one.keySet()).isEqualTo(other.keySet()).hasSizeGreaterThan(43);
		assertThat(one).allSatisfy((line, answer) -> assertThat(answer).as(line).isNotEqualTo(other.get(line)));
		for (Rehearsal rehearsal : new Rehearsal[] { plain, odd }) {
			assertThat(rehearsal.tenant().methodsOf(PROBED)).isEmpty();
			assertThat(rehearsal.tenant().journal().writes().keySet())
				.allSatisfy((target) -> assertThat(target.userId()).isEqualTo(contoso().users().get(0).id()));
		}
		assertThat(lines(probe(rehearsal(sheet(odd, told))))).isEqualTo(other);
	}

	@Test
	void writesASheetThatNamesNobody() throws IOException {
		Rehearsal rehearsal = rehearsal(InventedAnswers.plain());
		Outcome outcome = probe(rehearsal);
		Path folder;
		try (var folders = Files.list(outcome.reports())) {
			folder = folders.findFirst().orElseThrow();
		}
		String json = Files.readString(folder.resolve("answers.json"));
		String text = Files.readString(folder.resolve("answers.txt"));
		assertThat(json.strip()).isEqualTo(outcome.out().strip());
		assertThat(json + text).doesNotContain("contoso", "7700", "7946", "@", rehearsal.id());
		assertThat(text).contains("A second number of one kind", "400 badRequest",
				"The registration report says isSsprRegistered", "administrators' methods are protected from an app:"
						+ " not asked, because only a write to an administrator would tell");
	}

	@ParameterizedTest
	@CsvSource({ "a1@contoso.com, admin-role", "p1@contoso.com, which may be a person's", "d1@contoso.com, disabled",
			"x1@contoso.com, No account" })
	void writesToNobodyElse(String account, String because) {
		Rehearsal rehearsal = rehearsal(InventedAnswers.plain());
		Outcome outcome = rehearsal.launch("doctor", rehearsal.jobFile(), "--probe", account, "--yes");
		assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
		assertThat(outcome.err()).contains(because, "Nothing was written.");
		assertThat(rehearsal.tenant().journal().writes()).isEmpty();
	}

	@Test
	void waitsForTheReportAndTheNextRunTakesAwayWhatWasLeft() {
		Rehearsal rehearsal = rehearsal(InventedAnswers.plain()).feed("S1;06 12345678;s@example.org");
		assertThat(lines(probe(rehearsal, "--wait-for-report"))).containsEntry("is-sspr-registered",
				"{\"value\":\"not yet after 0 h\"}");
		assertThat(rehearsal.tenant().methodsOf(PROBED)).containsOnlyKeys(MethodKind.MOBILE, MethodKind.EMAIL);
		assertThat(lines(probe(rehearsal))).containsEntry("is-sspr-registered", "{\"value\":\"not yet after 0 h\"}");
		assertThat(rehearsal.tenant().methodsOf(PROBED)).hasSize(2);
		rehearsal.tenant().letReportCatchUp();
		Outcome night = rehearsal.run();
		assertThat(night.err()).contains("was taken away");
		assertThat(rehearsal.tenant().methodsOf(PROBED)).isEmpty();
		JsonNode sheet = sheetOf(night.reports()).orElseThrow();
		assertThat(sheet.at("/answers/is-sspr-registered/value").asString()).isEqualTo("after 0 h");
		assertThat(rehearsal.launch("history", rehearsal.jobFile()).out()).doesNotContain("probe");
	}

	@Test
	void writesNothingWithoutATerminalUnlessToldYes() {
		Rehearsal rehearsal = rehearsal(InventedAnswers.plain());
		Outcome outcome = rehearsal.launch("doctor", rehearsal.jobFile(), "--probe", PROBED);
		assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
		assertThat(outcome.err()).contains("--yes");
		assertThat(rehearsal.tenant().journal().writes()).isEmpty();
	}

	private static Optional<JsonNode> sheetOf(Path reports) {
		try (var files = Files.walk(reports)) {
			return files.filter((file) -> file.endsWith("answers.json"))
				.findFirst()
				.map((file) -> new JsonMapper().readTree(file.toFile()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
