package org.ssprprefill.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ssprprefill.feed.Cleared;

import static org.assertj.core.api.Assertions.assertThat;

class PurgedReportsTests {

	@TempDir
	private Path folder;

	private Path report(String run) throws IOException {
		Path report = Files.createDirectories(this.folder.resolve(run));
		for (String name : List.of("people.csv", "people.xlsx", "rejects.csv", "rejects.xlsx", "report.html",
				"report.json", "metrics.prom")) {
			Files.writeString(report.resolve(name), "content");
		}
		return report;
	}

	@Test
	void deletesWhatTellsOfPeopleAndKeepsTheFigures() throws IOException {
		Path old = report("reports/old");
		Path young = report("reports/young");
		assertThat(PurgedReports.delete(this.folder.resolve("reports"), List.of("old", "never-there")))
			.isEqualTo(new Cleared(1, 5, List.of()));
		assertThat(old.toFile().list()).containsExactlyInAnyOrder("report.json", "metrics.prom");
		assertThat(young.toFile().list()).hasSize(7);
		assertThat(PurgedReports.delete(this.folder.resolve("reports"), List.of("old"))).isEqualTo(Cleared.NOTHING);
	}

	@Test
	void deletesWholeReportsButNotWhatOthersPutThere() throws IOException {
		Path old = report("reports/old");
		Path noted = report("reports/noted");
		Files.writeString(noted.resolve("minutes.txt"), "ours");
		assertThat(PurgedReports.deleteAll(this.folder.resolve("reports"), List.of("old", "noted")))
			.isEqualTo(new Cleared(2, 14, List.of()));
		assertThat(old).doesNotExist();
		assertThat(noted.toFile().list()).containsExactly("minutes.txt");
	}

	@Test
	void followsNoLinkOutOfTheReportDirectory() throws IOException {
		Path elsewhere = report("elsewhere");
		Files.createDirectories(this.folder.resolve("reports"));
		Files.createSymbolicLink(this.folder.resolve("reports/old"), elsewhere);
		assertThat(PurgedReports.delete(this.folder.resolve("reports"), List.of("old"))).isEqualTo(Cleared.NOTHING);
		assertThat(elsewhere.toFile().list()).hasSize(7);
	}

}
