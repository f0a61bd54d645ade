package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;

@ExtendWith(Rehearsals.class)
class CheckDropIT {

	private final Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"))).with("report.language", "nl");

	private final Path drop = this.rehearsal.folder().resolve("drop");

	private Outcome check() {
		return this.rehearsal.launch("check", "--drop", "--job", this.rehearsal.jobFile());
	}

	@Test
	void everyFileWithoutAnAnswerGetsOneBesideItAndStaysWhereItIs() throws IOException {
		this.rehearsal.feed("E1;call me;").file("page.csv", "<!DOCTYPE html><p>Sign in</p>");
		assertThat(check().exitCode()).isEqualTo(7);
		assertThat(this.drop.resolve("hr.csv.check.txt")).content()
			.startsWith("hr.csv: bekeken op ")
			.contains("\nNiet in orde: 1 rij is afgewezen", "phone-invalid", "hr.csv, regel 2, kolom Mobile")
			.doesNotContain("call me", "page.csv");
		assertThat(this.drop.resolve("page.csv.check.txt")).content().contains("webpagina");
		assertThat(this.drop.resolve("hr.csv")).exists();
		Outcome again = check();
		assertThat(again.exitCode()).isZero();
		assertThat(again.err()).contains("Geen bestand");
		Path answer = this.drop.resolve("hr.csv.check.txt");
		Files.setLastModifiedTime(answer, FileTime.from(Instant.EPOCH));
		assertThat(check().exitCode()).isEqualTo(4);
		assertThat(Files.getLastModifiedTime(answer).toInstant()).isAfter(Instant.EPOCH);
	}

	@Test
	void theAnswerIsNoExportAndFollowsItsFileIntoTheArchive() {
		this.rehearsal.with("feed.files", "'*'").feed("E1;06 12345671;");
		assertThat(check().exitCode()).isZero();
		Outcome night = this.rehearsal.run();
		assertThat(night.exitCode()).as(night.err()).isZero();
		Path archive = this.drop.resolve("archive/" + night.report().run().id());
		assertThat(archive.resolve("hr.csv.check.txt")).content().contains("\nIn orde");
		assertThat(this.drop.resolve("hr.csv.check.txt")).doesNotExist();
	}

	@Test
	void filesAndDropFolderExcludeEachOther() {
		assertThat(this.rehearsal.launch("check", "--job", this.rehearsal.jobFile()).exitCode()).isEqualTo(2);
		assertThat(this.rehearsal.launch("check", "--drop", "x.csv", "--job", this.rehearsal.jobFile()).exitCode())
			.isEqualTo(2);
	}

}
