package org.ssprprefill.proposal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.ledger.MatchedUser;
import org.ssprprefill.ledger.PersonRows;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.plan.PersonPlan;
import org.ssprprefill.plan.Pilot;
import org.ssprprefill.tenant.MethodAnswers;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.Tenant;

/** Proposes changes for the people of a feed, in the order in which they come. */
public final class Proposer {

	/** Few enough that a small pilot does not read half the tenant. */
	private static final int SLICE = 100;

	private final Tenant tenant;

	private final MethodRules rules;

	private final Pilot pilot;

	/**
	 * Creates a proposer for one run.
	 * @param tenant the tenant to ask
	 * @param rules how far to go for each method
	 * @param pilot how many people may be written to
	 */
	public Proposer(Tenant tenant, MethodRules rules, Pilot pilot) {
		this.tenant = tenant;
		this.rules = rules;
		this.pilot = pilot;
	}

	/**
	 * Proposes changes.
	 * @param people the next people of the feed
	 * @return one proposal a person, in the same order
	 */
	public List<Proposal> propose(List<? extends PersonRows> people) {
		List<Proposal> proposals = new ArrayList<>();
		for (int from = 0; from < people.size(); from += SLICE) {
			proposals.addAll(slice(people.subList(from, Math.min(from + SLICE, people.size()))));
		}
		return proposals;
	}

	private List<Proposal> slice(List<? extends PersonRows> people) {
		List<PersonInFeed> settled = people.stream().map(PersonInFeed::new).toList();
		Set<MethodQuery> queries = new LinkedHashSet<>();
		if (!this.pilot.isFull()) {
			settled.forEach((person) -> person.writable()
				.ifPresent((user) -> queries.addAll(situation(user, person.values()).questions())));
		}
		MethodAnswers answers = queries.isEmpty() ? new MethodAnswers(Map.of()) : this.tenant.ask(queries);
		return settled.stream().map((person) -> propose(person, answers)).toList();
	}

	private Proposal propose(PersonInFeed person, MethodAnswers answers) {
		Optional<MatchedUser> user = person.writable();
		if (user.isEmpty()) {
			return new Proposal(person.decisions(Map.of()), List.of());
		}
		Situation situation = situation(user.get(), person.values());
		PersonPlan plan = PersonPlan.of(situation.methods(answers));
		if (!this.pilot.admits(plan.hasChanges())) {
			plan = plan.beyondPilot();
		}
		List<PlannedChange> changes = new ArrayList<>();
		plan.decisions().forEach((kind, decision) -> {
			if (decision.isChange()) {
				changes.add(situation.change(kind, decision, answers));
			}
		});
		return new Proposal(person.decisions(plan.decisions()), changes);
	}

	private Situation situation(MatchedUser user, Map<MethodKind, ContactValue> values) {
		return new Situation(user, values, this.rules);
	}

	/**
	 * Decides anew about a person whose changes were planned earlier.
	 * @param user the person, in tonight's situation
	 * @param values the values that were planned
	 * @param answers what is registered now
	 * @return one decision for each planned method
	 */
	Map<MethodKind, Decision> decide(MatchedUser user, Map<MethodKind, ContactValue> values, MethodAnswers answers) {
		Map<MethodKind, Decision> decisions = new EnumMap<>(
				PersonPlan.of(situation(user, values).methods(answers)).decisions());
		decisions.keySet().retainAll(values.keySet());
		return decisions;
	}

}
