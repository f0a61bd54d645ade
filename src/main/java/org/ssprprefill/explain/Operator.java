package org.ssprprefill.explain;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.coverage.Entitlement;
import org.ssprprefill.coverage.Entitlements;
import org.ssprprefill.coverage.LicenceCatalog;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.RolesHeld;

/**
 * Whether an operator may reset one person's password with the button of the admin center
 * (Microsoft Learn, "Privileged roles and permissions in Microsoft Entra ID", section
 * "Who can reset passwords").
 *
 * @param user the operator's account
 */
public record Operator(EntraUser user) {

	/** What is said of a person without any. */
	static final String NO_ROLE = "no administrator role";

	static final ResetRoles ROLES = ResetRoles.standard();

	/** The lines of the reasoning about the operator. */
	List<Step> steps(PersonFile person) {
		return List.of(role(person), licence(person));
	}

	private Step role(PersonFile person) {
		String name = this.user.userPrincipalName().value();
		if (!this.user.enabled()) {
			return step("operator", Ruling.NO, name + " may not sign in: the account is disabled", person);
		}
		if (this.user.id().equals(person.user().id())) {
			return step("operator", Ruling.NO, name + " is this person: nobody resets the own password there", person);
		}
		Optional<Administrators> administrators = person.tenant().administrators().value();
		if (administrators.isEmpty()) {
			return step("operator", Ruling.UNKNOWN, "roles cannot be read", person);
		}
		RolesHeld own = administrators.get().of(this.user.id());
		RolesHeld theirs = administrators.get().of(person.user().id());
		if (person.user().managementRestricted()) {
			return step("operator", Ruling.UNKNOWN, name + " holds " + person.tenant().names(own.now())
					+ "; the person is in a restricted management administrative unit, whose own administrators decide",
					person);
		}
		return compare(name, own, theirs, person);
	}

	private Step compare(String name, RolesHeld own, RolesHeld theirs, PersonFile person) {
		Set<String> certain = ROLES.mayReset(both(theirs), theirs.throughGroup());
		Set<String> possible = ROLES.mayReset(theirs.now(), theirs.throughGroup());
		Set<String> now = ROLES.resetting(own.now());
		String holds = name + " holds " + person.tenant().names(own.now());
		if (!Collections.disjoint(now, certain)) {
			return step("operator", Ruling.YES, holds, person);
		}
		if (!Collections.disjoint(now, possible)) {
			return step(
					"operator", Ruling.UNKNOWN, holds + "; whether the person's eligible role "
							+ person.tenant().names(theirs.otherwise()) + " stands in the way is not documented",
					person);
		}
		if (!Collections.disjoint(ROLES.resetting(own.otherwise()), possible)) {
			return step("operator", Ruling.UNKNOWN, holds + ", and " + person.tenant().names(own.otherwise())
					+ " only when activated, or for an administrative unit", person);
		}
		String needed = "; needed is " + String.join(" or ", certain);
		boolean custom = both(own).stream().anyMatch((role) -> !ROLES.knows(role));
		return step("operator", custom ? Ruling.UNKNOWN : Ruling.NO,
				holds + (custom ? ", which may be a role that resets passwords" : "") + needed, person);
	}

	private static Set<String> both(RolesHeld held) {
		Set<String> both = new HashSet<>(held.now());
		both.addAll(held.otherwise());
		return both;
	}

	private Step licence(PersonFile person) {
		Entitlement licence = new Entitlements(LicenceCatalog.standard(), person.tenant().skus(), Ruling.NO)
			.of(this.user);
		Ruling ruling = switch (licence) {
			case WRITEBACK -> Ruling.YES;
			case NONE -> Ruling.NO;
			// Microsoft does not say whether the page needs P1 or P2 itself
			case CLOUD_RESET, UNKNOWN -> Ruling.UNKNOWN;
		};
		String value = switch (ruling) {
			case YES -> "has Entra ID P1 or P2";
			case NO -> "has no Microsoft Entra ID licence, so the page Password reset is hidden";
			case UNKNOWN -> "has " + licence.word() + "; whether the page Password reset is shown is not documented";
		};
		return new Step("operator-licence", ruling.word(), this.user.userPrincipalName().value() + " " + value,
				"assigned licences and plans", Optional.of(person.askedAt()));
	}

	private static Step step(String id, Ruling ruling, String value, PersonFile person) {
		return new Step(id, ruling.word(), value, "role assignments", Optional.of(person.askedAt()));
	}

}
