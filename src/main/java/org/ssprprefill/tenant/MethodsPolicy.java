package org.ssprprefill.tenant;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.ObjectId;

/**
 * The authentication methods policy.
 *
 * @param migrationComplete whether only this policy counts; otherwise the legacy
 * policies, which Graph does not show, count too
 * @param methods one configuration per method, by Graph's id in lower case ({@code sms},
 * {@code voice}, {@code email}, {@code microsoftauthenticator}, {@code softwareoath}, …)
 * @param lastModified when it was last changed
 * @param campaign the state of the registration campaign, by Graph's word
 */
public record MethodsPolicy(boolean migrationComplete, Map<String, Configuration> methods,
		Optional<Instant> lastModified, Optional<String> campaign) {

	/**
	 * A policy that does not say whether people are asked to register.
	 * @param migrationComplete whether only this policy counts
	 * @param methods one configuration per method
	 * @param lastModified when it was last changed
	 */
	public MethodsPolicy(boolean migrationComplete, Map<String, Configuration> methods,
			Optional<Instant> lastModified) {
		this(migrationComplete, methods, lastModified, Optional.empty());
	}

	/**
	 * One method's configuration. Exclusion wins.
	 *
	 * @param enabled the method's state
	 * @param allUsers whether an include target is {@code all_users}
	 * @param includedGroups the included groups
	 * @param excludedGroups the excluded groups
	 * @param officePhoneAllowed for {@code voice}: whether office phones may be called;
	 * {@code true} for other methods
	 */
	public record Configuration(boolean enabled, boolean allUsers, Set<ObjectId> includedGroups,
			Set<ObjectId> excludedGroups, boolean officePhoneAllowed) {
	}

}
