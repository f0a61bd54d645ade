package org.ssprprefill.job;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.vault.AlteredLedgerException;

/**
 * Decides which run a command works on: one that a dead process left unfinished, or a new
 * one. The caller holds the tenant's lock.
 */
public final class RunRegister {

	/** What an unfinished run has read is too old to be planned from after this. */
	private static final Duration FRESH = Duration.ofHours(6);

	private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

	private final Ledger ledger;

	private final JobDefinition definition;

	private final String tenant;

	private final Clock clock;

	/**
	 * Creates a register.
	 * @param ledger the ledger
	 * @param definition the job definition
	 * @param tenant the tenant's key in the ledger
	 * @param clock the time
	 */
	public RunRegister(Ledger ledger, JobDefinition definition, String tenant, Clock clock) {
		this.ledger = ledger;
		this.definition = definition;
		this.tenant = tenant;
		this.clock = clock;
	}

	/**
	 * The runs to work on, one after the other. A run that had begun to write is always
	 * finished first; one that had not, and no longer fits, is given up. An undo finishes
	 * no other run: an undo must not cause more writes.
	 * @param mode what the command asks for
	 * @param concerns the run whose plan is applied, or that is taken back
	 * @return the runs, the last being the one asked for
	 * @throws AlteredLedgerException if one that has begun to write was altered since
	 */
	public List<RunRecord> take(RunMode mode, Optional<String> concerns) {
		List<RunRecord> runs = new ArrayList<>();
		Optional<RunRecord> same = Optional.empty();
		List<RunRecord> unfinished = this.ledger.runs().unfinished(this.tenant, this.definition.name());
		unfinished.stream().filter(RunRecord::writing).forEach(this.ledger.audit()::prove);
		for (RunRecord run : unfinished) {
			if (same.isEmpty() && run.mode() == mode && run.concerns().equals(concerns) && isWorthFinishing(run)) {
				same = Optional.of(run);
			}
			else if (run.writing() && mode.writes() && mode != RunMode.UNDO) {
				runs.add(run);
			}
			else if (!run.writing() && run.mode() == mode) {
				new InterruptedRun(this.ledger, run).end(this.clock.instant());
			}
		}
		runs.add(same.orElseGet(() -> begin(mode, concerns)));
		return runs;
	}

	private boolean isWorthFinishing(RunRecord run) {
		Instant now = this.clock.instant();
		return run.writing()
				|| (run.definition().equals(this.definition.fingerprint()) && run.startedAt().plus(FRESH).isAfter(now));
	}

	/**
	 * Begins a probe, which no other run takes up.
	 * @return the new run
	 */
	public RunRecord beginProbe() {
		return begin(RunMode.PROBE, Optional.empty());
	}

	private RunRecord begin(RunMode mode, Optional<String> concerns) {
		Instant now = this.clock.instant();
		String id = id(now);
		while (this.ledger.runs().find(id).isPresent()) {
			id = id(now);
		}
		RunRecord run = new RunRecord(id, this.definition.name(), mode, this.tenant, this.definition.fingerprint(),
				concerns, now, Optional.empty(), Optional.empty(), OptionalInt.empty(), false, false, false, false,
				false, false, Optional.empty());
		this.ledger.runs().begin(run);
		return run;
	}

	/** Many jobs of one ledger may begin in the same second. */
	private static String id(Instant now) {
		byte[] tail = new byte[2];
		new SecureRandom().nextBytes(tail);
		return ID.format(now) + "-" + HexFormat.of().formatHex(tail);
	}

}
