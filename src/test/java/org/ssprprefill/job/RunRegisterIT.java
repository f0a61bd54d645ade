package org.ssprprefill.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.feed.FileStamp;
import org.ssprprefill.ledger.FeedFileRecord;
import org.ssprprefill.ledger.FeedFileRecord.Disposition;
import org.ssprprefill.ledger.RunStore;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.ledger.StagedFile;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

import static org.assertj.core.api.Assertions.assertThat;

class RunRegisterIT {

	private static final Duration LATER = Duration.ofHours(7);

	private final Runs runs = new Runs();

	private final RunStore store = this.runs.ledger().runs();

	@TempDir
	private Path folder;

	private JobDefinition definition;

	@BeforeEach
	void readDefinition() {
		this.definition = SmallJobs.job(this.folder, this.runs.name(), "");
	}

	private List<RunRecord> take(RunMode mode, Optional<String> concerns, Duration after) {
		Clock clock = Clock.fixed(Runs.START.plus(after), ZoneOffset.UTC);
		return new RunRegister(this.runs.ledger(), this.definition, this.runs.name(), clock).take(mode, concerns);
	}

	private RunRecord take(RunMode mode) {
		List<RunRecord> taken = take(mode, Optional.empty(), Duration.ZERO);
		return taken.get(taken.size() - 1);
	}

	@Test
	void beginsARunUnderAnIdFitForAFolder() {
		RunRecord run = take(RunMode.RUN);
		assertThat(run.id()).matches("20261122-020000-[0-9a-f]{4}");
		assertThat(run.definition()).isEqualTo(this.definition.fingerprint());
		assertThat(this.runs.now(run.id())).isEqualTo(run);
	}

	@Test
	void takesUpARunThatWasKilled() {
		assertThat(take(RunMode.RUN)).isEqualTo(take(RunMode.RUN));
	}

	@Test
	void beginsAnewAfterARunThatEnded() {
		RunRecord run = take(RunMode.RUN);
		this.runs.finish(run);
		assertThat(take(RunMode.RUN).id()).isNotEqualTo(run.id());
	}

	@Test
	void givesUpARunThatReadTooLongAgoAndLeavesItsFiles() {
		RunRecord stale = take(RunMode.RUN);
		FeedFileRecord file = new FeedFileRecord("hr.csv", "", "of-" + stale.id(), new FileStamp(1, Instant.EPOCH, ""),
				"", "", 0, 0, Disposition.ARCHIVED, Optional.empty(), false, Optional.empty());
		this.runs.ledger().files().receive(stale.id(), file);
		this.runs.ledger().files().staged(stale.id(), "hr.csv", new StagedFile("of-it", "", "", 3, Map.of()));
		assertThat(take(RunMode.RUN, Optional.empty(), LATER)).extracting(RunRecord::id).doesNotContain(stale.id());
		assertThat(this.runs.now(stale.id()).exitCode()).hasValue(1);
		assertThat(this.runs.now(stale.id()).outcome()).contains("failed");
		assertThat(this.runs.ledger().files().lastAccepted(stale.job(), stale.tenant(), Instant.EPOCH)).isEmpty();
	}

	@Test
	void givesUpARunOfAnotherDefinition() {
		RunRecord old = take(RunMode.RUN);
		this.definition = SmallJobs.job(this.folder, this.runs.name(), "methods: {mobile: replace}");
		assertThat(take(RunMode.RUN).id()).isNotEqualTo(old.id());
		assertThat(this.runs.now(old.id()).finishedAt()).isPresent();
	}

	@Test
	void finishesWhatHasBegunToWriteHoweverOldAndChanged() {
		RunRecord writing = take(RunMode.RUN);
		this.store.note(writing.id(), Fact.WRITING, true);
		this.definition = SmallJobs.job(this.folder, this.runs.name(), "methods: {mobile: replace}");
		assertThat(take(RunMode.RUN, Optional.empty(), LATER)).extracting(RunRecord::id).containsExactly(writing.id());
	}

	@Test
	void finishesAnotherWritingRunBeforeTheOneAskedFor() {
		RunRecord plan = this.runs.begin(RunMode.PLAN);
		RunRecord apply = take(RunMode.APPLY, Optional.of(plan.id()), Duration.ZERO).get(0);
		this.store.note(apply.id(), Fact.WRITING, true);
		List<RunRecord> taken = take(RunMode.RUN, Optional.empty(), Duration.ZERO);
		assertThat(taken).extracting(RunRecord::mode).containsExactly(RunMode.APPLY, RunMode.RUN);
		assertThat(taken.get(0).id()).isEqualTo(apply.id());
	}

	@Test
	void leavesWritingRunsToCommandsThatMayWrite() {
		RunRecord writing = take(RunMode.RUN);
		this.store.note(writing.id(), Fact.WRITING, true);
		assertThat(take(RunMode.VERIFY, Optional.empty(), Duration.ZERO)).extracting(RunRecord::mode)
			.containsExactly(RunMode.VERIFY);
		assertThat(this.runs.now(writing.id()).finishedAt()).isEmpty();
	}

	@Test
	void doesNotTakeTheApplyOfAnotherPlan() {
		RunRecord one = this.runs.begin(RunMode.PLAN);
		RunRecord other = this.runs.begin(RunMode.PLAN);
		RunRecord apply = take(RunMode.APPLY, Optional.of(one.id()), Duration.ZERO).get(0);
		assertThat(take(RunMode.APPLY, Optional.of(other.id()), Duration.ZERO)).extracting(RunRecord::id)
			.doesNotContain(apply.id());
	}

}
