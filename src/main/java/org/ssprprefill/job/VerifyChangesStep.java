package org.ssprprefill.job;

import org.ssprprefill.verify.Verifier;

/** Reads back what was written. */
final class VerifyChangesStep implements NightStep {

	private final Night night;

	VerifyChangesStep(Night night) {
		this.night = night;
	}

	@Override
	public long work() {
		return new Verifier(this.night.tenant(), this.night.ledger().changes(), this.night.batchesAtATime(),
				this.night::pause)
			.verify(this.night.runId());
	}

}
