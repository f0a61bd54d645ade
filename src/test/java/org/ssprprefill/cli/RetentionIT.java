package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.MOBILE;

@ExtendWith(Rehearsals.class)
class RetentionIT {

	private final Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2"))).with("methods.mobile", "own");

	private Path drop(String name) {
		return this.rehearsal.folder().resolve("drop").resolve(name);
	}

	@Test
	void deletesWhatIsOlderThanTheJobKeepsAndTellsIt() throws IOException {
		Outcome first = this.rehearsal.file("broken.csv", "no header at all")
			.feed("E1;06 12345671;one@example.org", "E2;12;")
			.run();
		String run = first.report().run().id();
		Path foreign = Files.writeString(drop("archive/" + run).resolve("note.txt"), "of somebody else");
		Files.createDirectories(drop("archive/2019-old"));
		this.rehearsal.with("feed.keep", "0s").with("report.keep", "0s");
		assertThat(this.rehearsal.plan()).exitsWith(0);
		Assertions.assertThat(drop("archive/" + run + "/hr.csv")).exists();
		Assertions.assertThat(first.folder().resolve("people.csv")).exists();

		Outcome second = this.rehearsal.run();
		Assertions.assertThat(foreign.getParent().toFile().list()).containsExactly("note.txt");
		Assertions.assertThat(drop("refused/" + run)).doesNotExist();
		Assertions.assertThat(drop("archive/2019-old")).exists();
		Assertions.assertThat(first.folder()).doesNotExist();
		Assertions.assertThat(second.folder().resolve("report.html")).exists();
		assertThat(second).says("remove old files");
		Assertions.assertThat(second.report().checks())
			.filteredOn((check) -> check.id().equals("retention"))
			.singleElement()
			.satisfies((check) -> Assertions.assertThat(check.detail().inEnglish())
				.startsWith("Deleted because of their age: 5 files of the feed, 7 files of reports, "));
		assertThat(this.rehearsal.undo(first)).exitsWith(2).says("was purged from the ledger");
		this.rehearsal.tenant().letReportCatchUp();
		assertThat(this.rehearsal.feed("E1;06 12345672;").run()).changed("E1", MOBILE, "own-value-changed",
				"confirmed");
	}

	@Test
	void purgeDeletesWhatIsDueAndNeverTheNewestReport() {
		Outcome night = this.rehearsal.feed("E1;06 12345671;one@example.org").run();
		String run = night.report().run().id();
		this.rehearsal.with("feed.keep", "30d");
		assertThat(this.rehearsal.command("purge", this.rehearsal.jobFile())).exitsWith(0);
		Assertions.assertThat(drop("archive/" + run + "/hr.csv")).exists();
		this.rehearsal.with("feed.keep", "0s").with("report.keep", "0s");
		assertThat(this.rehearsal.command("purge", this.rehearsal.jobFile())).exitsWith(0)
			.says("Because of feed.keep and report.keep: 3 files of the feed, 0 files of reports");
		Assertions.assertThat(drop("archive/" + run)).doesNotExist();
		Assertions.assertThat(night.folder().resolve("people.csv")).exists();
	}

}
