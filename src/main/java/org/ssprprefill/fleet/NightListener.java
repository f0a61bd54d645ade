package org.ssprprefill.fleet;

/** Is told whenever a night ended, or is to be done again. */
@FunctionalInterface
public interface NightListener {

	/**
	 * Tells of a night.
	 * @param night the night as it was begun
	 * @param end how its run ended
	 * @param outcome what becomes of it; waiting where it is done again
	 */
	void told(TenantNight night, NightEnd end, NightOutcome outcome);

}
