package org.ssprprefill.coverage;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.tenant.Registration;

/**
 * Everything that decides whether a member of the organisation can reset the password.
 *
 * @param enabled whether the account may sign in
 * @param synchronised whether the account comes from an on-premises directory
 * @param administrator whether the rules for administrators apply, see
 * {@link AdministratorRules}
 * @param entitlement what the person's licences entitle to
 * @param registration the person's row of the registration report
 * @param reportReadable whether the tenant gives that report at all
 * @param confirmed when this program last read back a method it had written
 * @param policy the methods policy as it concerns this person; nothing if it, or the
 * membership of a group in it, cannot be read
 * @param administratorsMayReset {@code allowedToUseSSPR}; nothing if it cannot be read
 */
public record PersonFacts(boolean enabled, boolean synchronised, boolean administrator, Entitlement entitlement,
		Optional<Registration> registration, boolean reportReadable, Map<MethodKind, Instant> confirmed,
		Optional<PolicyView> policy, Optional<Boolean> administratorsMayReset) {

	/** The same person, had this program just confirmed an e-mail method. */
	PersonFacts withEmail() {
		Map<MethodKind, Instant> more = new EnumMap<>(MethodKind.class);
		more.putAll(this.confirmed);
		more.put(MethodKind.EMAIL, this.registration.map(Registration::asOf).orElse(Instant.EPOCH));
		return new PersonFacts(this.enabled, this.synchronised, this.administrator, this.entitlement, this.registration,
				this.reportReadable, more, this.policy, this.administratorsMayReset);
	}

}
