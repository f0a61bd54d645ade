package org.ssprprefill.explain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.coverage.CoverageRules;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.coverage.SsprSettings.Writeback;
import org.ssprprefill.coverage.SsprSettings;
import org.ssprprefill.explain.Explainer.Answered;
import org.ssprprefill.ledger.PersonMemory;
import org.ssprprefill.match.ScopeSettings;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Administrators.Hold;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser.UserType;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.FakeTenant;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.tenant.RolesHeld;
import org.ssprprefill.tenant.Sku;
import org.ssprprefill.timeline.OwnTelecomProvider;
import org.ssprprefill.timeline.Timeline;

/**
 * A tenant with Kim, who is explained, and Sam, who would reset the password. At first
 * Kim can reset by e-mail, and Sam holds no role.
 */
final class Scene extends FakeTenant {

	static final Instant NOW = Instant.parse("2026-11-25T07:00:00Z");

	static final Instant REPORT = NOW.minus(Duration.ofHours(31));

	static final ObjectId KIM = new ObjectId("11111111-0000-4000-8000-000000000001");

	static final ObjectId SAM = new ObjectId("11111111-0000-4000-8000-000000000002");

	static final ObjectId GROUP = new ObjectId("22222222-0000-4000-8000-000000000001");

	private static final String E3 = "05e9a617-0261-4cee-bb44-138d3ef5d965";

	private static final String BUSINESS_STANDARD = "f245ecc8-75af-4f8e-b61f-27d8114de5f3";

	private static final String BUSINESS_BASIC = "3b555118-da6a-4418-894f-7df1e2096870";

	private static final String OFFICE_365_E1 = "18181a46-0d4e-45cd-891e-60aabd171b4e";

	private static final String P1 = "41781fb2-bc02-4b7c-bd55-b576c07bb09d";

	private String name = "kim@contoso.com";

	private boolean enabled = true;

	private UserType type = UserType.MEMBER;

	private boolean synchronised;

	private boolean restricted;

	private List<EntraUser.AssignedLicence> licences = List.of(new EntraUser.AssignedLicence(E3, List.of()));

	private List<EntraUser.AssignedPlan> plans = List.of(new EntraUser.AssignedPlan(P1, "Enabled"));

	private Answer<Optional<Registration>> row = new Answer.Read<>(Optional.of(row(true, true, "email")));

	private Instant policyChanged = Instant.parse("2026-01-15T09:30:00Z");

	private boolean phonesForGroupOnly;

	private Answer<Boolean> administratorsMayReset = new Answer.Read<>(true);

	private final Map<ObjectId, RolesHeld> roles = new HashMap<>();

	private boolean rolesUnreadable;

	private Answer<Map<String, String>> roleNames = new Answer.Read<>(Map.of());

	private PersonMemory memory = PersonMemory.NONE;

	private Writeback writeback = Writeback.ON;

	private ScopeSettings scope = new ScopeSettings(Optional.empty(), List.of(), OptionalInt.empty());

	private Map<String, Set<ObjectId>> excludedBefore = Map.of();

	private final List<ObjectId> members = new ArrayList<>();

	Scene() {
		hold(KIM, MethodKind.EMAIL, ContactValue.held(MethodKind.EMAIL, "kim.private@example.org"));
	}

	static Registration row(boolean registered, boolean allowed, String... methods) {
		return new Registration(KIM, false, registered, allowed, registered && allowed, false, Set.of(methods), REPORT);
	}

	Scene disabled() {
		this.enabled = false;
		return unlisted();
	}

	Scene guest() {
		this.type = UserType.GUEST;
		return this;
	}

	Scene external() {
		this.type = UserType.EXTERNAL;
		return this;
	}

	/** With as many licences as some people collect. */
	Scene withLicences(int number) {
		List<EntraUser.AssignedLicence> many = new ArrayList<>();
		for (int index = 0; index < number; index++) {
			many.add(new EntraUser.AssignedLicence(String.format("99999999-0000-4000-8000-%012d", index), List.of()));
		}
		this.licences = List.copyOf(many);
		this.plans = List.of();
		return this;
	}

	/** Whose reset rests on an Office 365 plan among many licences. */
	Scene withOffice365Among(int number) {
		List<EntraUser.AssignedLicence> all = new ArrayList<>(
				Collections.nCopies(number, new EntraUser.AssignedLicence(BUSINESS_BASIC, List.of())));
		all.add(new EntraUser.AssignedLicence(OFFICE_365_E1, List.of()));
		this.licences = List.copyOf(all);
		this.plans = List.of();
		return this;
	}

	/** With the longest name that a tenant takes. */
	Scene withLongName() {
		this.name = "k".repeat(64) + "@" + "c".repeat(36) + ".contoso.com";
		return this;
	}

	Scene synchronised(Writeback configured) {
		this.synchronised = true;
		this.writeback = configured;
		return this;
	}

	Scene inRestrictedUnit() {
		this.restricted = true;
		return this;
	}

	Scene unlicensed() {
		this.licences = List.of();
		this.plans = List.of();
		return this;
	}

	Scene businessStandard() {
		this.licences = List.of(new EntraUser.AssignedLicence(BUSINESS_STANDARD, List.of()));
		this.plans = List.of();
		return this;
	}

	/** The report says this; the phones and the e-mail address held now are others. */
	Scene reported(boolean registered, boolean allowed, String... methods) {
		this.row = new Answer.Read<>(Optional.of(row(registered, allowed, methods)));
		return this;
	}

	Scene unlisted() {
		this.row = new Answer.Read<>(Optional.empty());
		return this;
	}

	Scene withoutReport(Obstacle.Cause cause, String code) {
		List<String> opens = (cause == Obstacle.Cause.PERMISSION_MISSING) ? List.of("AuditLog.Read.All") : List.of();
		this.row = new Answer.Unreadable<>(new Obstacle(Message.of("part.report"), cause, opens, 403, code));
		return this;
	}

	Scene withoutMethods() {
		remove(KIM, MethodKind.EMAIL);
		return reported(false, true);
	}

	Scene withMobileOnly() {
		remove(KIM, MethodKind.EMAIL);
		hold(KIM, MethodKind.MOBILE, ContactValue.held(MethodKind.MOBILE, "+31 612345601"));
		return reported(true, true, "mobilePhone");
	}

	Scene phonesForGroupOnly() {
		this.phonesForGroupOnly = true;
		return this;
	}

	Scene policyChanged(Instant at) {
		this.policyChanged = at;
		return this;
	}

	Scene administratorsMayReset(boolean may) {
		this.administratorsMayReset = new Answer.Read<>(may);
		return this;
	}

	Scene holds(ObjectId user, RolesHeld held) {
		this.roles.put(user, held);
		return this;
	}

	/** So the tenant calls a role. */
	Scene named(String role, String name) {
		this.roleNames = new Answer.Read<>(Map.of(role, name));
		return this;
	}

	Scene withoutRoles() {
		this.rolesUnreadable = true;
		return this;
	}

	Scene remembering(PersonMemory remembered) {
		this.memory = remembered;
		return this;
	}

	Scene scope(Optional<ObjectId> group, String... exclude) {
		this.scope = new ScopeSettings(group, List.of(exclude), OptionalInt.empty());
		return this;
	}

	Scene excludedBefore(String entry, ObjectId user) {
		this.excludedBefore = Map.of(entry, Set.of(user));
		return this;
	}

	Scene member(ObjectId user) {
		this.members.add(user);
		return this;
	}

	/** The answer about Kim. */
	Answered explain() {
		return explain(Optional.empty());
	}

	/** The answer about Kim, with Sam as the operator. */
	Answered withSam() {
		return explain(Optional.of(sam(true)));
	}

	Answered explain(Optional<Operator> operator) {
		Timeline timeline = Timeline.standard().in("global");
		CoverageRules rules = new CoverageRules(settings(), timeline, LocalDate.ofInstant(NOW, ZoneOffset.UTC));
		return new Explainer(rules).explain(read(), operator);
	}

	private SsprSettings settings() {
		return new SsprSettings(1, this.writeback, OwnTelecomProvider.NONE, Optional.empty(), Ruling.YES,
				OptionalInt.empty());
	}

	PersonFile read() {
		return new PersonReader(this, this.scope, this.excludedBefore, settings(), Clock.fixed(NOW, ZoneOffset.UTC))
			.read(kim(), this.memory)
			.value()
			.orElseThrow();
	}

	private EntraUser kim() {
		return new EntraUser(KIM, new UserPrincipalName(this.name), Optional.of(new EmployeeId("10001")),
				Optional.empty(), this.enabled, this.type, this.synchronised, this.restricted, this.licences,
				this.plans);
	}

	Operator kimHerself() {
		return new Operator(kim());
	}

	Operator sam(boolean licensed) {
		return new Operator(new EntraUser(SAM, new UserPrincipalName("sam@contoso.com"), Optional.empty(),
				Optional.empty(), true, UserType.MEMBER, false, false, List.of(),
				licensed ? List.of(new EntraUser.AssignedPlan(P1, "Enabled")) : List.of()));
	}

	@Override
	public Answer<List<Sku>> skus() {
		return new Answer.Read<>(List.of(new Sku(E3, "SPE_E3", "Enabled", 10, 7, Set.of(P1))));
	}

	@Override
	public Answer<Optional<Registration>> registration(ObjectId user) {
		return this.row;
	}

	@Override
	public Answer<MethodsPolicy> methodsPolicy() {
		MethodsPolicy.Configuration everybody = new MethodsPolicy.Configuration(true, true, Set.of(), Set.of(), true);
		MethodsPolicy.Configuration phones = this.phonesForGroupOnly
				? new MethodsPolicy.Configuration(true, false, Set.of(GROUP), Set.of(), true) : everybody;
		return new Answer.Read<>(new MethodsPolicy(true, Map.of("sms", phones, "voice", phones, "email", everybody),
				Optional.of(this.policyChanged)));
	}

	@Override
	public Answer<Boolean> administratorsMayReset() {
		return this.administratorsMayReset;
	}

	@Override
	public Answer<Administrators> administrators() {
		if (this.rolesUnreadable) {
			return new Answer.Unreadable<>(new Obstacle(Message.of("part.roles"), Obstacle.Cause.PERMISSION_MISSING,
					List.of("RoleManagement.Read.Directory"), 403, "Authorization_RequestDenied"));
		}
		Map<ObjectId, Hold> byUser = new HashMap<>();
		Map<ObjectId, Set<String>> all = new HashMap<>();
		this.roles.forEach((user, held) -> {
			byUser.put(user, held.throughGroup() ? Hold.THROUGH_GROUP : Hold.ROLE);
			Set<String> own = new HashSet<>(held.now());
			own.addAll(held.otherwise());
			all.put(user, Set.copyOf(own));
		});
		return new Answer.Read<>(new Administrators(byUser, all, Map.copyOf(this.roles), true));
	}

	@Override
	public Answer<Map<String, String>> roleNames() {
		return this.roleNames;
	}

	@Override
	public Answer<Set<ObjectId>> usersIn(ObjectId group) {
		return new Answer.Read<>(group.equals(GROUP) ? Set.copyOf(this.members) : Set.of());
	}

}
