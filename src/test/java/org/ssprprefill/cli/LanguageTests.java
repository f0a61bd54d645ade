package org.ssprprefill.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;

@ExtendWith(Rehearsals.class)
class LanguageTests {

	@Test
	void aNightSpeaksTheLanguageOfItsJobAndAReportAnyOther() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2")))
			.with("report.language", "de")
			.feed("E1;3.16E+10;one@example.org", ";06 12345601;");
		Outcome night = rehearsal.run();
		assertThat(night.exitCode()).isEqualTo(4);
		assertThat(night.err()).contains("Fertig, aber 1 Zeile wurde abgelehnt.", "Bericht: ")
			.doesNotContain("rejected", "Needs a person");
		assertThat(night.csv("rejects.csv")).anySatisfy((line) -> assertThat(line).containsEntry("Zeile", "2")
			.containsEntry("Spalte", "Mobile")
			.containsEntry("Problem", "phone-excel-damaged")
			.hasEntrySatisfying("was falsch ist", (wrong) -> assertThat(wrong).startsWith("Eine Tabellenkalkulation")));
		assertThat(night.file("report.html")).contains("<html lang=\"de\">", "Wie es zu beheben ist");
		assertThat(night.people()).anySatisfy((line) -> assertThat(line).containsEntry("gap", "no-method")
			.hasEntrySatisfying("remedy", (remedy) -> assertThat(remedy).startsWith("Lassen Sie")));
		String run = night.report().run().id();
		Outcome again = rehearsal.command("report", run, "--language", "nl");
		assertThat(again.exitCode()).as(again.err()).isZero();
		assertThat(again.err()).contains("Klaar, maar 1 rij is afgewezen.");
		assertThat(night.file("rejects.csv")).contains("hoe te herstellen");
		assertThat(rehearsal.command("report", run, "--language", "fr").exitCode()).isEqualTo(2);
	}

}
