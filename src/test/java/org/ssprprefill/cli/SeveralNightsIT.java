package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.report.FeedSection.Disposition;
import org.ssprprefill.report.FeedSection.FeedFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.EMAIL;
import static org.ssprprefill.contact.MethodKind.MOBILE;

/**
 * A feed is judged by what it says tonight, whatever was seen, or done, the night before.
 */
@ExtendWith(Rehearsals.class)
class SeveralNightsIT {

	private final Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2"), user("E3")));

	private Path archived(Outcome night) {
		return this.rehearsal.folder().resolve("drop/archive/" + night.report().run().id() + "/hr.csv");
	}

	@Test
	void takesTheBytesOfAnEarlierNightAgain() {
		this.rehearsal.with("methods.mobile", "own").feed("E1;06 40000010;").run();
		assertThat(this.rehearsal.feed("E1;06 49999999;").run()).changed("E1", MOBILE, "own-value-changed",
				"confirmed");
		assertThat(this.rehearsal.feed("E1;06 40000010;").run()).exitsWith(0)
			.changed("E1", MOBILE, "own-value-changed", "confirmed");
		assertThat(this.rehearsal.tenant().methodsOf("e1@contoso.com")).containsEntry(MOBILE, "+31 640000010");
	}

	/** Microsoft's report is a day and a half old. */
	@Test
	void offersNothingAgainThatWasFoundRegisteredBeforeTheReportShowsIt() {
		this.rehearsal.feed("E1;06 12345601;", "E2;06 12345602;", "E3;06 12345603;");
		this.rehearsal.tenant().setMethod("e1@contoso.com", MOBILE, "+31 698765432");
		this.rehearsal.tenant().setMethod("e2@contoso.com", MOBILE, "+31 612345602");
		assertThat(this.rehearsal.run()).exitsWith(0)
			.wroteExactly("e3 mobile")
			.left("E1", MOBILE, "already-registered")
			.changed("E2", MOBILE, "not-registered", "confirmed");
		long sent = attempts();
		for (int night = 0; night < 2; night++) {
			assertThat(this.rehearsal.run()).exitsWith(0)
				.wroteNothing()
				.left("E1", MOBILE, "already-registered")
				.left("E2", MOBILE, "already-registered");
			assertThat(attempts()).isEqualTo(sent);
		}
		this.rehearsal.tenant().removeMethod("e1@contoso.com", MOBILE);
		assertThat(this.rehearsal.run()).wroteNothing();
		this.rehearsal.tenant().advance(Duration.ofHours(90));
		assertThat(this.rehearsal.run()).exitsWith(0).wroteExactly("e1 mobile");
	}

	private long attempts() {
		return this.rehearsal.tenant()
			.journal()
			.entries()
			.stream()
			.filter((entry) -> entry.write().isPresent())
			.count();
	}

	@Test
	void servesAnAccountThatIsMadeLaterWithoutANewFile() {
		Outcome first = this.rehearsal.feed("E1;06 12345601;", "E9;06 12345609;").run();
		assertThat(first).decided("E9", "unmatched", "");
		this.rehearsal.tenant().number("e3@contoso.com", "E9");
		Outcome planned = this.rehearsal.plan();
		assertThat(planned).exitsWith(0).wroteNothing().changed("E9", MOBILE, "not-registered", "planned");
		Outcome second = this.rehearsal.run();
		assertThat(second).exitsWith(0)
			.wroteExactly("e3 mobile")
			.decided("E9", "matched", "")
			.decided("E1", "matched", "")
			.checked("feed-archived", "pass")
			.checked("feed-stale", "pass");
		assertThat(second.report().feed().files()).extracting(FeedFile::disposition)
			.containsExactly(Disposition.ARCHIVED);
		assertThat(second.report().feed().files().get(0).sha256())
			.isEqualTo(first.report().feed().files().get(0).sha256());
		assertThat(archived(first)).exists();
		assertThat(archived(second)).doesNotExist();
	}

	@Test
	void appliesAPlanMadeOfTheLastFiles() {
		Outcome first = this.rehearsal.feed("E9;06 12345609;").run();
		this.rehearsal.tenant().number("e3@contoso.com", "E9");
		assertThat(this.rehearsal.apply(this.rehearsal.plan())).exitsWith(0).wroteExactly("e3 mobile");
		assertThat(archived(first)).exists();
		assertThat(this.rehearsal.run()).exitsWith(0).wroteNothing();
	}

	@Test
	void goesOnWithTheNextWaveOfAPilotWithoutANewFile() {
		this.rehearsal.with("scope.pilot", "1").feed("E1;06 12345601;", "E2;06 12345602;", "E3;06 12345603;");
		for (int night = 0; night < 3; night++) {
			Outcome wave = this.rehearsal.run();
			assertThat(wave).exitsWith(0).confirmed(MOBILE, 1);
		}
		assertThat(this.rehearsal.run()).exitsWith(0).wroteNothing();
	}

	@Test
	void saysWhereTheAcceptedFileIsNotWhatItWasAndDoesNotUseIt() throws IOException {
		Outcome first = this.rehearsal.feed("E1;06 12345601;").run();
		Files.writeString(archived(first), "Id;Mobile;Email\nE2;06 12345602;\n");
		Outcome changed = this.rehearsal.run();
		assertThat(changed).exitsWith(4)
			.wroteNothing()
			.checked("feed-archived", "fail")
			.says("not used from the archive: hr.csv");
		assertThat(changed.report().feed().files().get(0).refusedBecause()).get()
			.asString()
			.contains("was changed since it was accepted");
		assertThat(changed.report().feed().rows()).isZero();
		assertThat(changed.report().coverage().population()).isEqualTo(3);
		Files.delete(archived(first));
		Outcome removed = this.rehearsal.run();
		assertThat(removed).exitsWith(4).wroteNothing().checked("feed-archived", "fail");
		assertThat(removed.report().feed().files().get(0).refusedBecause()).get()
			.asString()
			.contains("was removed since it was accepted");
		assertThat(this.rehearsal.feed("E2;06 12345602;").run()).exitsWith(0).wroteExactly("e2 mobile");
	}

	@ParameterizedTest
	@ValueSource(strings = { "archive", "refused" })
	void followsNoLinkOutOfTheDropFolder(String shelf) throws IOException {
		Path elsewhere = Files.createDirectory(this.rehearsal.folder().resolve("elsewhere"));
		Files.createSymbolicLink(this.rehearsal.folder().resolve("drop").resolve(shelf), elsewhere);
		Outcome night = this.rehearsal.feed("E1;06 12345601;").file("letter.csv", "A letter\nto colleagues\n").run();
		assertThat(night).exitsWith(4).checked("feed-stuck", "fail").says("is a symbolic link, which is not followed");
		assertThat(elsewhere).isEmptyDirectory();
	}

	@Test
	void readsNoFileAgainThatIsTooOld() throws IOException {
		this.rehearsal.feed("E9;06 12345609;");
		Files.setLastModifiedTime(this.rehearsal.folder().resolve("drop/hr.csv"),
				FileTime.from(Instant.now().minus(37, ChronoUnit.HOURS)));
		this.rehearsal.run();
		this.rehearsal.tenant().number("e3@contoso.com", "E9");
		assertThat(this.rehearsal.run()).exitsWith(4).wroteNothing().checked("feed-stale", "fail");
		assertThat(this.rehearsal.with("feed.newest-within", "48h").run()).exitsWith(0).wroteExactly("e3 mobile");
	}

	@Test
	void comparesPeopleAndNotRowsWithTheFeedBefore() {
		this.rehearsal.with("limits.feed-shrink-percent", "20");
		String all = "Id;Mobile;Email\nE1;06 12345601;\nE2;06 12345602;\nE3;06 12345603;\n";
		assertThat(this.rehearsal.file("one.csv", all).file("two.csv", all).run()).exitsWith(0).confirmed(MOBILE, 3);
		assertThat(this.rehearsal.file("three.csv", all).run()).exitsWith(0).wroteNothing();
		assertThat(this.rehearsal.feed("E1;06 12345601;", "E1;06 12345601;", "E2;06 12345602;").run()).exitsWith(3)
			.says("33.3% smaller");
	}

	@Test
	void countsOnlyTheNewestFileWhereTheJobSaysSo() throws IOException {
		this.rehearsal.with("feed.take", "newest")
			.file("a.csv", "Id;Mobile;Email\nE1;06 12345601;\n")
			.file("b.csv", "Id;Mobile;Email\nE1;06 12345699;\n");
		Files.setLastModifiedTime(this.rehearsal.folder().resolve("drop/b.csv"),
				FileTime.from(Instant.now().minusSeconds(60)));
		Outcome night = this.rehearsal.run();
		assertThat(night).exitsWith(0).wroteExactly("e1 mobile").checked("feed-superseded", "pass");
		assertThat(this.rehearsal.tenant().methodsOf("e1@contoso.com")).containsEntry(MOBILE, "+31 612345601");
		assertThat(night.report().feed().files()).extracting(FeedFile::disposition)
			.containsExactly(Disposition.ARCHIVED, Disposition.ARCHIVED);
		assertThat(night.report().feed().files()).last()
			.satisfies((file) -> assertThat(file.refusedBecause()).get()
				.hasToString("Superseded by a.csv (feed.take: newest) and not read."));
		assertThat(night).says("Superseded by a.csv (feed.take: newest) and not read: b.csv.");
		assertThat(night.folder().resolve("report.html")).content().contains("superseded");
		assertThat(archived(night).resolveSibling("b.csv")).exists();
		assertThat(archived(night).resolveSibling("b.csv.answer.txt")).content()
			.contains("a newer file lay beside it", "Superseded by a.csv");
		assertThat(this.rehearsal.run()).exitsWith(0).wroteNothing().checked("feed-archived", "pass");
	}

	/** Otherwise the older file would be the newest of the next night. */
	@Test
	void archivesTheOlderFilesWithTheNewestWhenItsPlanIsApplied() throws IOException {
		this.rehearsal.with("feed.take", "newest")
			.with("methods.mobile", "own")
			.file("a.csv", "Id;Mobile;Email\nE1;06 12345601;\n")
			.file("b.csv", "Id;Mobile;Email\nE1;06 12345699;\n");
		Files.setLastModifiedTime(this.rehearsal.folder().resolve("drop/b.csv"),
				FileTime.from(Instant.now().minusSeconds(60)));
		Outcome plan = this.rehearsal.plan();
		assertThat(plan).exitsWith(0);
		assertThat(plan.report().feed().files()).extracting(FeedFile::disposition)
			.containsExactly(Disposition.LEFT, Disposition.LEFT);
		Outcome applied = this.rehearsal.apply(plan);
		assertThat(applied).exitsWith(0).wroteExactly("e1 mobile");
		assertThat(this.rehearsal.folder().resolve("drop/b.csv")).doesNotExist();
		assertThat(archived(applied).resolveSibling("b.csv")).exists();
		assertThat(this.rehearsal.run()).exitsWith(0).wroteNothing();
	}

	@Test
	void joinsOneLinePerContractAndTheRowThatStandsCarriesAllMethods() {
		Outcome night = this.rehearsal
			.feed("E1;06 12345601;one@example.org", "E1;;", "E2;06 12345602;", "E2;;two@example.org")
			.run();
		assertThat(night).exitsWith(0)
			.wroteExactly("e1 mobile", "e1 email", "e2 mobile", "e2 email")
			.foundProblem("duplicate-row", 2)
			.changed("E2", EMAIL, "not-registered", "confirmed");
		assertThat(night.report().matching().matched()).isEqualTo(4);
		assertThat(this.rehearsal.run()).exitsWith(0).wroteNothing();
	}

	@Test
	void namesTheFilesAndTheKeyOfAContradiction() throws IOException {
		Outcome night = this.rehearsal.file("a.csv", "Id;Mobile;Email\nE2;06 12345602;\nE1;06 12345601;\n")
			.file("b.csv", "Id;Mobile;Email\nE1;06 12345699;\n")
			.run();
		assertThat(night).exitsWith(4).wroteExactly("e2 mobile").foundProblem("conflicting-rows", 2);
		assertThat(night.folder().resolve("rejects.csv")).content()
			.contains("a.csv, line 3; b.csv, line 2", "let only the newest file count");
	}

	@Test
	void doubtsALastLineThatMayBeCutOff() {
		Outcome night = this.rehearsal.file("hr.csv", "Id;Mobile;Email\nE1;06 12345601;\nE2;06 1234560").run();
		assertThat(night).exitsWith(4).wroteExactly("e1 mobile").foundProblem("columns-mismatch", 1);
		assertThat(night.folder().resolve("rejects.csv")).content().contains("cut off");
	}

}
