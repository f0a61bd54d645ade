package org.ssprprefill.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.ssprprefill.doctor.UndoChecks;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.PlannedPeopleQuery;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.undo.InversePlan;

/**
 * Plans how a run is taken back. An undo that has begun to write keeps its plan: what
 * changed since is seen before it is sent.
 */
final class PlanUndoStep implements NightStep {

	private static final int PAGE = 100;

	private final RunContext context;

	private final Ledger ledger;

	PlanUndoStep(RunContext context) {
		this.context = context;
		this.ledger = context.ledger();
	}

	@Override
	public long work() {
		RunRecord run = this.context.run();
		if (run.closed()) {
			return 0;
		}
		if (run.writing()) {
			return 0;
		}
		InversePlan inverse = new InversePlan(this.context.tenant(), this.ledger.decisions());
		RunRecord undone = this.ledger.runs().find(run.concerns().orElseThrow()).orElseThrow();
		if (run.mode() == RunMode.UNDO && !run.refused() && undone.writing() && undone.finishedAt().isEmpty()) {
			InterruptedRun brokenOff = new InterruptedRun(this.ledger, undone);
			brokenOff.settle(this.context.tenant(), this.context.batchesAtATime(), this.context::pause);
			this.context.answer(UndoChecks.brokenOff(undone.id()));
			brokenOff.end(this.context.clock().instant());
		}
		this.ledger.changes().forgetPlanned(run.id());
		this.ledger.decisions().inheritChanged(undone.id(), run.id());
		return eachPage(run, undone.id(),
				(people) -> this.ledger.changes().plan(run, inverse.takeBack(run.id(), people)));
	}

	private long eachPage(RunRecord run, String plan, Consumer<List<PlannedPerson>> work) {
		long worked = 0;
		List<PlannedPerson> page = new ArrayList<>();
		try (PlannedPeopleQuery people = this.ledger.peopleOfPlan(run, plan, this.context.definition().scope().group(),
				this.context.definition().employeeIdWidth())) {
			for (Optional<PlannedPerson> person = people.next(); person.isPresent(); person = people.next()) {
				page.add(person.get());
				worked++;
				if (page.size() == PAGE) {
					work.accept(List.copyOf(page));
					page.clear();
				}
			}
		}
		work.accept(page);
		return worked;
	}

}
