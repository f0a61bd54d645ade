package org.ssprprefill.job;

import java.util.Optional;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

/** A run that is to be taken back, and what may speak against it. */
public final class UndoPreconditions {

	private final Ledger ledger;

	private final JobDefinition definition;

	private final String tenant;

	/**
	 * Creates the view on runs that may be taken back.
	 * @param ledger the ledger
	 * @param definition the job definition, which says who may be written to
	 * @param tenant the tenant's key in the ledger
	 */
	public UndoPreconditions(Ledger ledger, JobDefinition definition, String tenant) {
		this.ledger = ledger;
		this.definition = definition;
		this.tenant = tenant;
	}

	/**
	 * What speaks against taking a run back. The job definition may have changed since
	 * the run: what was written is in the ledger.
	 * @param id the run's id
	 * @return a sentence with the remedy, or nothing
	 */
	public Optional<String> objection(String id) {
		Optional<RunRecord> found = this.ledger.runs().find(id);
		if (found.isEmpty()) {
			return Optional.of("The ledger knows no run '" + id + "'. See sspr-prefill history JOB.");
		}
		RunRecord run = found.get();
		if (!run.tenant().equals(this.tenant) || !run.job().equals(this.definition.name())) {
			return Optional.of("Run " + id + " belongs to job " + run.job() + ", not to " + this.definition.file()
					+ ". Name its own job definition with --job.");
		}
		Optional<RunRecord> applying = this.ledger.runs().appliedBy(id);
		if (applying.isPresent()) {
			return Optional.of("Run " + id + " wrote nothing itself; its plan was applied by run " + applying.get().id()
					+ ". Take that one back (sspr-prefill undo " + applying.get().id() + ").");
		}
		if (!run.mode().writes()) {
			String kind = (run.mode() == RunMode.UNDO_DRY_RUN) ? "the rehearsal of an undo" : "a " + run.mode().word();
			return Optional.of("Run " + id + " wrote nothing: it was " + kind + ".");
		}
		return this.ledger.purges().isPurged(id)
				? Optional.of("What run " + id + " wrote was purged from the ledger; it cannot be taken back any more.")
				: Optional.empty();
	}

}
