package org.ssprprefill.coverage;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.timeline.Channel;

/**
 * The authentication methods policy as it concerns one person.
 *
 * @param migrationComplete whether the policy governs password reset at all; before that
 * it governs sign-in only
 * @param governed the configurations that the tenant's answer has, by Graph's id in lower
 * case
 * @param allowed the configurations that allow the person a method, by Graph's id in
 * lower case; {@code voice-office} where voice may call the office phone
 */
public record PolicyView(boolean migrationComplete, Set<String> governed, Set<String> allowed) {

	private static final String VOICE_OFFICE = "voice-office";

	private static final Set<String> RELEVANT = Set.of("sms", "voice", "email", "microsoftauthenticator",
			"softwareoath", "hardwareoath");

	/**
	 * The policy for a member of these groups. Exclusion wins over inclusion.
	 * @param policy the tenant's policy
	 * @param groups the ids of the groups the person is in, nested ones too; only those
	 * in {@link #groupsOf} matter
	 * @return the view
	 */
	public static PolicyView of(MethodsPolicy policy, Set<ObjectId> groups) {
		Set<String> allowed = new HashSet<>();
		policy.methods().forEach((id, configuration) -> {
			if (concerns(configuration, groups)) {
				allowed.add(id);
				if (id.equals("voice") && configuration.officePhoneAllowed()) {
					allowed.add(VOICE_OFFICE);
				}
			}
		});
		return new PolicyView(policy.migrationComplete(), policy.methods().keySet(), allowed);
	}

	private static boolean concerns(MethodsPolicy.Configuration configuration, Set<ObjectId> groups) {
		boolean included = configuration.allUsers() || !Collections.disjoint(configuration.includedGroups(), groups);
		return configuration.enabled() && included && Collections.disjoint(configuration.excludedGroups(), groups);
	}

	/**
	 * The groups whose members must be known before any person can be judged.
	 * @param policy the tenant's policy
	 * @return the groups that the configurations of reset methods include or exclude
	 */
	public static Set<ObjectId> groupsOf(MethodsPolicy policy) {
		Set<ObjectId> groups = new HashSet<>();
		policy.methods().forEach((id, configuration) -> {
			if (configuration.enabled() && RELEVANT.contains(id)) {
				groups.addAll(configuration.includedGroups());
				groups.addAll(configuration.excludedGroups());
			}
		});
		return groups;
	}

	/**
	 * Whether the person may use a registered method. What no configuration of the answer
	 * governs is not known to be forbidden.
	 * @param method the registration report's word, for example {@code mobilePhone}
	 * @param working the channels that still work
	 * @return {@code true} if the policy allows it
	 */
	public boolean allows(String method, Set<Channel> working) {
		return switch (method) {
			case "mobilePhone" ->
				working.contains(Channel.SMS) && allows("sms") || working.contains(Channel.VOICE) && allows("voice");
			case "officePhone" -> working.contains(Channel.VOICE)
					&& (!this.governed.contains("voice") || this.allowed.contains(VOICE_OFFICE));
			case "email" -> allows("email");
			case "microsoftAuthenticatorPush" -> allows("microsoftauthenticator");
			case "softwareOneTimePasscode" -> allows("softwareoath");
			case "hardwareOneTimePasscode" -> allows("hardwareoath");
			default -> true;
		};
	}

	private boolean allows(String configuration) {
		return !this.governed.contains(configuration) || this.allowed.contains(configuration);
	}

}
