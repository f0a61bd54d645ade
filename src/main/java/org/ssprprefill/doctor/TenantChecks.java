package org.ssprprefill.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Grants;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Obstacle.Cause;
import org.ssprprefill.tenant.Organization;

/** The checks of the tenant that guard writing. */
public final class TenantChecks {

	private static final String BROAD = "UserAuthenticationMethod.ReadWrite.All";

	private static final String PHONE = "UserAuthMethod-Phone.ReadWrite.All";

	private static final String EMAIL = "UserAuthMethod-Email.ReadWrite.All";

	private TenantChecks() {
	}

	/**
	 * The program could sign in.
	 * @param grants what the token says
	 * @return a pass
	 */
	public static Check signedIn(Grants grants) {
		return Checks.pass("sign-in", "Sign-in",
				grants.known()
						? "Signed in with " + grants.permissions().size()
								+ ((grants.permissions().size() == 1) ? " permission." : " permissions.")
						: "Signed in; the token does not say which permissions it carries.");
	}

	/**
	 * The program could not sign in, or could not reach the tenant.
	 * @param problem what happened and what to check, without secrets
	 * @return a failure that guards writing
	 */
	public static Check notSignedIn(String problem) {
		return Checks.guard("sign-in", "Sign-in", problem,
				"Check the tenant section of the job definition, the credential and the network.");
	}

	/**
	 * The tenant that answers is the one the job definition names.
	 * @param answer the tenant itself
	 * @param expected tenant id or verified domain of the job definition
	 * @return the check; a wrong or silent tenant guards writing
	 */
	public static Check tenant(Answer<Organization> answer, Optional<String> expected) {
		String title = "Tenant";
		if (answer instanceof Answer.Unreadable<Organization> unreadable) {
			return unreadable("tenant", title, unreadable.obstacle(), true);
		}
		Organization organization = answer.value().orElseThrow();
		String named = expected.map((text) -> text.toLowerCase(Locale.ROOT)).orElse(organization.id());
		if (named.equalsIgnoreCase(organization.id()) || organization.verifiedDomains().contains(named)) {
			return Checks.pass("tenant", title, "The tenant that answers is the one the job definition names.");
		}
		return Checks.guard("tenant", title,
				"The tenant that answers has id " + organization.id() + ", but tenant.id is '" + named + "'.",
				"Use the credential of the right tenant, or correct tenant.id.");
	}

	/**
	 * The token carries the permissions to write the methods of the job definition.
	 * @param grants what the token says
	 * @param methods the methods that may be written
	 * @return one check; a missing permission guards writing
	 */
	public static Check writePermissions(Grants grants, Set<MethodKind> methods) {
		String title = "Permission to write methods";
		if (!grants.known()) {
			return Checks.skipped("write-permissions", title, "the token does not say which permissions it carries");
		}
		List<String> missing = new ArrayList<>();
		if (methods.stream().anyMatch(MethodKind::isPhone) && lacks(grants, PHONE)) {
			missing.add(PHONE);
		}
		if (methods.contains(MethodKind.EMAIL) && lacks(grants, EMAIL)) {
			missing.add(EMAIL);
		}
		if (missing.isEmpty()) {
			return Checks.pass("write-permissions", title,
					"The app may write the methods that the job definition names.");
		}
		return Checks.guard("write-permissions", title, "The app lacks " + String.join(" and ", missing) + ".",
				"Grant it as application permission with admin consent (or " + BROAD
						+ "), or set these methods to off.");
	}

	private static boolean lacks(Grants grants, String permission) {
		return !grants.permissions().contains(permission) && !grants.permissions().contains(BROAD);
	}

	/**
	 * The administrators could be read, all of them.
	 * @param answer the administrators
	 * @return the check; if any part is unreadable it guards writing
	 */
	public static Check roles(Answer<Administrators> answer) {
		String title = "Administrators readable";
		if (answer instanceof Answer.Unreadable<Administrators> unreadable) {
			return unreadable("roles", title, unreadable.obstacle(), true);
		}
		Administrators administrators = answer.value().orElseThrow();
		return Checks.pass("roles", title,
				administrators.byUser().size() + " people hold or may activate a directory role"
						+ (administrators.pimInUse() ? "." : "; the tenant has no licence for eligible assignments."));
	}

	/**
	 * A group that the scope names could be read.
	 * @param group the group's id
	 * @param obstacle why it could not, or nothing
	 * @return the check; an unreadable group guards writing
	 */
	public static Check scopeGroup(String group, Optional<Obstacle> obstacle) {
		String id = "scope-" + group.replaceAll("[^a-z0-9-]", "-");
		return obstacle.map((found) -> unreadable(id, "Group of the scope", found, true))
			.orElseGet(() -> Checks.pass(id, "Group of the scope", "The members of group " + group + " are known."));
	}

	/**
	 * Something the report rests on could be read, or not.
	 * @param id the check's id
	 * @param title the subject
	 * @param answer the answer
	 * @param consequence what the report cannot say without it
	 * @return a pass, or a warning with the consequence
	 */
	public static Check readable(String id, String title, Answer<?> answer, String consequence) {
		if (answer instanceof Answer.Unreadable<?> unreadable) {
			Check check = unreadable(id, title, unreadable.obstacle(), false);
			return Checks.warn(id, title, check.detail() + " " + consequence, check.remedy().orElse(""));
		}
		return Checks.pass(id, title, "Read.");
	}

	/**
	 * The users could not be read, so nobody can be matched.
	 * @param obstacle why not
	 * @return a failure that guards writing
	 */
	public static Check usersUnreadable(Obstacle obstacle) {
		return unreadable("users", "Users readable", obstacle, true);
	}

	/**
	 * Names in {@code scope.exclude} that fit nobody.
	 * @param names the names
	 * @return the check; it fails, because a misspelt break-glass account is not
	 * protected
	 */
	public static Check excludedInVain(List<String> names) {
		if (names.isEmpty()) {
			return Checks.pass("exclusions", "Excluded accounts", "Every name in scope.exclude fits an account.");
		}
		return Checks.fail("exclusions", "Excluded accounts",
				"scope.exclude names accounts that do not exist: " + String.join(", ", names) + ".",
				"Correct the spelling, or remove them; a misspelt account is not protected.");
	}

	private static Check unreadable(String id, String title, Obstacle obstacle, boolean guards) {
		String detail = (obstacle.cause() == Cause.NOT_OFFERED && obstacle.status() == 0)
				? "This cloud does not offer " + obstacle.question() + "."
				: "The tenant did not answer the question for " + obstacle.question() + " (HTTP " + obstacle.status()
						+ (obstacle.code().isEmpty() ? "" : ", " + obstacle.code()) + ").";
		String permissions = String.join(" or ", obstacle.permissions());
		String remedy = (obstacle.cause() == Cause.LICENCE_MISSING)
				? "It needs Microsoft Entra ID P1 or P2 in the tenant."
				: permissions.isEmpty() ? "Check that it exists and that this cloud offers it."
						: "Grant the app " + permissions + " with admin consent.";
		return guards ? Checks.guard(id, title, detail, remedy) : Checks.warn(id, title, detail, remedy);
	}

}
