package org.ssprprefill.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.match.WriteEligibility;

/**
 * The user a row belongs to, with what tonight's snapshot and the ledger know.
 *
 * @param id the object id
 * @param userPrincipalName the sign-in name
 * @param employeeId HR's number in Entra
 * @param standing what decides whether the user may be written to
 * @param reportedMethods the methods of the registration report; nothing where the user
 * is not in it
 * @param seen methods that were found registered, and that the report is too old to show
 * @param written what this program last wrote and confirmed
 * @param takenBack what an undo took back since
 */
public record MatchedUser(ObjectId id, String userPrincipalName, Optional<String> employeeId, WriteEligibility standing,
		Optional<Set<String>> reportedMethods, Set<MethodKind> seen, Map<MethodKind, ContactValue> written,
		Map<MethodKind, ContactValue> takenBack) {
}
