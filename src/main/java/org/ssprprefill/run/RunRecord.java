package org.ssprprefill.run;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the ledger knows of a run as a whole.
 *
 * @param id the run's id, fit for a file name
 * @param job the job's name
 * @param mode what it was started for
 * @param tenant the tenant's key in the ledger
 * @param definition the fingerprint of the job definition it was started with
 * @param concerns the run whose plan it applies
 * @param startedAt when it was first started
 * @param finishedAt when it ended; nothing while it may still be taken up
 * @param outcome the outcome's word
 * @param exitCode the exit code
 * @param refused whether a check that guards writing failed
 * @param closed whether the tenant could not be entered at all
 * @param held whether a limit holds its plan
 * @param writing whether it has begun to write
 * @param rolesReadable whether the administrators could be read
 * @param reportReadable whether the registration report could be read
 * @param planHash the hash of its plan
 */
public record RunRecord(String id, String job, RunMode mode, String tenant, String definition,
		Optional<String> concerns, Instant startedAt, Optional<Instant> finishedAt, Optional<String> outcome,
		OptionalInt exitCode, boolean refused, boolean closed, boolean held, boolean writing, boolean rolesReadable,
		boolean reportReadable, Optional<String> planHash) {
}
