package org.ssprprefill.plan;

import java.util.Optional;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;

/**
 * What should be registered for a person, as far as HR and the job definition go.
 *
 * @param kind the method
 * @param policy how far the program goes for it
 * @param cloudOffersMethod whether the tenant's cloud has this method
 * @param wanted HR's value, if the row proved one
 */
public record Wish(MethodKind kind, MethodPolicy policy, boolean cloudOffersMethod, Optional<ContactValue> wanted) {

	/**
	 * Why nothing can be wished for, whatever is registered.
	 * @return {@code method-off}, {@code cloud-lacks-method} or {@code no-value}, in this
	 * order; nothing if the tenant's side decides
	 */
	Optional<Reason> moot() {
		if (this.policy == MethodPolicy.OFF) {
			return Optional.of(Reason.METHOD_OFF);
		}
		if (!this.cloudOffersMethod) {
			return Optional.of(Reason.CLOUD_LACKS_METHOD);
		}
		return this.wanted.isEmpty() ? Optional.of(Reason.NO_VALUE) : Optional.empty();
	}

	/**
	 * Whether the wish is fulfilled by a value.
	 * @param value any value
	 * @return {@code true} if it equals the wanted one
	 */
	boolean isFor(ContactValue value) {
		return this.wanted.filter(value::equals).isPresent();
	}

}
