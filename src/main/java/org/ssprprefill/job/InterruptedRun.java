package org.ssprprefill.job;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.report.RunStatus;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.verify.Verifier;

/** A run that was never finished, and never will be. */
final class InterruptedRun {

	private final Ledger ledger;

	private final RunRecord run;

	InterruptedRun(Ledger ledger, RunRecord run) {
		this.ledger = ledger;
		this.run = run;
	}

	/**
	 * Sends nothing any more, and finds out what became of what was sent. Done again
	 * after a crash, it goes on.
	 */
	void settle(Tenant tenant, int atATime, Consumer<Duration> pause) {
		this.ledger.changes().withdrawAll(this.run.id());
		new Verifier(tenant, this.ledger.changes(), atATime, pause).verify(this.run.id());
	}

	/** Ends it for good, as failed. */
	void end(Instant now) {
		end(RunStatus.FAILED, now);
	}

	/** Ends it for good. */
	void end(RunStatus ending, Instant now) {
		this.ledger.rows().forget(this.run.id());
		// Its files were never worked off
		this.ledger.files().leaveAll(this.run.id());
		this.ledger.runs().finish(this.run.id(), ending.outcome().word(), ending.exitCode(), now);
	}

}
