package org.ssprprefill.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

import static org.assertj.core.api.Assertions.assertThat;

class KeptPlanIT {

	private final Runs runs = new Runs();

	@TempDir
	private Path folder;

	private JobDefinition definition;

	@BeforeEach
	void readDefinition() {
		this.definition = SmallJobs.job(this.folder, this.runs.name(), "");
	}

	private KeptPlan plans(Duration after) {
		return new KeptPlan(this.runs.ledger(), this.definition, this.runs.name(),
				Clock.fixed(Runs.START.plus(after), ZoneOffset.UTC));
	}

	private Optional<String> objection(String run) {
		return plans(Duration.ofHours(1)).objection(run);
	}

	private RunRecord begun(RunMode mode, Optional<String> concerns) {
		Clock clock = Clock.fixed(Runs.START, ZoneOffset.UTC);
		return new RunRegister(this.runs.ledger(), this.definition, this.runs.name(), clock).take(mode, concerns)
			.get(0);
	}

	private RunRecord kept() {
		RunRecord plan = begun(RunMode.PLAN, Optional.empty());
		this.runs.finish(plan);
		return plan;
	}

	private void note(RunRecord run, Fact fact) {
		this.runs.ledger().runs().note(run.id(), fact, true);
	}

	@Test
	void findsNothingAgainstAFreshPlan() {
		assertThat(objection(kept().id())).isEmpty();
	}

	@Test
	void appliesAHeldRunButNoOther() {
		RunRecord run = begun(RunMode.RUN, Optional.empty());
		this.runs.finish(run);
		assertThat(objection(run.id()).orElseThrow()).contains("kept no plan");
		note(run, Fact.HELD);
		assertThat(objection(run.id())).isEmpty();
		assertThat(plans(Duration.ZERO).isHeld(run.id())).isTrue();
	}

	/** It was ended in the middle of planning, before its limits were looked at. */
	@Test
	void refusesAPlanThatBrokeOff() {
		RunRecord broken = begun(RunMode.PLAN, Optional.empty());
		RunRecord anew = new RunRegister(this.runs.ledger(), this.definition, this.runs.name(),
				Clock.fixed(Runs.START.plus(Duration.ofHours(7)), ZoneOffset.UTC))
			.take(RunMode.PLAN, Optional.empty())
			.get(0);
		assertThat(anew.id()).isNotEqualTo(broken.id());
		assertThat(plans(Duration.ofHours(8)).objection(broken.id()).orElseThrow()).contains("did not come to its end");
	}

	@Test
	void refusesUnknownUnfinishedAndRefusedRuns() {
		RunRecord plan = begun(RunMode.PLAN, Optional.empty());
		assertThat(objection("nothing").orElseThrow()).contains("knows no run 'nothing'");
		assertThat(objection(plan.id()).orElseThrow()).contains("did not come to its end");
		this.runs.finish(plan);
		note(plan, Fact.REFUSED);
		assertThat(objection(plan.id()).orElseThrow()).contains("refused by a check");
	}

	@Test
	void keepsAPlanForADay() {
		String plan = kept().id();
		assertThat(plans(Duration.ofHours(24)).objection(plan)).isEmpty();
		assertThat(plans(Duration.ofHours(25)).objection(plan).orElseThrow()).contains("25 hours old");
	}

	@Test
	void refusesAPlanOfAnotherDefinition() {
		String plan = kept().id();
		this.definition = SmallJobs.job(this.folder, this.runs.name(), "methods: {mobile: replace}");
		assertThat(objection(plan).orElseThrow()).contains("another job definition");
	}

	@Test
	void refusesAPlanOfAnotherJobThatIsOtherwiseTheSame() {
		String plan = kept().id();
		this.definition = SmallJobs.job(this.folder, this.runs.name() + "-copy", "");
		assertThat(objection(plan).orElseThrow()).contains("belongs to job " + this.runs.name() + ", not to ");
	}

	@Test
	void appliesAPlanOnce() {
		RunRecord plan = kept();
		RunRecord apply = begun(RunMode.APPLY, Optional.of(plan.id()));
		note(apply, Fact.WRITING);
		this.runs.finish(apply);
		assertThat(objection(plan.id()).orElseThrow()).contains("already applied, by run " + apply.id());
	}

	@Test
	void appliesAPlanAgainThatNothingWasWrittenOf() {
		RunRecord plan = kept();
		this.runs.finish(begun(RunMode.APPLY, Optional.of(plan.id())));
		assertThat(objection(plan.id())).isEmpty();
	}

	@Test
	void letsAKilledApplyGoOnHoweverOldItsPlanIs() {
		RunRecord plan = kept();
		note(begun(RunMode.APPLY, Optional.of(plan.id())), Fact.WRITING);
		this.definition = SmallJobs.job(this.folder, this.runs.name(), "methods: {mobile: replace}");
		assertThat(plans(Duration.ofDays(3)).objection(plan.id())).isEmpty();
	}

}
