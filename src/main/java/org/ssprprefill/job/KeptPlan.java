package org.ssprprefill.job;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.report.RunStatus;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

/** A plan that waits to be applied, and what may speak against applying it. */
public final class KeptPlan {

	private static final Duration SHELF_LIFE = Duration.ofHours(24);

	private final Ledger ledger;

	private final JobDefinition definition;

	private final String tenant;

	private final Clock clock;

	/**
	 * Creates the view on kept plans.
	 * @param ledger the ledger
	 * @param definition the job definition the plan must have been made from
	 * @param tenant the tenant's key in the ledger
	 * @param clock the time
	 */
	public KeptPlan(Ledger ledger, JobDefinition definition, String tenant, Clock clock) {
		this.ledger = ledger;
		this.definition = definition;
		this.tenant = tenant;
		this.clock = clock;
	}

	/**
	 * What speaks against applying a run's plan.
	 * @param id the run's id
	 * @return a sentence with the remedy, or nothing
	 */
	public Optional<String> objection(String id) {
		Optional<RunRecord> found = this.ledger.runs().find(id);
		if (found.isEmpty()) {
			return Optional.of("The ledger knows no run '" + id + "'. See sspr-prefill history JOB.");
		}
		RunRecord run = found.get();
		// Another job's files, history and limits are not this one's, be its columns the
		// same
		if (!run.tenant().equals(this.tenant) || !run.job().equals(this.definition.name())) {
			return Optional.of("Run " + id + " belongs to job " + run.job() + ", not to " + this.definition.file()
					+ ". Name its own job definition with --job.");
		}
		if (run.finishedAt().isEmpty() || brokeOff(run)) {
			return Optional.of("Run " + id + " did not come to its end. Start it again, or make a new plan.");
		}
		if (run.mode() != RunMode.PLAN && !run.held()) {
			return Optional.of("Run " + id + " kept no plan: it was "
					+ ((run.mode() == RunMode.RUN || run.mode() == RunMode.VERIFY) ? "a " : "an ") + run.mode().word()
					+ ".");
		}
		if (run.refused()) {
			return Optional.of("Run " + id + " was refused by a check. Mend what it names and make a new plan.");
		}
		Optional<RunRecord> applying = this.ledger.runs().appliedBy(id).filter(RunRecord::writing);
		if (applying.isPresent()) {
			return applied(run, applying.get());
		}
		return age(run).or(() -> definition(run));
	}

	/** It was given up, perhaps before its limits were looked at. */
	private static boolean brokeOff(RunRecord run) {
		return run.exitCode().equals(OptionalInt.of(RunStatus.FAILED.exitCode()));
	}

	private Optional<String> age(RunRecord run) {
		Duration age = Duration.between(run.startedAt(), this.clock.instant());
		return (age.compareTo(SHELF_LIFE) <= 0) ? Optional.empty() : Optional.of("The plan of run " + run.id() + " is "
				+ age.toHours() + " hours old, and 24 are allowed. Make a new plan.");
	}

	/** What has begun to write is finished, however old the plan is by now. */
	private static Optional<String> applied(RunRecord run, RunRecord applying) {
		return applying.finishedAt().isEmpty() ? Optional.empty() : Optional
			.of("The plan of run " + run.id() + " was already applied, by run " + applying.id() + ". Make a new plan.");
	}

	private Optional<String> definition(RunRecord run) {
		return (run.definition().equals(this.definition.fingerprint())) ? Optional.empty()
				: Optional.of("The plan of run " + run.id() + " was made from another job definition than "
						+ this.definition.file() + " is now. Make a new plan.");
	}

	/**
	 * Whether a limit holds a run's plan.
	 * @param id the run's id
	 * @return {@code true} if it must be released
	 */
	public boolean isHeld(String id) {
		return this.ledger.runs().find(id).filter(RunRecord::held).isPresent();
	}

	/**
	 * Records who applies a plan.
	 * @param id the run's id
	 * @param who the operating system user
	 */
	public void release(String id, String who) {
		this.ledger.runs().released(id, who);
	}

}
