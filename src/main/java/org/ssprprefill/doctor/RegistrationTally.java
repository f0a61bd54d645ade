package org.ssprprefill.doctor;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.tenant.ReportedMethods;

/**
 * Counts the rows of the registration report while they pass by. Administrators are
 * counted apart: their rules are their own.
 */
final class RegistrationTally {

	/** Words that serve SSPR beyond doubt, if they are the only one. */
	private static final Set<String> CERTAIN = Set.of("mobilePhone", "email");

	private final Predicate<Registration> administrator;

	private final Predicate<ObjectId> population;

	private long rows;

	private long enabled;

	private long administrators;

	private long administratorsWithout;

	private long administratorsEnabled;

	private long phoneOnlyReset;

	private long phoneOnlyMfa;

	private long enoughWithOne;

	private long notEnoughWithOne;

	/**
	 * Begins to count.
	 * @param administrator whom the reset rules for administrators concern
	 * @param population whose reset is measured
	 */
	RegistrationTally(Predicate<Registration> administrator, Predicate<ObjectId> population) {
		this.administrator = administrator;
		this.population = population;
	}

	void add(List<Registration> page) {
		page.forEach(this::add);
	}

	private void add(Registration row) {
		this.rows++;
		this.enabled += row.ssprEnabled() ? 1 : 0;
		if (this.population.test(row.user())) {
			this.phoneOnlyReset += ReportedMethods.resetRestsOnPhones(row) ? 1 : 0;
			this.phoneOnlyMfa += ReportedMethods.phoneIsOnlySecondFactor(row) ? 1 : 0;
		}
		if (this.administrator.test(row)) {
			this.administrators++;
			this.administratorsEnabled += row.ssprEnabled() ? 1 : 0;
			this.administratorsWithout += row.ssprRegistered() ? 0 : 1;
		}
		else if (row.methods().size() == 1) {
			this.enoughWithOne += row.ssprRegistered() ? 1 : 0;
			this.notEnoughWithOne += (!row.ssprRegistered() && CERTAIN.containsAll(row.methods())) ? 1 : 0;
		}
	}

	long rows() {
		return this.rows;
	}

	/** People who are allowed to reset by policy. */
	long enabled() {
		return this.enabled;
	}

	long administrators() {
		return this.administrators;
	}

	/** Administrators whom Microsoft does not count as registered. */
	long administratorsWithout() {
		return this.administratorsWithout;
	}

	/** People whose reset rests on phones alone. */
	long phoneOnlyReset() {
		return this.phoneOnlyReset;
	}

	/** People whose only second factor is a phone. */
	long phoneOnlyMfa() {
		return this.phoneOnlyMfa;
	}

	/** Administrators whom the reset policy includes. */
	long administratorsEnabled() {
		return this.administratorsEnabled;
	}

	/** People with exactly one method whom Microsoft counts as registered. */
	long enoughWithOne() {
		return this.enoughWithOne;
	}

	/**
	 * People with exactly one method, which serves SSPR, whom Microsoft does not count.
	 */
	long notEnoughWithOne() {
		return this.notEnoughWithOne;
	}

}
