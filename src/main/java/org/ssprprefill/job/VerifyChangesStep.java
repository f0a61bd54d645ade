package org.ssprprefill.job;

import org.ssprprefill.verify.Verifier;

/** Reads back what was written. */
final class VerifyChangesStep implements NightStep {

	private final RunContext context;

	VerifyChangesStep(RunContext context) {
		this.context = context;
	}

	@Override
	public long work() {
		return new Verifier(this.context.tenant(), this.context.ledger().changes(), this.context.batchesAtATime(),
				this.context::pause)
			.verify(this.context.runId());
	}

}
