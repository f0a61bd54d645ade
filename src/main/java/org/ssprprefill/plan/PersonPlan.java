package org.ssprprefill.plan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.ssprprefill.contact.MethodKind;

/**
 * The decisions about all methods of one person.
 *
 * @param decisions one decision a method, in the order of {@link MethodKind}
 */
public record PersonPlan(Map<MethodKind, Decision> decisions) {

	/** Sorts the decisions by method. */
	public PersonPlan {
		EnumMap<MethodKind, Decision> sorted = new EnumMap<>(MethodKind.class);
		sorted.putAll(decisions);
		decisions = Collections.unmodifiableMap(sorted);
	}

	/**
	 * Decides about one person. The alternate mobile phone needs a mobile phone (Graph,
	 * {@code phoneAuthenticationMethod}: a mobile number must exist before an alternate
	 * one can be added), so without one its addition becomes {@code no-value}: HR gave
	 * nothing usable for it. Phones are listed together, so a reader of the alternate
	 * mobile phone knows the mobile phone too and gives its state, even when the mobile
	 * phone's policy is off.
	 * @param methods the state of each method, at most one a kind; a missing mobile phone
	 * counts as absent
	 * @return the plan
	 */
	public static PersonPlan of(List<MethodState> methods) {
		Map<MethodKind, Decision> decisions = new EnumMap<>(MethodKind.class);
		methods.forEach((method) -> decisions.put(method.wish().kind(), Planner.decide(method)));
		if (isAdded(decisions, MethodKind.ALTERNATE_MOBILE) && !isAdded(decisions, MethodKind.MOBILE)
				&& !hasMobile(methods)) {
			decisions.put(MethodKind.ALTERNATE_MOBILE, new Decision(Reason.NO_VALUE));
		}
		return new PersonPlan(decisions);
	}

	private static boolean isAdded(Map<MethodKind, Decision> decisions, MethodKind kind) {
		Decision decision = decisions.get(kind);
		return decision != null && decision.action() == Action.ADD;
	}

	private static boolean hasMobile(List<MethodState> methods) {
		return methods.stream()
			.filter((method) -> method.wish().kind() == MethodKind.MOBILE)
			.anyMatch((method) -> !(method.registered() instanceof Registered.Absent));
	}

	/**
	 * Whether the plan writes anything for this person.
	 * @return {@code true} if any decision is a change
	 */
	public boolean hasChanges() {
		return this.decisions.values().stream().anyMatch(Decision::isChange);
	}

	/**
	 * The plan for a person for whom tonight's pilot has no place left.
	 * @return the same decisions with {@code beyond-pilot} in place of every change
	 */
	public PersonPlan beyondPilot() {
		Map<MethodKind, Decision> decided = new EnumMap<>(MethodKind.class);
		this.decisions.forEach((kind, decision) -> decided.put(kind, decision.beyondPilot()));
		return new PersonPlan(decided);
	}

}
