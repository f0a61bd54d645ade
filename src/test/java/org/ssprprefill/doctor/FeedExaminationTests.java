package org.ssprprefill.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.doctor.Check.Status;
import org.ssprprefill.feed.FeedSettings;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class FeedExaminationTests {

	private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	@TempDir
	private Path drop;

	@BeforeEach
	void keepOthersOut() throws IOException {
		Files.setPosixFilePermissions(this.drop, PosixFilePermissions.fromString("rwxrwx---"));
	}

	private List<Check> examined(Optional<Instant> newestBefore) {
		return new FeedExamination(new FeedSettings(this.drop, "*.csv", Duration.ofMinutes(1), false,
				Duration.ofHours(36), Optional.empty(), Optional.empty(), Map.of(), Optional.empty()))
			.of(newestBefore, NOW);
	}

	private void file(String name, Duration ago) throws IOException {
		Path file = Files.writeString(this.drop.resolve(name), "Id;Mobile\n");
		Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
	}

	private static Status status(List<Check> checks, Subject subject) {
		return checks.stream().filter((check) -> check.subject() == subject).findFirst().orElseThrow().status();
	}

	@Test
	void findsAFolderInOrder() throws IOException {
		file("hr.csv", Duration.ofHours(3));
		assertThat(examined(Optional.empty())).allSatisfy((check) -> assertThat(check.status()).isEqualTo(Status.PASS))
			.extracting(Check::subject)
			.containsExactly(Subject.FEED_FOLDER, Subject.FEED_WRITABLE, Subject.FEED_PRIVATE, Subject.FEED_STALE);
	}

	@Test
	void remembersFilesThatEarlierRunsHaveTaken() throws IOException {
		file("hr.csv", Duration.ofDays(9));
		assertThat(status(examined(Optional.empty()), Subject.FEED_STALE)).isEqualTo(Status.FAIL);
		assertThat(status(examined(Optional.of(NOW.minus(Duration.ofHours(1)))), Subject.FEED_STALE))
			.isEqualTo(Status.PASS);
	}

	@Test
	void tellsOfFilesThatNoRunWillTake() throws IOException {
		Files.createSymbolicLink(this.drop.resolve("link.csv"), this.drop.resolve("elsewhere"));
		assertThat(examined(Optional.empty())).filteredOn((check) -> check.subject() == Subject.FEED_REFUSED)
			.singleElement()
			.satisfies((check) -> {
				assertThat(check.forbidsWriting()).isTrue();
				assertThat(check.detail().inEnglish()).contains("link.csv", "symbolic link");
			});
		file("hr.csv", Duration.ofHours(3));
		assertThat(examined(Optional.empty())).noneMatch(Check::forbidsWriting);
	}

	@ParameterizedTest
	@ValueSource(strings = { "archive", "refused" })
	void warnsOfAFolderThatIsALinkBeforeAFileStaysInFrontOfIt(String folder) throws IOException {
		file("hr.csv", Duration.ofHours(3));
		Files.createSymbolicLink(this.drop.resolve(folder), this.drop.resolve("elsewhere"));
		assertThat(examined(Optional.empty())).filteredOn((check) -> check.subject() == Subject.FEED_WRITABLE)
			.singleElement()
			.satisfies((check) -> {
				assertThat(check.status()).isEqualTo(Status.WARN);
				assertThat(check.detail().inEnglish()).contains(folder, "symbolic link");
			});
	}

	@Test
	void leavesGrowingFilesToTheNextRun() throws IOException {
		file("hr.csv", Duration.ofSeconds(5));
		assertThat(status(examined(Optional.empty()), Subject.FEED_GROWING)).isEqualTo(Status.WARN);
	}

	@Test
	void warnsWhereEverybodyCanLook() throws IOException {
		Files.setPosixFilePermissions(this.drop, PosixFilePermissions.fromString("rwxr-xr-x"));
		assertThat(status(examined(Optional.empty()), Subject.FEED_PRIVATE)).isEqualTo(Status.WARN);
	}

	@Test
	void asksNothingOfAFolderThatIsNotThere() throws IOException {
		Files.delete(this.drop);
		List<Check> checks = examined(Optional.empty());
		assertThat(checks).filteredOn(Check::forbidsWriting)
			.extracting(Check::subject)
			.containsExactly(Subject.FEED_FOLDER);
		assertThat(checks).filteredOn((check) -> check.subject() != Subject.FEED_FOLDER)
			.allSatisfy((check) -> assertThat(check.skippedBecause()).contains(Skip.DEPENDS_ON_ANOTHER));
		Files.createDirectory(this.drop);
	}

}
