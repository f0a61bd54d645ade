package org.ssprprefill.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.doctor.Check.Status;
import org.ssprprefill.ledger.LedgerState;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerChecksTests {

	private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	@TempDir
	private Path folder;

	private static RunRecord run(Duration ago, OptionalInt exitCode) {
		Instant started = NOW.minus(ago);
		boolean ended = exitCode.isPresent();
		return new RunRecord("20261121-020000-0001", "nightly", RunMode.RUN, "tenant", "definition", Optional.empty(),
				started, Optional.of(started).filter((one) -> ended), Optional.of("done").filter((one) -> ended),
				exitCode, false, false, false, false, true, true, Optional.empty());
	}

	@Test
	void missesANightThatDidNotCome() {
		assertThat(LedgerChecks.lastRun(run(Duration.ofHours(36), OptionalInt.of(0)), NOW).status())
			.isEqualTo(Status.PASS);
		assertThat(LedgerChecks.lastRun(run(Duration.ofHours(37), OptionalInt.of(0)), NOW).status())
			.isEqualTo(Status.WARN);
		assertThat(LedgerChecks.neverRan().status()).isEqualTo(Status.WARN);
	}

	@ParameterizedTest
	@CsvSource({ "0, PASS", "1, WARN", "3, WARN", "4, PASS", "5, PASS", "7, WARN", "8, PASS" })
	void looksAtRunsWithoutEffect(int exitCode, Status status) {
		Check check = LedgerChecks.lastOutcome(run(Duration.ofHours(1), OptionalInt.of(exitCode)), NOW);
		assertThat(check.status()).isEqualTo(status);
		assertThat(check.detail().inEnglish()).contains("exit code " + exitCode);
	}

	@Test
	void takesAnUnfinishedRunForOneUnderWayAtFirst() {
		assertThat(LedgerChecks.lastOutcome(run(Duration.ofHours(5), OptionalInt.empty()), NOW).status())
			.isEqualTo(Status.PASS);
		assertThat(LedgerChecks.lastOutcome(run(Duration.ofHours(7), OptionalInt.empty()), NOW)
			.remedy()
			.orElseThrow()
			.inEnglish()).contains("Start the same command again");
	}

	@ParameterizedTest
	@CsvSource({ "99, FAIL", "100, WARN", "1023, WARN", "1024, PASS" })
	void measuresTheRoomThatIsLeft(long mebibytes, Status status) {
		assertThat(LedgerChecks.space(this.folder, mebibytes * 1024 * 1024).status()).isEqualTo(status);
	}

	private List<Check> examined(LedgerState state) {
		return new LedgerExamination("nightly", "tenant", NOW).of(state, Optional.of(this.folder));
	}

	@Test
	void waitsForNobodyWhileARunUsesTheHome() {
		List<Check> checks = examined(new LedgerState.Busy("The home folder is in use by process 17."));
		assertThat(checks).noneMatch(Check::forbidsWriting);
		assertThat(checks).filteredOn((check) -> check.subject() == Subject.LEDGER).allSatisfy((check) -> {
			assertThat(check.skippedBecause()).contains(Skip.IN_USE);
			assertThat(check.detail().inEnglish()).contains("process 17");
		});
		assertThat(checks).filteredOn((check) -> check.subject() == Subject.LAST_RUN)
			.allSatisfy((check) -> assertThat(check.skippedBecause()).contains(Skip.DEPENDS_ON_ANOTHER));
		assertThat(checks).extracting(Check::subject)
			.containsExactly(Subject.LEDGER, Subject.LEDGER_TABLES, Subject.LEDGER_KEY, Subject.DISK_SPACE,
					Subject.LEDGER_AUDIT, Subject.LAST_RUN, Subject.LAST_OUTCOME);
	}

	@ParameterizedTest
	@CsvSource({ "SERVER, LEDGER", "TABLES, LEDGER_TABLES", "KEY, LEDGER_KEY" })
	void namesThePartThatIsInTheWay(LedgerState.Part part, Subject subject) {
		List<Check> checks = examined(new LedgerState.Closed(part, "It is broken."));
		assertThat(checks).filteredOn(Check::forbidsWriting).extracting(Check::subject).containsExactly(subject);
		assertThat(checks).filteredOn((check) -> check.subject().compareTo(subject) < 0)
			.allSatisfy((check) -> assertThat(check.status()).isEqualTo(Status.PASS));
	}

}
