package org.ssprprefill.coverage;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.tenant.Registration;

/**
 * Whether a person has enough methods, and may use them, with a given set of methods.
 *
 * @param facts the person
 * @param methods the methods that count on the day in question
 * @param required how many are needed
 * @param today whether Microsoft's own booleans speak about exactly these methods
 */
record MethodRules(PersonFacts facts, UsableMethods methods, int required, boolean today) {

	private static final String REPORT = "registration report";

	/**
	 * Enough methods. A count that Microsoft's {@code isSsprRegistered} denies is open,
	 * unless something confirmed since then explains the difference: either the number in
	 * the job definition is wrong, or Microsoft does not count what was registered.
	 * @return the finding
	 */
	Finding enough() {
		int count = this.methods.all().size();
		Gap gap = (count == 0) ? Gap.NO_METHOD : Gap.SECOND_METHOD_MISSING;
		return new Finding(new Condition("methods", enoughByCount(count), describeMethods(count), source(), asOf()),
				gap);
	}

	private Ruling enoughByCount(int count) {
		Optional<Registration> row = this.facts.registration();
		if (count < this.required) {
			return row.isPresent() ? Ruling.NO : Ruling.UNKNOWN;
		}
		boolean counted = row.filter(Registration::ssprRegistered).isPresent();
		return (counted || !this.methods.fresh().isEmpty()) ? Ruling.YES : Ruling.UNKNOWN;
	}

	/**
	 * Enough methods that the methods policy lets this person use. The policy does not
	 * restrict administrators. Before its migration is complete it governs sign-in only
	 * and decides nothing here; then only Microsoft's own booleans can raise a doubt.
	 * @return the finding
	 */
	Finding allowed() {
		return new Finding(new Condition("methods-allowed", allowedByPolicy(), describeAllowed(),
				"authentication methods policy", Optional.empty()), Gap.METHOD_NOT_ALLOWED_BY_POLICY);
	}

	private Ruling allowedByPolicy() {
		if (this.facts.administrator()) {
			return Ruling.YES;
		}
		if (this.methods.all().size() < this.required) {
			return Ruling.UNKNOWN;
		}
		return this.facts.policy()
			.map((policy) -> policy.migrationComplete() ? allowedByCount() : allowedByMicrosoft())
			.orElse(isCapableToday() ? Ruling.YES : Ruling.UNKNOWN);
	}

	private Ruling allowedByCount() {
		if (allowedMethods().size() >= this.required) {
			return Ruling.YES;
		}
		// Outside the report there may be other methods than those this program wrote
		return this.facts.registration().isPresent() ? Ruling.NO : Ruling.UNKNOWN;
	}

	/** Registered and enabled, and yet not capable: something forbids a method. */
	private Ruling allowedByMicrosoft() {
		boolean denied = this.methods.fresh().isEmpty() && this.facts.registration()
			.filter((row) -> row.ssprRegistered() && row.ssprEnabled() && !row.ssprCapable())
			.isPresent();
		return denied ? Ruling.UNKNOWN : Ruling.YES;
	}

	private boolean isCapableToday() {
		return this.today && this.facts.registration().filter(Registration::ssprCapable).isPresent();
	}

	private Set<String> allowedMethods() {
		return this.facts.policy()
			.map((policy) -> this.methods.all()
				.stream()
				.filter((method) -> policy.allows(method, this.methods.working()))
				.collect(Collectors.toSet()))
			.orElse(Set.of());
	}

	private String describeMethods(int count) {
		String names = (count == 0) ? "none" : String.join(", ", this.methods.all());
		String microsoft = this.facts.registration()
			.map((row) -> "; isSsprRegistered = " + row.ssprRegistered())
			.orElse(this.facts.reportReadable() ? "; not in the report" : "; the report cannot be read");
		Set<String> others = UsableMethods.notForReset(this.facts);
		String useless = others.isEmpty() ? "" : "; registered, not for a reset: " + String.join(", ", others);
		return names + " (" + count + " of " + this.required + ")" + useless + microsoft;
	}

	private String describeAllowed() {
		if (this.facts.administrator()) {
			return "does not restrict administrators";
		}
		if (this.facts.policy().isEmpty()) {
			return "cannot be read";
		}
		if (this.methods.all().isEmpty()) {
			return "no method to allow";
		}
		Set<String> allowed = allowedMethods();
		String names = allowed.isEmpty() ? "none" : allowed.stream().sorted().collect(Collectors.joining(", "));
		String told = names + " of the registered methods allowed";
		return this.facts.policy().filter(PolicyView::migrationComplete).isPresent() ? told
				: "decides nothing before its migration is complete, it governs sign-in only; it says: " + told;
	}

	private String source() {
		if (this.methods.fresh().isEmpty()) {
			return REPORT;
		}
		return this.methods.fresh().containsAll(this.methods.listed()) ? "read-back" : REPORT + " and read-back";
	}

	private Optional<Instant> asOf() {
		if (this.methods.fresh().isEmpty()) {
			return this.facts.registration().map(Registration::asOf);
		}
		return this.facts.confirmed().values().stream().max(Comparator.naturalOrder());
	}

}
