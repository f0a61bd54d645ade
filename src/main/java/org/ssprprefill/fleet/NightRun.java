package org.ssprprefill.fleet;

import org.ssprprefill.definition.JobDefinition;

/** Runs one tenant's night in this process, by itself and beside others. */
@FunctionalInterface
public interface NightRun {

	/**
	 * Runs the night to its end, or until it is asked to leave off.
	 * @param job the tenant's job
	 * @param night what is known of the night; a run that ended since it was planned is
	 * its result
	 * @param stop says when to leave off
	 * @return how it ended
	 */
	NightEnd run(JobDefinition job, TenantNight night, LeaveOff stop);

}
