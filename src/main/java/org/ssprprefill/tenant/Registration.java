package org.ssprprefill.tenant;

import java.time.Instant;
import java.util.Set;

import org.ssprprefill.contact.ObjectId;

/**
 * A row of the registration report ({@code userRegistrationDetails}); 36 hours and more
 * behind, and without disabled people. The three SSPR booleans are Graph's own and are
 * never merged.
 *
 * @param user the user's object id
 * @param administrator the report's own notion of an administrator
 * @param ssprRegistered has the needed number of methods, allowed by policy or not
 * @param ssprEnabled is allowed to reset by policy
 * @param ssprCapable both
 * @param mfaRegistered has a second factor for signing in
 * @param methods the registered methods, an open set of words such as
 * {@code mobilePhone}, {@code alternateMobilePhone}, {@code officePhone}, {@code email}
 * @param asOf when this row was refreshed
 */
public record Registration(ObjectId user, boolean administrator, boolean ssprRegistered, boolean ssprEnabled,
		boolean ssprCapable, boolean mfaRegistered, Set<String> methods, Instant asOf) {
}
