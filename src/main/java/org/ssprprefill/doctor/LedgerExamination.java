package org.ssprprefill.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.LedgerState;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

/**
 * Looks at the ledger, without the tenant's lock: a run under way is neither disturbed
 * nor waited for.
 */
public final class LedgerExamination {

	/** As far back as a run is looked for among plans and measurements. */
	private static final int RECENT = 100;

	private final String job;

	private final String tenant;

	private final Instant now;

	private final Findings findings = new Findings();

	/**
	 * Prepares an examination.
	 * @param job the job's name
	 * @param tenant the tenant's key in the ledger
	 * @param now the time
	 */
	public LedgerExamination(String job, String tenant, Instant now) {
		this.job = job;
		this.tenant = tenant;
		this.now = now;
	}

	/**
	 * Looks.
	 * @param state how far the ledger could be opened
	 * @param folder the home folder, where there is one
	 * @return the checks
	 */
	public List<Check> of(LedgerState state, Optional<Path> folder) {
		folder.ifPresent(this::space);
		if (state instanceof LedgerState.Open open) {
			this.findings.add(answers());
			this.findings.add(Checks.pass(Subject.LEDGER_TABLES, "Up to date, version " + open.tables() + "."));
			this.findings.add(Checks.pass(Subject.LEDGER_KEY, "The key opens the ledger."));
			this.findings.add(AuditChecks.of(open.ledger().audit().verify(this.tenant)));
			runs(open.ledger());
			return this.findings.checks();
		}
		Subject cause = cause(state);
		this.findings.skipRest(EnumSet.of(Area.LEDGER), cause);
		return this.findings.checks();
	}

	private static Check answers() {
		return Checks.pass(Subject.LEDGER, "The ledger's database answers.");
	}

	private Subject cause(LedgerState state) {
		if (state instanceof LedgerState.Busy busy) {
			this.findings.add(Checks.skipped(Subject.LEDGER, Skip.IN_USE, busy.problem(),
					"Nothing is wrong: ask again when that run has ended."));
			return Subject.LEDGER;
		}
		LedgerState.Closed closed = (LedgerState.Closed) state;
		Subject cause = switch (closed.part()) {
			case SERVER -> Subject.LEDGER;
			case TABLES -> Subject.LEDGER_TABLES;
			case KEY -> Subject.LEDGER_KEY;
		};
		if (cause != Subject.LEDGER) {
			this.findings.add(answers());
		}
		if (cause == Subject.LEDGER_KEY) {
			this.findings.add(Checks.pass(Subject.LEDGER_TABLES, "Up to date."));
		}
		this.findings.add(Checks.guard(cause, closed.problem(),
				"No run can begin before this is mended; the sentence before says how."));
		return cause;
	}

	private void runs(Ledger ledger) {
		Optional<RunRecord> last = ledger.runs()
			.history(this.tenant, this.job, RECENT)
			.stream()
			.filter((run) -> run.mode() == RunMode.RUN)
			.findFirst();
		last.ifPresentOrElse((run) -> {
			this.findings.add(LedgerChecks.lastRun(run, this.now));
			this.findings.add(LedgerChecks.lastOutcome(run, this.now));
		}, () -> {
			this.findings.add(LedgerChecks.neverRan());
			this.findings.add(Checks.skipped(Subject.LAST_OUTCOME, Skip.NOTHING_TO_LOOK_AT, "There was no run yet.",
					"Nothing to do."));
		});
	}

	private void space(Path folder) {
		try {
			this.findings.add(LedgerChecks.space(folder, Files.getFileStore(folder).getUsableSpace()));
		}
		catch (IOException ex) {
			this.findings.add(Checks.skipped(Subject.DISK_SPACE, Skip.NOT_VISIBLE,
					"The disk of " + folder + " does not say how much is free.", "Look by hand."));
		}
	}

}
