package org.ssprprefill.coverage;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.timeline.Audience;

/**
 * Everything that decides whether a member of the organisation can reset the password.
 *
 * @param enabled whether the account may sign in
 * @param synchronised whether the account comes from an on-premises directory
 * @param administrator whether the rules for administrators apply, see
 * {@link AdministratorRules}
 * @param audience whose endings concern the person
 * @param ownTelecom whether the tenant's own telecom provider serves the person; nothing
 * if the membership of its group cannot be read
 * @param entitlement what the person's licences entitle to
 * @param registration the person's row of the registration report
 * @param reportReadable whether the tenant gives that report at all
 * @param confirmed when this program last read back a method it had written
 * @param policy the methods policy as it concerns this person; nothing if it, or the
 * membership of a group in it, cannot be read
 * @param administratorsMayReset {@code allowedToUseSSPR}; nothing if it cannot be read
 */
public record PersonFacts(boolean enabled, boolean synchronised, boolean administrator, Audience audience,
		Optional<Boolean> ownTelecom, Entitlement entitlement, Optional<Registration> registration,
		boolean reportReadable, Map<MethodKind, Instant> confirmed, Optional<PolicyView> policy,
		Optional<Boolean> administratorsMayReset) {

	/** The same person, were the tenant's own telecom provider to serve all users. */
	PersonFacts withOwnTelecom() {
		return new PersonFacts(this.enabled, this.synchronised, this.administrator, this.audience, Optional.of(true),
				this.entitlement, this.registration, this.reportReadable, this.confirmed, this.policy,
				this.administratorsMayReset);
	}

	/** The same person, had this program just confirmed an e-mail method. */
	PersonFacts withEmail() {
		Map<MethodKind, Instant> more = new EnumMap<>(MethodKind.class);
		more.putAll(this.confirmed);
		more.put(MethodKind.EMAIL, this.registration.map(Registration::asOf).orElse(Instant.EPOCH));
		return new PersonFacts(this.enabled, this.synchronised, this.administrator, this.audience, this.ownTelecom,
				this.entitlement, this.registration, this.reportReadable, more, this.policy,
				this.administratorsMayReset);
	}

}
