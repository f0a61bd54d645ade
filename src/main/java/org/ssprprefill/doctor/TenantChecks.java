package org.ssprprefill.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.ConsentMissingException;
import org.ssprprefill.tenant.Grants;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Organization;

/** The checks of the tenant that guard writing. */
public final class TenantChecks {

	private static final String BROAD = "UserAuthenticationMethod.ReadWrite.All";

	/** Names of machines and files have dots too, and no blank behind them. */
	private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.) (?=[A-Z]|tenant\\.)");

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
		return Checks.pass(Subject.SIGN_IN,
				!grants.known() ? Message.of("check.sign-in.silent")
						: (grants.permissions().size() == 1) ? Message.of("check.sign-in.one", 1)
								: Message.of("check.sign-in", grants.permissions().size()));
	}

	/**
	 * The program could not sign in, or could not reach the tenant.
	 * @param problem what happened, in a sentence without secrets, and in further ones
	 * what to check
	 * @return a failure that guards writing
	 */
	public static Check notSignedIn(Message problem) {
		List<Message> told = problem.isVerbatim()
				? Stream.of(SENTENCE_END.split(problem.inEnglish(), 2)).map(Message::verbatim).toList()
				: problem.parts();
		return Checks.guard(Subject.SIGN_IN, told.get(0),
				(told.size() > 1) ? Message.sentences(told.subList(1, told.size())) : Message.of("check.sign-in.next"));
	}

	/**
	 * The tenant has consented to an app that it shares with others.
	 * @param grants what the token says
	 * @param address where an administrator of the tenant consents, if the app is shared
	 * @return the check, where the app is shared; a token without any permission fails it
	 */
	public static Optional<Check> consent(Grants grants, Optional<URI> address) {
		return address.map((place) -> (grants.known() && grants.permissions().isEmpty())
				? Checks.fail(Subject.CONSENT, Message.of("check.consent.none"), consentAt(place))
				: Checks.pass(Subject.CONSENT, Message.of("check.consent")));
	}

	/**
	 * The tenant does not know an app that it would share with others.
	 * @param refusal why the app could not sign in
	 * @param address where an administrator of the tenant consents, if the app is shared
	 * @return a failure; nothing where the refusal has another reason
	 */
	public static Optional<Check> consentMissing(RuntimeException refusal, Optional<URI> address) {
		return address.filter((place) -> refusal instanceof ConsentMissingException)
			.map((place) -> Checks.fail(Subject.CONSENT, Message.of("check.consent.missing"), consentAt(place)));
	}

	private static Message consentAt(URI address) {
		return Message.of("check.consent.next", address);
	}

	/**
	 * The tenant that answers is the one the job definition names.
	 * @param answer the tenant itself
	 * @param expected tenant id or verified domain of the job definition
	 * @return the check; a wrong or silent tenant guards writing
	 */
	public static Check tenant(Answer<Organization> answer, Optional<String> expected) {
		if (answer instanceof Answer.Unreadable<Organization> unreadable) {
			return Checks.unansweredGuard(Subject.TENANT, unreadable.obstacle());
		}
		Organization organization = answer.value().orElseThrow();
		String named = expected.map((text) -> text.toLowerCase(Locale.ROOT)).orElse(organization.id());
		if (named.equalsIgnoreCase(organization.id()) || organization.verifiedDomains().contains(named)) {
			return Checks.pass(Subject.TENANT, Message.of("check.tenant"));
		}
		return Checks.guard(Subject.TENANT, Message.of("check.tenant.other", organization.id(), named),
				Message.of("check.tenant.other.next"));
	}

	/**
	 * A run was begun under a domain, because the tenant did not answer at first, and now
	 * it does.
	 * @param domain the domain
	 * @return a failed check that guards writing: the right to write was taken under a
	 * name that other runs on this tenant do not know
	 */
	public static Check begunUnderDomain(String domain) {
		return Checks.guard(Subject.TENANT, Message.of("check.tenant.domain", domain),
				Message.of("check.tenant.domain.next"));
	}

	/**
	 * The token carries the permissions to write the methods of the job definition.
	 * @param grants what the token says
	 * @param methods the methods that may be written
	 * @return one check; a missing permission guards writing
	 */
	public static Check writePermissions(Grants grants, Set<MethodKind> methods) {
		if (!grants.known()) {
			return PermissionChecks.notVisible(Subject.WRITE_PERMISSIONS);
		}
		List<String> missing = new ArrayList<>();
		if (methods.stream().anyMatch(MethodKind::isPhone) && lacks(grants, PHONE)) {
			missing.add(PHONE);
		}
		if (methods.contains(MethodKind.EMAIL) && lacks(grants, EMAIL)) {
			missing.add(EMAIL);
		}
		if (missing.isEmpty()) {
			return Checks.pass(Subject.WRITE_PERMISSIONS, Message.of("check.write"));
		}
		return Checks.guard(Subject.WRITE_PERMISSIONS,
				Message.of("check.write.lacks", Message.joined("part.and", missing)),
				Message.of("check.write.lacks.next"));
	}

	/**
	 * Whether the app may write a method.
	 * @param grants what the token says
	 * @param kind the method
	 * @return {@code true} also where the token says nothing
	 */
	public static boolean mayWrite(Grants grants, MethodKind kind) {
		return !grants.known() || !lacks(grants, kind.isPhone() ? PHONE : EMAIL);
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
		if (answer instanceof Answer.Unreadable<Administrators> unreadable) {
			return Checks.unansweredGuard(Subject.ROLES, unreadable.obstacle());
		}
		Administrators administrators = answer.value().orElseThrow();
		return Checks.pass(Subject.ROLES,
				administrators.pimInUse() ? Message.of("check.roles", administrators.byUser().size())
						: Message.of("check.roles.no-pim", administrators.byUser().size()));
	}

	/**
	 * A group that the scope names could be read.
	 * @param group the group's id
	 * @param obstacle why it could not, or nothing
	 * @return the check; an unreadable group guards writing
	 */
	public static Check scopeGroup(String group, Optional<Obstacle> obstacle) {
		return obstacle.map((found) -> Checks.unansweredGuard(Subject.SCOPE_GROUP, found))
			.orElseGet(() -> Checks.pass(Subject.SCOPE_GROUP, Message.of("check.group", group)))
			.of("scope-" + group.replaceAll("[^a-z0-9-]", "-"));
	}

	/**
	 * Something the report rests on could be read, or not.
	 * @param subject what was asked for
	 * @param answer the answer
	 * @param consequence what the report cannot say without it
	 * @return a pass, or skipped with the consequence
	 */
	public static Check readable(Subject subject, Answer<?> answer, Message consequence) {
		return (answer instanceof Answer.Unreadable<?> unreadable)
				? Checks.unanswered(subject, unreadable.obstacle(), consequence)
				: Checks.pass(subject, Message.of("check.read"));
	}

	/**
	 * Whether administrators may reset their own password; either may be meant.
	 * @param answer {@code allowedToUseSSPR} of the authorization policy
	 * @return a pass that says which, or skipped
	 */
	public static Check administratorReset(Answer<Boolean> answer) {
		if (answer instanceof Answer.Unreadable<Boolean> unreadable) {
			return Checks.unanswered(Subject.ADMINISTRATOR_RESET, unreadable.obstacle(),
					Message.of("check.lost.administrators"));
		}
		return Checks.pass(Subject.ADMINISTRATOR_RESET, answer.value().orElseThrow()
				? Message.of("check.admin-reset.on") : Message.of("check.admin-reset.off"));
	}

	/**
	 * The users could not be read, so no row can be matched.
	 * @param obstacle why not
	 * @return a failure that guards writing
	 */
	public static Check usersUnreadable(Obstacle obstacle) {
		return Checks.unansweredGuard(Subject.USERS, obstacle);
	}

	/**
	 * It is not known whom {@code scope.exclude} names while the users cannot be read.
	 * @return skipped
	 */
	public static Check exclusionsUnknown() {
		return Findings.dependent(Subject.EXCLUSIONS, Subject.USERS);
	}

	/**
	 * {@code scope.exclude} names no account.
	 * @return a warning, because an account for emergencies needs no role to be one
	 */
	public static Check nothingExcluded() {
		return Checks.warn(Subject.EXCLUSIONS, Message.of("check.exclusions.none"),
				Message.of("check.exclusions.none.next"));
	}

	/**
	 * Entries of {@code scope.exclude} that fit no account and no group.
	 * @param unfitting the entries
	 * @param guards whether one that never fitted forbids writing
	 * @return the check; it fails, because a misspelt break-glass account is not
	 * protected
	 */
	public static Check exclusions(Exclusions.Unfitting unfitting, boolean guards) {
		List<String> names = unfitting.inVain();
		if (names.isEmpty() && !unfitting.remembered().isEmpty()) {
			return Checks.warn(Subject.EXCLUSIONS,
					Message.of("check.exclusions.remembered", String.join(", ", unfitting.remembered())),
					Message.of("check.exclusions.remembered.next"));
		}
		if (names.isEmpty()) {
			return Checks.pass(Subject.EXCLUSIONS, Message.of("check.exclusions"));
		}
		Message detail = Message.of("check.exclusions.vain", String.join(", ", names));
		Message remedy = Message.of("check.exclusions.vain.next");
		return guards ? Checks.guard(Subject.EXCLUSIONS, detail, remedy)
				: Checks.fail(Subject.EXCLUSIONS, detail, remedy);
	}

}
