package org.ssprprefill.simulator;

import java.util.Optional;

/** No memory at all. */
enum NoStateStore implements Memory {

	INSTANCE;

	@Override
	public Optional<byte[]> recall() {
		return Optional.empty();
	}

	@Override
	public void remember(byte[] state) {
		// Forgetting is what this one is for
	}

}
