package org.ssprprefill.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.ssprprefill.feed.DropFolderException;
import org.ssprprefill.message.Message;

import static org.assertj.core.api.Assertions.assertThat;

class FeedChecksTests {

	private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	private static Check age(Duration age) {
		return FeedChecks.age(Optional.of(NOW.minus(age)), Duration.ofHours(36), NOW);
	}

	@Test
	void callsAFeedStaleOnlyAfterItsTime() {
		assertThat(age(Duration.ofHours(36)).status()).isEqualTo(Check.Status.PASS);
		assertThat(age(Duration.ofHours(36).plusSeconds(1)).status()).isEqualTo(Check.Status.FAIL);
		assertThat(age(Duration.ofDays(3)).remedy().orElseThrow().inEnglish()).contains("36 hours");
	}

	@Test
	void letsAStaleFeedBeMeasuredAllTheSame() {
		assertThat(age(Duration.ofDays(3)).forbidsWriting()).isFalse();
	}

	@Test
	void namesFilesThatAreNotLetInWhereNoneIsRecent() {
		Check never = FeedChecks.age(Optional.empty(), Duration.ofDays(2), NOW);
		assertThat(FeedChecks.beside(never, List.of("hr.zip", "b.gz")).detail().inEnglish()).isEqualTo(
				"Left alone, as feed.files does not let them in: hr.zip, b.gz. No feed file has ever been seen.");
		assertThat(FeedChecks.beside(never, List.of())).isEqualTo(never);
		Check fresh = age(Duration.ofHours(1));
		assertThat(FeedChecks.beside(fresh, List.of("hr.zip"))).isEqualTo(fresh);
	}

	@Test
	void callsAFeedStaleThatNeverCame() {
		assertThat(FeedChecks.age(Optional.empty(), Duration.ofDays(2), NOW)).satisfies((check) -> {
			assertThat(check.status()).isEqualTo(Check.Status.FAIL);
			assertThat(check.remedy().orElseThrow().inEnglish()).contains("2 days");
		});
	}

	@Test
	void forbidsWritingWhereTheOnlyFileWasRefused() {
		assertThat(FeedChecks.refused(List.of("hr.csv"), true).forbidsWriting()).isTrue();
		assertThat(FeedChecks.refused(List.of("hr.csv"), false).forbidsWriting()).isFalse();
		assertThat(FeedChecks.refused(List.of("hr.csv"), false).status()).isEqualTo(Check.Status.FAIL);
	}

	@Test
	void forbidsWritingWithoutADropFolder() {
		Check missing = FeedChecks.noFolder(
				new DropFolderException(Message.verbatim("There is no folder drop."), Message.verbatim("Make it.")));
		assertThat(missing.forbidsWriting()).isTrue();
		assertThat(missing.detail().inEnglish()).isEqualTo("There is no folder drop.");
		assertThat(missing.remedy()).get().hasToString("Make it.");
		assertThat(FeedChecks.folder("drop").status()).isEqualTo(Check.Status.PASS);
	}

	@Test
	void warnsOfFilesThatAreNotTaken() {
		assertThat(FeedChecks.superseded(List.of("a.csv", "b.csv"), "c.csv").detail().inEnglish())
			.contains("a.csv, b.csv");
		assertThat(FeedChecks.growing(List.of("a.csv"), Duration.ofSeconds(90)).detail().inEnglish())
			.contains("90 seconds");
	}

}
