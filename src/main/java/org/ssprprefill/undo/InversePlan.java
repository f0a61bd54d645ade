package org.ssprprefill.undo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.DecisionStore;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.match.WriteBlock;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodAnswers;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.Tenant;

/**
 * Plans how what a run wrote is taken back. A value that is not there any more as the run
 * left it, and a person who may not be written to, are left alone with the reason.
 */
public final class InversePlan {

	private final Tenant tenant;

	private final DecisionStore decisions;

	/**
	 * Creates a plan.
	 * @param tenant the tenant to ask what it holds
	 * @param decisions where it is recorded why something is left alone
	 */
	public InversePlan(Tenant tenant, DecisionStore decisions) {
		this.tenant = tenant;
		this.decisions = decisions;
	}

	/**
	 * Takes back what a run may have written for people.
	 * @param run the undoing run's id
	 * @param people people with the changes of the run to take back
	 * @return the inverse changes, for what the tenant still holds
	 */
	public List<PlannedChange> takeBack(String run, List<PlannedPerson> people) {
		List<PlannedPerson> touched = with(people, (change) -> change.state().mayHaveArrived());
		MethodAnswers answers = ask(touched);
		List<PlannedChange> inverse = new ArrayList<>();
		for (PlannedPerson person : touched) {
			Optional<WriteBlock> barrier = person.barrier();
			if (barrier.isPresent() || person.user().isEmpty()) {
				this.decisions.leaveOut(run, person.id(),
						barrier.map(WriteBlock::decision).orElse(MatchDecision.UNMATCHED), barrier);
				continue;
			}
			PersonUndo undo = new PersonUndo(person.user().get(), person.changes(), answers);
			undo.leftAlone()
				.forEach((kind, reason) -> this.decisions.redecide(run, person.id(), kind, new Decision(reason)));
			inverse.addAll(undo.changes());
		}
		return inverse;
	}

	/**
	 * Why a method is left alone that is not as the run to take back left it.
	 * @param person the person as of now
	 * @param change the undo's own change
	 * @param answers what is registered now
	 * @return the decision
	 */
	public static Decision leftAlone(PlannedPerson person, ChangeEntry change, MethodAnswers answers) {
		Optional<Reason> objection = (answers
			.about(person.id(), change.kind()) instanceof MethodAnswer.Registered registered)
					? PersonUndo.objection(person.user().orElseThrow(), change.kind(), registered, change.previous())
					: Optional.empty();
		return new Decision(objection.orElse(Reason.REMOVED_SINCE));
	}

	private static List<PlannedPerson> with(List<PlannedPerson> people, Predicate<ChangeEntry> which) {
		return people.stream()
			.map((person) -> new PlannedPerson(person.id(), person.user(), person.match(),
					person.changes().stream().filter(which).toList()))
			.filter((person) -> !person.changes().isEmpty())
			.toList();
	}

	private MethodAnswers ask(List<PlannedPerson> people) {
		Set<MethodQuery> queries = new LinkedHashSet<>();
		for (PlannedPerson person : people) {
			if (person.user().isPresent() && person.barrier().isEmpty()) {
				person.changes().forEach((change) -> queries.add(MethodQuery.about(person.id(), change.kind())));
			}
		}
		return queries.isEmpty() ? new MethodAnswers(Map.of()) : this.tenant.ask(queries);
	}

}
