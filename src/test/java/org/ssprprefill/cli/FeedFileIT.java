package org.ssprprefill.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.report.FeedSection.Disposition;
import org.ssprprefill.report.FeedSection.FeedFile;
import org.ssprprefill.simulator.FaultTrigger;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

@ExtendWith(Rehearsals.class)
class FeedFileIT {

	private static final String GARBAGE = "This is no export, just a letter to the colleagues.\nBest regards\n";

	private final Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2")));

	@Test
	void archivesAFileWithItsAnswerBesideIt() throws IOException {
		Outcome night = this.rehearsal.feed("E1;06 12345601;one@example.org", "E2;call me;").run();
		Path archive = this.rehearsal.folder().resolve("drop/archive/" + night.report().run().id());
		assertThat(night).exitsWith(4);
		assertThat(archive.resolve("hr.csv")).exists();
		assertThat(this.rehearsal.folder().resolve("drop/hr.csv")).doesNotExist();
		try (var files = Files.list(archive)) {
			Path answer = files.filter((file) -> file.toString().endsWith("rejects.csv")).findFirst().orElseThrow();
			assertThat(answer).content().contains("E2", "phone-invalid").doesNotContain("E1", "call me");
		}
	}

	@Test
	void refusesAnUnreadableFileAndTakesTheOthers() {
		Outcome night = this.rehearsal.feed("E1;06 12345601;").file("letter.csv", GARBAGE).run();
		assertThat(night).exitsWith(4).wroteExactly("e1 mobile").checked("feed-refused", "fail").says("letter.csv");
		Path refused = this.rehearsal.folder().resolve("drop/refused/" + night.report().run().id());
		assertThat(refused.resolve("letter.csv")).hasContent(GARBAGE);
		assertThat(refused.resolve("letter.csv.answer.txt")).content().contains("Id");
		assertThat(night.report().feed().files()).extracting((file) -> file.disposition())
			.containsExactlyInAnyOrder(Disposition.ARCHIVED, Disposition.REFUSED);
	}

	@Test
	void endsRefusedWhereTheOnlyFileIsAWorkbookAndAnswersIt() {
		Outcome night = this.rehearsal.file("people.xlsx", "PK\u0003\u0004").run();
		assertThat(night).exitsWith(7).wroteNothing().says("Refused: ", "Nothing was written.", "people.xlsx");
		assertThat(this.rehearsal.folder()
			.resolve("drop/refused/" + night.report().run().id() + "/people.xlsx.answer.txt")).content()
			.contains("Excel workbook");
	}

	@Test
	void leavesAFileItCannotMoveAndSaysSo() throws IOException {
		Files.writeString(this.rehearsal.feed("E1;06 12345601;").folder().resolve("drop/archive"), "in the way");
		Outcome night = this.rehearsal.run();
		assertThat(night).exitsWith(4).wroteExactly("e1 mobile").checked("feed-stuck", "fail").says("hr.csv");
		assertThat(night.report().feed().files()).singleElement()
			.satisfies((file) -> assertThat(file.disposition()).isEqualTo(Disposition.LEFT));
		assertThat(this.rehearsal.folder().resolve("drop/hr.csv")).exists();
		Files.delete(this.rehearsal.folder().resolve("drop/archive"));
		assertThat(this.rehearsal.run()).exitsWith(0).wroteNothing();
		assertThat(this.rehearsal.folder().resolve("drop/hr.csv")).doesNotExist();
	}

	@Test
	void archivesAFileWhoseAnswerCannotBeWrittenAndSaysSo() {
		// A file system that takes the file's name has no room for the answer's longer
		// one
		String name = "x".repeat(246) + ".csv";
		Outcome night = this.rehearsal.file(name, "Id;Mobile;Email;Naam\nE1;06 12345601;;A\nE2;call me;;B\n").run();
		assertThat(night).exitsWith(4)
			.wroteExactly("e1 mobile")
			.checked("feed-stuck", "fail")
			.says("without its answer");
		assertThat(night.report().feed().files()).singleElement()
			.satisfies((file) -> assertThat(file.disposition()).isEqualTo(Disposition.ARCHIVED));
		assertThat(this.rehearsal.folder().resolve("drop/archive/" + night.report().run().id() + "/" + name)).exists();
	}

	@Test
	void takesWhatIsPackedAndInAnotherCharacterSet() throws IOException {
		byte[] latin = "Id;Mobile;Email;Naam\nE1;06 12345601;;René\nE2;06 12345602;;Zoë\n"
			.getBytes(StandardCharsets.ISO_8859_1);
		try (OutputStream packed = new GZIPOutputStream(
				Files.newOutputStream(this.rehearsal.folder().resolve("drop/hr.csv.gz")))) {
			packed.write(latin);
		}
		Outcome night = this.rehearsal.with("feed.files", "\"*.{csv,csv.gz}\"").run();
		assertThat(night).exitsWith(0).wroteExactly("e1 mobile", "e2 mobile");
		assertThat(night.report().feed().files()).singleElement()
			.satisfies((file) -> assertThat(file.charset()).isEqualTo("windows-1252"));
		assertThat(this.rehearsal.folder().resolve("drop/archive/" + night.report().run().id() + "/hr.csv.gz"))
			.exists();
	}

	@Test
	void takesTheSameContentAgainAndWritesNothingTwice() {
		this.rehearsal.feed("E1;06 12345601;").run();
		Outcome night = this.rehearsal.file("copy.csv", "Id;Mobile;Email\nE1;06 12345601;\n").run();
		assertThat(night).exitsWith(0).wroteNothing().left("E1", MethodKind.MOBILE, "already-registered");
		assertThat(night.report().feed().rows()).isEqualTo(1);
		assertThat(night.report().feed().files()).singleElement()
			.satisfies((file) -> assertThat(file.disposition()).isEqualTo(Disposition.ARCHIVED));
	}

	@Test
	void reportsAStaleFeedAndMeasuresAllTheSame() throws IOException {
		this.rehearsal.with("feed.newest-within", "36h").feed("E1;06 12345601;");
		Files.setLastModifiedTime(this.rehearsal.folder().resolve("drop/hr.csv"),
				FileTime.from(Instant.now().minus(37, ChronoUnit.HOURS)));
		assertThat(this.rehearsal.run()).exitsWith(4).wroteExactly("e1 mobile").checked("feed-stale", "fail");
		Outcome next = this.rehearsal.run();
		assertThat(next).exitsWith(4).wroteNothing().says("no new HR export arrived in time");
		assertThat(next.report().feed().stale()).isTrue();
		assertThat(next.report().coverage().canReset()).isEqualTo(1);
	}

	@Test
	void needsNoNewFileAsLongAsTheLastOneIsFresh() {
		this.rehearsal.feed("E1;06 12345601;").run();
		Outcome night = this.rehearsal.run();
		assertThat(night).exitsWith(0).wroteNothing().checked("feed-stale", "pass");
		assertThat(night.report().coverage().population()).isEqualTo(2);
	}

	@Test
	void leavesAFileAloneThatIsStillGrowing() {
		Outcome night = this.rehearsal.with("feed.settled-for", "10m").feed("E1;06 12345601;").run();
		assertThat(night).wroteNothing()
			.checked("feed-growing", "warn")
			.says("Changed less than 600 seconds ago or during the run, and left alone: hr.csv.");
		assertThat(night.report().feed().files()).singleElement()
			.satisfies((file) -> assertThat(file.disposition()).isEqualTo(Disposition.LEFT))
			.satisfies((file) -> assertThat(file.sha256()).isEqualTo(FeedFile.NOT_READ));
		assertThat(this.rehearsal.folder().resolve("drop/hr.csv")).exists();
		assertThat(this.rehearsal.with("feed.settled-for", "0s").run()).exitsWith(0).wroteExactly("e1 mobile");
	}

	@Test
	void leavesAFileThatIsReplacedWhileTheNightIsAtWorkAndSaysSo() {
		this.rehearsal.feed("E1;06 12345601;")
			.suffering(FaultScript.none()
				.on(FaultTrigger.on("POST", "^/users/[^/]+/authentication/").nth(1),
						Fault.beforeApplying(() -> this.rehearsal.feed("E2;06 12345602;"))));
		Outcome night = this.rehearsal.run();
		assertThat(night).exitsWith(0).wroteExactly("e1 mobile").checked("feed-growing", "warn").says("hr.csv");
		assertThat(night.report().feed().files()).singleElement()
			.satisfies((file) -> assertThat(file.disposition()).isEqualTo(Disposition.LEFT));
		assertThat(this.rehearsal.run()).exitsWith(0).wroteExactly("e2 mobile");
	}

	@Test
	void readsWhatSpreadsheetsWrite() {
		this.rehearsal
			.file("excel.csv", "\uFEFFID,\"E-mail, private\",mobile\r\n\"E1\",one@example.org,06 12345601\r\n")
			.with("feed.columns.email", "\"E-Mail, private\"");
		assertThat(this.rehearsal.run()).exitsWith(0).wroteExactly("e1 mobile", "e1 email");
	}

	@Test
	void refusesToWorkWithoutTheDropFolder() throws IOException {
		Files.delete(this.rehearsal.folder().resolve("drop"));
		assertThat(this.rehearsal.run()).exitsWith(7).wroteNothing().checked("feed-folder", "fail");
	}

}
