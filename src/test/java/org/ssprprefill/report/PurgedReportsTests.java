package org.ssprprefill.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PurgedReportsTests {

	@TempDir
	private Path folder;

	private Path report(String run) throws IOException {
		Path report = Files.createDirectories(this.folder.resolve(run));
		for (String name : List.of("people.csv", "rejects.csv", "report.html", "report.json", "metrics.prom")) {
			Files.writeString(report.resolve(name), "content");
		}
		return report;
	}

	@Test
	void deletesWhatTellsOfPeopleAndKeepsTheFigures() throws IOException {
		Path old = report("reports/old");
		Path young = report("reports/young");
		assertThat(PurgedReports.delete(this.folder.resolve("reports"), List.of("old", "never-there"))).isEqualTo(3);
		assertThat(old.toFile().list()).containsExactlyInAnyOrder("report.json", "metrics.prom");
		assertThat(young.toFile().list()).hasSize(5);
		assertThat(PurgedReports.delete(this.folder.resolve("reports"), List.of("old"))).isZero();
	}

	@Test
	void followsNoLinkOutOfTheReportDirectory() throws IOException {
		Path elsewhere = report("elsewhere");
		Files.createDirectories(this.folder.resolve("reports"));
		Files.createSymbolicLink(this.folder.resolve("reports/old"), elsewhere);
		assertThat(PurgedReports.delete(this.folder.resolve("reports"), List.of("old"))).isZero();
		assertThat(elsewhere.toFile().list()).hasSize(5);
	}

}
