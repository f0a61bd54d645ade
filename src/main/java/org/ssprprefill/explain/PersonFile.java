package org.ssprprefill.explain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.coverage.AdministratorRules;
import org.ssprprefill.coverage.PolicyReach;
import org.ssprprefill.ledger.PersonMemory;
import org.ssprprefill.ledger.PopulationMember;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.MethodAnswers;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.tenant.Sku;

/**
 * Everything that was read about one person.
 *
 * @param user the account
 * @param member the same with what decides whether the person can reset, as the nightly
 * measurement sees it
 * @param tenant what the tenant said besides
 * @param registered the phones and the e-mail address registered at this moment
 * @param memory what the ledger remembers
 * @param askedAt when the tenant was asked
 */
public record PersonFile(EntraUser user, PopulationMember member, TenantAnswers tenant, MethodAnswers registered,
		PersonMemory memory, Instant askedAt) {

	/**
	 * The tenant's answers, each of which may be missing.
	 *
	 * @param skus the products
	 * @param registration the person's row of the registration report
	 * @param reach the methods policy and the groups that coverage rests on
	 * @param administratorsMayReset {@code allowedToUseSSPR}
	 * @param administrators who holds directory roles
	 * @param roleNames what the tenant calls directory roles
	 */
	public record TenantAnswers(Answer<List<Sku>> skus, Answer<Optional<Registration>> registration, PolicyReach reach,
			Answer<Boolean> administratorsMayReset, Answer<Administrators> administrators,
			Answer<Map<String, String>> roleNames) {

		/**
		 * Some roles by the names that Microsoft or the tenant gives them; by the id
		 * where neither does.
		 */
		String names(Set<String> roles) {
			Map<String, String> told = this.roleNames.value().orElse(Map.of());
			String names = roles.stream()
				.map((role) -> Operator.ROLES.name(role)
					.or(() -> AdministratorRules.name(role))
					.or(() -> Optional.ofNullable(told.get(role)))
					.orElse("role " + role))
				.sorted()
				.collect(Collectors.joining(", "));
			return names.isEmpty() ? Operator.NO_ROLE : names;
		}

		/** The methods policy; unreadable if a group in it is. */
		Answer<MethodsPolicy> policy() {
			return this.reach.policy();
		}

	}

	/** The person's row of the registration report, if there is one. */
	Optional<Registration> row() {
		return this.member.registration();
	}

	/** Whether the report could be read, whatever it says about the person. */
	boolean reportReadable() {
		return this.tenant.registration().value().isPresent();
	}

}
