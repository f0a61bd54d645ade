package org.ssprprefill.job;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.ssprprefill.database.Cursor;
import org.ssprprefill.doctor.Check;
import org.ssprprefill.doctor.ColumnChecks;
import org.ssprprefill.ledger.ChangeCount;
import org.ssprprefill.ledger.ChangeFingerprint;
import org.ssprprefill.ledger.FeedFileRecord;
import org.ssprprefill.ledger.FeedFileStore;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.RunDocuments.Document;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.plan.LimitResult;
import org.ssprprefill.plan.Limits;
import org.ssprprefill.plan.PlanHash;
import org.ssprprefill.plan.PlanSize;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weighs the plan against the limits before the first write, and seals it with a hash.
 */
final class LimitsStep implements NightStep {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final RunContext context;

	private final Ledger ledger;

	LimitsStep(RunContext context) {
		this.context = context;
		this.ledger = context.ledger();
	}

	@Override
	public long work() {
		RunRecord run = this.context.run();
		if (this.context.plansNoMore()) {
			return 0;
		}
		if (run.writing()) {
			this.ledger.changes().onlyReadBackUndecided(run.id());
			this.ledger.decisions().tellWhatWasSent(run.id());
		}
		this.ledger.files().countRejected(run.id());
		this.ledger.runs().planned(run.id(), hash(run.id()));
		List<LimitResult> limits = Limits.check(size(run), this.context.definition().limits());
		this.ledger.papers().keep(run.id(), Document.LIMITS, JSON.writeValueAsString(limits));
		List<Check> columns = columns(run);
		columns.forEach(this.context::answer);
		boolean exceeded = limits.stream().anyMatch(LimitResult::exceeded) || !columns.isEmpty();
		boolean held = run.mode().mayBeHeld() && exceeded;
		this.ledger.runs().note(run.id(), Fact.HELD, held);
		return limits.size();
	}

	/** Columns that must be looked at by a person hold the run as a limit does. */
	private List<Check> columns(RunRecord run) {
		if (run.mode() == RunMode.APPLY) {
			this.ledger.rows().columns().inherit(run.concerns().orElseThrow(), run.id());
			return List.of();
		}
		return ColumnChecks.of(this.ledger.rows().columns().measure(run.id()),
				this.ledger.rows().columns().lastAccepted(run));
	}

	private PlanSize size(RunRecord run) {
		List<FeedFileRecord> staged = this.ledger.files().of(run.id()).stream().filter(FeedFileRecord::staged).toList();
		long rows = staged.stream().mapToLong(FeedFileRecord::rows).sum();
		long rejected = staged.stream().mapToLong(FeedFileRecord::rejected).sum();
		long changes = this.ledger.figures().changes(run.id()).stream().mapToLong(ChangeCount::amount).sum();
		return new PlanSize(changes, this.ledger.figures().matchedPeople(run.id()), rows, rejected, people(run),
				this.ledger.files().lastAcceptedPeople(run.job(), run.tenant(), run.id()));
	}

	/**
	 * Rows of an applied plan are gone; who they were about was counted when it was made.
	 */
	private OptionalLong people(RunRecord run) {
		FeedFileStore files = this.ledger.files();
		if (files.of(run.id()).stream().noneMatch(FeedFileRecord::staged)) {
			return OptionalLong.empty();
		}
		return OptionalLong.of((run.mode() == RunMode.APPLY) ? files.people(run.id()) : files.countPeople(run.id()));
	}

	private String hash(String run) {
		PlanHash hash = new PlanHash();
		try (Cursor<ChangeFingerprint> changes = this.ledger.changes().fingerprints(run)) {
			for (Optional<ChangeFingerprint> change = changes.next(); change.isPresent(); change = changes.next()) {
				ChangeFingerprint one = change.get();
				hash.add(one.user(), one.kind(), new Decision(one.reason()), one.value());
			}
		}
		return hash.hex();
	}

}
