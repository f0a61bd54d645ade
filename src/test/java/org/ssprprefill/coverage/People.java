package org.ssprprefill.coverage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.timeline.Audience;
import org.ssprprefill.timeline.OwnTelecomProvider;
import org.ssprprefill.timeline.Timeline;

/** Builds people for the coverage tests; by default one who can reset today. */
final class People {

	/** When the registration report was refreshed. */
	static final Instant REPORT = Instant.parse("2026-11-20T06:00:00Z");

	static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	static final Timeline TIMELINE = Timeline.standard().in("global");

	private static final Set<String> GOVERNED = Set.of("sms", "voice", "email", "microsoftauthenticator",
			"softwareoath", "hardwareoath");

	static final PolicyView ALL_ALLOWED = new PolicyView(true, GOVERNED,
			Set.of("sms", "voice", "voice-office", "email", "microsoftauthenticator", "softwareoath", "hardwareoath"));

	private boolean enabled = true;

	private boolean synchronised;

	private boolean administrator;

	private Audience audience = Audience.EVERYBODY;

	private Optional<Boolean> ownTelecom = Optional.of(true);

	private boolean secondFactor;

	private Entitlement entitlement = Entitlement.WRITEBACK;

	private Optional<Registration> registration = Optional.of(row(true, true, Set.of("mobilePhone")));

	private final Map<MethodKind, Instant> confirmed = new EnumMap<>(MethodKind.class);

	private Optional<PolicyView> policy = Optional.of(ALL_ALLOWED);

	private Optional<Boolean> administratorsMayReset = Optional.of(true);

	static People person() {
		return new People();
	}

	static SsprSettings settings(int methodsRequired, SsprSettings.Writeback writeback) {
		return settings(methodsRequired, writeback, OwnTelecomProvider.NONE);
	}

	static SsprSettings settings(int methodsRequired, SsprSettings.Writeback writeback, OwnTelecomProvider provider) {
		return new SsprSettings(methodsRequired, writeback, provider, Optional.empty(), Ruling.YES,
				OptionalInt.empty());
	}

	static CoverageRules rules(SsprSettings settings) {
		return new CoverageRules(settings, TIMELINE, TODAY);
	}

	static Registration row(boolean registered, boolean enabled, Set<String> methods) {
		return new Registration(new ObjectId("person"), false, registered, enabled, registered && enabled, false,
				methods, REPORT);
	}

	People disabled() {
		this.enabled = false;
		this.registration = Optional.empty();
		return this;
	}

	People synchronised() {
		this.synchronised = true;
		return this;
	}

	People administrator() {
		this.administrator = true;
		return this;
	}

	People globalAdministrator() {
		this.audience = Audience.GLOBAL_ADMINISTRATORS;
		return administrator();
	}

	People ownTelecom(Optional<Boolean> answer) {
		this.ownTelecom = answer;
		return this;
	}

	People secondFactor() {
		this.secondFactor = true;
		return this;
	}

	/** Registered and enabled, and yet not capable. */
	People denied(String... methods) {
		this.registration = Optional
			.of(new Registration(new ObjectId("person"), false, true, true, false, false, Set.of(methods), REPORT));
		return this;
	}

	People licensed(Entitlement licence) {
		this.entitlement = licence;
		return this;
	}

	People registered(String... methods) {
		this.registration = Optional.of(row(true, true, Set.of(methods)));
		return this;
	}

	People report(boolean registered, boolean allowed, String... methods) {
		this.registration = Optional.of(row(registered, allowed, Set.of(methods)));
		return this;
	}

	People withoutReport() {
		this.registration = Optional.empty();
		return this;
	}

	People confirmed(MethodKind kind, Duration beforeReport) {
		this.confirmed.put(kind, REPORT.minus(beforeReport));
		return this;
	}

	People allowed(boolean migrated, String... configurations) {
		this.policy = Optional.of(new PolicyView(migrated, GOVERNED, new HashSet<>(Set.of(configurations))));
		return this;
	}

	People withoutPolicy() {
		this.policy = Optional.empty();
		return this;
	}

	People administratorsMayReset(Optional<Boolean> answer) {
		this.administratorsMayReset = answer;
		return this;
	}

	PersonFacts facts() {
		Optional<Registration> row = this.registration
			.map((before) -> new Registration(before.user(), before.administrator(), before.ssprRegistered(),
					before.ssprEnabled(), before.ssprCapable(), this.secondFactor, before.methods(), before.asOf()));
		return new PersonFacts(this.enabled, this.synchronised, this.administrator, this.audience, this.ownTelecom,
				this.entitlement, row, row.isPresent(), new EnumMap<>(this.confirmed), this.policy,
				this.administratorsMayReset);
	}

}
