package org.ssprprefill.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.run.RunRecord;

/** The plan of one run while it is applied: its people, and what is taken out of it. */
public final class RunPlan {

	private final Ledger ledger;

	private final RunRecord run;

	private final Optional<ObjectId> scopeGroup;

	private final int employeeIdWidth;

	/**
	 * Creates the view on a plan.
	 * @param ledger the ledger
	 * @param run the run
	 * @param scopeGroup the group that bounds the scope
	 * @param employeeIdWidth to how many digits employee ids are padded on both sides
	 * before they are compared; 0 where leading zeros count
	 */
	public RunPlan(Ledger ledger, RunRecord run, Optional<ObjectId> scopeGroup, int employeeIdWidth) {
		this.ledger = ledger;
		this.run = run;
		this.scopeGroup = scopeGroup;
		this.employeeIdWidth = employeeIdWidth;
	}

	/**
	 * People of the plan as the ledger knows them now.
	 * @param users whom to look for
	 * @return those with changes in the plan
	 */
	public List<PlannedPerson> people(Collection<ObjectId> users) {
		return this.ledger.peopleOfPlan(this.run, users, this.scopeGroup, this.employeeIdWidth);
	}

	/**
	 * Takes out a change of a person who may not be written to any more. What was sent is
	 * only read back from now on.
	 * @param change the change
	 * @param person the person as of now
	 */
	public void leaveOut(ChangeEntry change, PlannedPerson person) {
		this.ledger.changes().withdraw(change.id());
		this.ledger.decisions().leaveOut(this.run.id(), person.id(), person.decision(), person.barrier());
	}

	/**
	 * Replaces a change that was not sent; what was sent is only read back from now on.
	 * @param change the change
	 * @param decision what was decided instead
	 * @param instead the change to make instead
	 */
	public void redecide(ChangeEntry change, Decision decision, Optional<PlannedChange> instead) {
		if (this.ledger.changes().withdraw(change.id())) {
			return;
		}
		this.ledger.decisions().redecide(this.run.id(), change.user(), change.kind(), decision);
		instead.ifPresent((planned) -> this.ledger.changes().plan(this.run, List.of(planned)));
	}

	/**
	 * Commits what became of a change.
	 * @param settlement the outcome
	 */
	public void settle(Settlement settlement) {
		this.ledger.changes().settle(List.of(settlement));
	}

}
