package org.ssprprefill.proposal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.plan.MethodPolicy;
import org.ssprprefill.plan.Wish;

/**
 * How far the program goes for each method, and where.
 *
 * @param policies the policy of each method
 * @param offered the methods this cloud offers
 */
public record MethodRules(Map<MethodKind, MethodPolicy> policies, Set<MethodKind> offered) {

	Wish wish(MethodKind kind, Map<MethodKind, ContactValue> values) {
		return new Wish(kind, this.policies.getOrDefault(kind, MethodPolicy.OFF), this.offered.contains(kind),
				Optional.ofNullable(values.get(kind)));
	}

}
