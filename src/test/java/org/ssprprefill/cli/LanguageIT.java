package org.ssprprefill.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;

@ExtendWith(Rehearsals.class)
class LanguageIT {

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

	@Test
	void hrIsAnsweredAndChecksAreToldInTheJobsLanguage() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1")))
			.with("report.language", "nl")
			.with("feed.keep", "30d")
			.with("scope.exclude", "[nobody@contoso.com]")
			.file("page.csv", "<!DOCTYPE html><p>Sign in</p>")
			.feed("E1;06 12345671;one@example.org");
		Outcome night = rehearsal.run();
		String run = night.report().run().id();
		assertThat(rehearsal.folder().resolve("drop/refused/" + run + "/page.csv.answer.txt")).content()
			.startsWith("page.csv: op ")
			.endsWith("\nHet bestand is een webpagina of XML, geen CSV-bestand. Misschien gaf de export"
					+ " een fout- of aanmeldpagina; exporteer opnieuw als ‘CSV UTF-8’.\n");
		assertThat(night.report().feed().files())
			.anySatisfy((file) -> assertThat(file.refusedBecause()).hasValueSatisfying(
					(because) -> assertThat(because).asString().startsWith("The file is a web page or XML")));
		assertThat(night.report().checks()).hasSizeGreaterThan(10)
			.allSatisfy((check) -> assertThat(night.file("report.html")).doesNotContain(check.detail().inEnglish()));
		assertThat(night.file("report.html")).contains("Aanlevermap").doesNotContain("Drop folder");
		assertThat(night.err()).contains("Uitgesloten accounts: scope.exclude noemt accounts die niet bestaan");
		assertThat(rehearsal.command("doctor", rehearsal.jobFile(), "--about", "clock").out()).startsWith("# Klok");
	}

}
