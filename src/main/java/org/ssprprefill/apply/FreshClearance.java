package org.ssprprefill.apply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.ssprprefill.apply.CurrentPeople.Sight;
import org.ssprprefill.apply.Redecision.Redecided;
import org.ssprprefill.apply.Stopwatch.Moment;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.ledger.RunPlan;
import org.ssprprefill.ledger.Settlement;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.plan.Action;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodAnswers;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.WritePermit;

/**
 * Clears changes on what is known of their people now, and of the values they overwrite
 * or take away: read again right before. An addition costs no reading, because Graph
 * refuses a second method of a kind.
 */
public final class FreshClearance implements Clearance {

	private final Tenant tenant;

	private final CurrentPeople people;

	private final RunPlan plan;

	private final Redecision redecision;

	private final Stopwatch stopwatch;

	/**
	 * Creates a clearance for one run.
	 * @param tenant the tenant to ask for values
	 * @param people the people of the plan
	 * @param plan where changes are taken out, with the reason
	 * @param redecision decides about methods that are not as they were planned over
	 * @param stopwatch the time
	 */
	public FreshClearance(Tenant tenant, CurrentPeople people, RunPlan plan, Redecision redecision,
			Stopwatch stopwatch) {
		this.tenant = tenant;
		this.people = people;
		this.plan = plan;
		this.redecision = redecision;
		this.stopwatch = stopwatch;
	}

	@Override
	public Cleared clear(List<ChangeEntry> changes) {
		Sight sight = this.people.of(changes.stream().map(ChangeEntry::user).collect(Collectors.toSet()));
		List<ChangeEntry> writable = writable(changes, sight.people());
		Set<MethodQuery> queries = new LinkedHashSet<>();
		writable.stream()
			.filter((change) -> change.action() != Action.ADD)
			.forEach((change) -> queries.add(MethodQuery.about(change.user(), change.kind())));
		if (queries.isEmpty()) {
			return new Cleared(writable, sight::holds);
		}
		Moment asked = this.stopwatch.now();
		MethodAnswers answers = this.tenant.ask(queries);
		List<ChangeEntry> standing = writable.stream()
			.filter((change) -> change.action() == Action.ADD
					|| stands(Objects.requireNonNull(sight.people().get(change.user())), change, answers))
			.toList();
		WritePermit values = () -> this.stopwatch.since(asked).compareTo(CurrentPeople.OLDEST) <= 0;
		return new Cleared(standing, values.and(sight::holds));
	}

	private List<ChangeEntry> writable(List<ChangeEntry> changes, Map<ObjectId, PlannedPerson> people) {
		List<ChangeEntry> writable = new ArrayList<>();
		for (ChangeEntry change : changes) {
			PlannedPerson person = people.get(change.user());
			if (person != null && person.decision() == MatchDecision.MATCHED) {
				writable.add(change);
			}
			else if (person != null) {
				this.plan.leaveOut(change, person);
			}
		}
		return writable;
	}

	private boolean stands(PlannedPerson person, ChangeEntry change, MethodAnswers answers) {
		MethodAnswer answer = answers.about(change.user(), change.kind());
		if (answer instanceof MethodAnswer.Unread unread) {
			this.plan.settle(
					new Settlement(change.id(), ChangeState.REJECTED, OptionalInt.of(unread.status()), unread.code()));
			return false;
		}
		if (change.previous().filter((previous) -> previous.equals(registered(answer, change))).isPresent()) {
			return true;
		}
		Redecided again = this.redecision.of(person, change, answers);
		this.plan.redecide(change, again.decision(), again.instead());
		return false;
	}

	private static @Nullable ContactValue registered(MethodAnswer answer, ChangeEntry change) {
		return ((MethodAnswer.Registered) answer).methods().get(change.kind());
	}

}
