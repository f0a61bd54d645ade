package org.ssprprefill.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.match.WriteEligibility;
import org.ssprprefill.tenant.Registration;

/**
 * A user of the tenant with everything that decides whether the person can reset.
 *
 * @param id the object id
 * @param userPrincipalName the sign-in name
 * @param employeeId HR's number in Entra
 * @param standing account kind, roles and scope
 * @param synchronised whether a reset needs writeback
 * @param entitlement the word for what the licences entitle to
 * @param registration the person's row of the registration report
 * @param roles the role template ids that the person holds or may activate
 * @param groups the groups of the person that some policy names
 * @param confirmed when this program last confirmed each method
 * @param group what to break coverage down by; empty where HR did not say
 */
public record PopulationMember(ObjectId id, String userPrincipalName, Optional<String> employeeId,
		WriteEligibility standing, boolean synchronised, String entitlement, Optional<Registration> registration,
		Set<String> roles, Set<ObjectId> groups, Map<MethodKind, Instant> confirmed, String group) {
}
