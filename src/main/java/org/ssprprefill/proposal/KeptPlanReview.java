package org.ssprprefill.proposal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.DecisionStore;
import org.ssprprefill.ledger.MatchedUser;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.plan.Pilot;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.tenant.MethodAnswers;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.Tenant;

/**
 * Looks at a kept plan again right before it is applied: a person whose situation changed
 * since is left out, never guessed about.
 */
public final class KeptPlanReview {

	private final Tenant tenant;

	private final MethodRules rules;

	private final DecisionStore decisions;

	/**
	 * Creates a review.
	 * @param tenant the tenant to ask
	 * @param rules how far to go for each method
	 * @param decisions where it is recorded why a person is left out
	 */
	public KeptPlanReview(Tenant tenant, MethodRules rules, DecisionStore decisions) {
		this.tenant = tenant;
		this.rules = rules;
		this.decisions = decisions;
	}

	/**
	 * Reviews people of the kept plan.
	 * @param run the applying run's id
	 * @param people the next people
	 * @return the changes that still stand
	 */
	public List<PlannedChange> review(String run, List<? extends PlannedPerson> people) {
		Set<MethodQuery> queries = new LinkedHashSet<>();
		for (PlannedPerson person : people) {
			if (person.decision() == MatchDecision.MATCHED) {
				person.changes().forEach((change) -> queries.add(MethodQuery.about(person.id(), change.kind())));
			}
		}
		MethodAnswers answers = queries.isEmpty() ? new MethodAnswers(Map.of()) : this.tenant.ask(queries);
		List<PlannedChange> standing = new ArrayList<>();
		people.forEach((person) -> standing.addAll(review(run, person, answers)));
		return standing;
	}

	private List<PlannedChange> review(String run, PlannedPerson person, MethodAnswers answers) {
		if (person.decision() != MatchDecision.MATCHED) {
			this.decisions.leaveOut(run, person.id(), person.decision(), person.barrier());
			return List.of();
		}
		Map<MethodKind, Again> again = decideAgain(person, answers);
		List<PlannedChange> standing = new ArrayList<>();
		for (ChangeEntry planned : person.changes()) {
			Again now = again.getOrDefault(planned.kind(), Again.NOTHING);
			now.change().filter((change) -> isSame(change, planned)).ifPresentOrElse(standing::add, () -> {
				Decision left = now.decision().isChange() ? new Decision(Reason.ALREADY_REGISTERED) : now.decision();
				this.decisions.redecide(run, person.id(), planned.kind(), left);
			});
		}
		return standing;
	}

	/**
	 * Decides again about one planned change of a person who may be written to.
	 * @param person the person as of now
	 * @param planned the change
	 * @param answers what is registered now
	 * @return the decision, with the change to make, which may be another one
	 */
	public Again decideAgain(PlannedPerson person, ChangeEntry planned, MethodAnswers answers) {
		return decideAgain(person, answers).getOrDefault(planned.kind(), Again.NOTHING);
	}

	private Map<MethodKind, Again> decideAgain(PlannedPerson person, MethodAnswers answers) {
		MatchedUser user = person.user().orElseThrow();
		Map<MethodKind, ContactValue> values = new EnumMap<>(MethodKind.class);
		person.changes().forEach((change) -> values.put(change.kind(), change.value()));
		Situation situation = new Situation(user, values, this.rules);
		Map<MethodKind, Again> again = new EnumMap<>(MethodKind.class);
		new Proposer(this.tenant, this.rules, Pilot.of(OptionalInt.empty())).decide(user, values, answers)
			.forEach((kind, decision) -> again.put(kind, new Again(decision,
					decision.isChange() ? Optional.of(situation.change(kind, decision, answers)) : Optional.empty())));
		return again;
	}

	/**
	 * What is decided about a method by now.
	 *
	 * @param decision the decision
	 * @param change the change to make, where it is one
	 */
	public record Again(Decision decision, Optional<PlannedChange> change) {

		private static final Again NOTHING = new Again(new Decision(Reason.NO_VALUE), Optional.empty());

	}

	private static boolean isSame(PlannedChange again, ChangeEntry planned) {
		return again.reason() == planned.reason() && again.previous().equals(planned.previous());
	}

}
