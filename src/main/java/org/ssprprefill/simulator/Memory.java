package org.ssprprefill.simulator;

import java.util.Optional;

/**
 * Where a simulated tenant keeps what was written to it, so that the next simulation
 * finds it as the last one left it. What is kept holds contact values in clear: only for
 * tenants without real people.
 */
public interface Memory {

	/**
	 * What was remembered last.
	 * @return the state, or empty if there is none
	 */
	Optional<byte[]> recall();

	/**
	 * Called after every request that wrote, before it is answered.
	 * @param state replaces what was remembered before
	 */
	void remember(byte[] state);

	/**
	 * Forgets everything.
	 * @return a memory that recalls nothing
	 */
	static Memory none() {
		return NoStateStore.INSTANCE;
	}

}
