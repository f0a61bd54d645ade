package org.ssprprefill.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.SimulatedUser.Trait;
import org.ssprprefill.tenant.ReportedMethods;

/**
 * The registration report ({@code userRegistrationDetails}): only of premium tenants,
 * without disabled accounts, and always late. Which roles it calls an administrator's,
 * and what it says of administrators who may not reset, is not documented, so that is
 * invented: every role in force, and that those under the stricter rules are not enabled.
 */
final class ReportEndpoints {

	private static final Set<String> READERS = Set.of("AuditLog.Read.All");

	private static final String PATH = "/reports/authenticationMethods/userRegistrationDetails";

	private static final DateTimeFormatter SEVEN_DIGITS = DateTimeFormatter
		.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final Map<MethodKind, String> WORDS = Map.of(MethodKind.MOBILE, "mobilePhone", MethodKind.OFFICE,
			"officePhone", MethodKind.ALTERNATE_MOBILE, "alternateMobilePhone", MethodKind.EMAIL, "email");

	private static final Set<String> NO_SECOND_FACTOR = Set.of("email", "securityQuestion");

	private final SimulatedTenant stage;

	private final Page page;

	ReportEndpoints(SimulatedTenant stage, Page page) {
		this.stage = stage;
		this.page = page;
	}

	List<Route> routes() {
		return List.of(Route.get(PATH, READERS, (call, variables) -> report(call)),
				Route.get(PATH + "/{}", READERS, (call, variables) -> row(variables.get(0))));
	}

	private Reply report(Call call) {
		if (!premium()) {
			return notPremium();
		}
		Instant time = this.stage.clock().reportTime();
		Optional<Invented> top = Optional.ofNullable(call.query().get("$top"))
			.flatMap(this.stage.answers().manners()::top);
		if (top.filter(Invented::refuses).isPresent()) {
			return top.get().reply();
		}
		// More than a page holds is nothing that a page could take
		boolean ignored = top
			.filter((told) -> told.value().equals("ignored") || call.query().getOrDefault("$top", "").length() > 3)
			.isPresent();
		List<SimulatedUser> listed = this.stage.directory().users().stream().filter(ReportEndpoints::isListed).toList();
		Call sized = ignored ? call.without("$top") : call;
		Optional<String> size = call.query().containsKey("$top") ? Optional.empty()
				: this.stage.answers().manners().reportPage();
		return this.page.of(size.map((rows) -> sized.with("$top", rows)).orElse(sized), listed,
				(user) -> shape(user, time));
	}

	private Reply row(String id) {
		if (!premium()) {
			return notPremium();
		}
		return this.stage.directory()
			.user(id)
			.filter(ReportEndpoints::isListed)
			.map((user) -> Reply.ok(shape(user, this.stage.clock().reportTime())))
			.orElseGet(() -> Refusal.notFound(id));
	}

	private static boolean isListed(SimulatedUser user) {
		return !user.is(Trait.DISABLED) && !user.is(Trait.NOT_IN_REPORT);
	}

	private Map<String, Object> shape(SimulatedUser user, Instant time) {
		List<String> methods = methods(user, time);
		boolean admin = this.stage.directory().isAdministrator(user);
		boolean twoGates = this.stage.directory().isUnderTwoGates(user);
		SimulatedPolicies policies = this.stage.directory().description().policies();
		methods.addAll(user.others());
		long usable = methods.stream().filter((word) -> ReportedMethods.servesReset(word, twoGates)).count();
		boolean registered = usable >= (twoGates ? 2 : policies.methodsRequired());
		boolean enabled = !user.is(Trait.NO_SSPR) && (!twoGates || policies.administratorsMayReset());
		boolean mfa = methods.stream().anyMatch((word) -> !NO_SECOND_FACTOR.contains(word));
		return Json.object("id", user.id(), "userPrincipalName", user.userPrincipalName(), "userDisplayName",
				user.displayName(), "userType", user.is(Trait.GUEST) ? "guest" : "member", "isAdmin", admin,
				"isSsprRegistered", registered, "isSsprEnabled", enabled, "isSsprCapable", registered && enabled,
				"isMfaRegistered", mfa, "isMfaCapable", mfa, "isPasswordlessCapable", false, "methodsRegistered",
				methods, "isSystemPreferredAuthenticationMethodEnabled", true, "systemPreferredAuthenticationMethods",
				List.of(), "userPreferredMethodForSecondaryAuthentication", preferred(methods), "lastUpdatedDateTime",
				SEVEN_DIGITS.format(time));
	}

	private List<String> methods(SimulatedUser user, Instant time) {
		List<String> words = new ArrayList<>();
		this.stage.methods().asOf(user.id(), time).keySet().forEach((kind) -> words.add(WORDS.get(kind)));
		if (user.is(Trait.AUTHENTICATOR)) {
			words.add("microsoftAuthenticatorPush");
		}
		return words;
	}

	/** Graph answers an empty text, which is no member of its own enumeration. */
	private String preferred(List<String> methods) {
		if (methods.contains("microsoftAuthenticatorPush")) {
			return "push";
		}
		return methods.contains("mobilePhone") ? this.stage.answers().manners().secondFactor() : "";
	}

	private boolean premium() {
		return this.stage.directory().description().organization().premium();
	}

	private static Reply notPremium() {
		return Refusal.of(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
				"Tenant is not a B2C tenant and doesn't have premium license");
	}

}
