package org.ssprprefill.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * The tenant-wide policies of a simulated tenant.
 *
 * @param methods which methods are allowed, and for whom
 * @param migration {@code preMigration}, {@code migrationInProgress} or
 * {@code migrationComplete} (resource type {@code authenticationMethodsPolicy})
 * @param administratorsMayReset {@code allowedToUseSSPR} of the authorization policy
 * @param methodsRequired how many methods the SSPR policy asks of members, 1 or 2; Graph
 * shows it only through {@code isSsprRegistered}
 */
public record SimulatedPolicies(List<MethodPolicy> methods, String migration, boolean administratorsMayReset,
		int methodsRequired) {

	/** Copies the list. */
	public SimulatedPolicies {
		methods = List.copyOf(methods);
	}

	/**
	 * One method's part of the authentication methods policy.
	 *
	 * @param id {@code Sms}, {@code Voice}, {@code Email}, {@code MicrosoftAuthenticator}
	 * or {@code SoftwareOath}
	 * @param enabled whether the method is enabled
	 * @param include groups by name or id; empty for all users
	 * @param exclude groups by name or id
	 */
	public record MethodPolicy(String id, boolean enabled, List<String> include, List<String> exclude) {

		/** Copies the lists. */
		public MethodPolicy {
			include = List.copyOf(include);
			exclude = List.copyOf(exclude);
		}

	}

	/**
	 * A migrated tenant in which all users may use SMS, voice, e-mail and the
	 * Authenticator, one method is enough, and administrators may reset too.
	 * @return the policies
	 */
	public static SimulatedPolicies defaults() {
		List<MethodPolicy> methods = new ArrayList<>();
		for (String id : List.of("Sms", "Voice", "Email", "MicrosoftAuthenticator")) {
			methods.add(new MethodPolicy(id, true, List.of(), List.of()));
		}
		methods.add(new MethodPolicy("SoftwareOath", false, List.of(), List.of()));
		return new SimulatedPolicies(methods, "migrationComplete", true, 1);
	}

	/**
	 * The same policies with one method's part replaced.
	 * @param method the new part
	 * @return the changed copy
	 */
	public SimulatedPolicies with(MethodPolicy method) {
		List<MethodPolicy> changed = this.methods.stream()
			.map((old) -> old.id().equals(method.id()) ? method : old)
			.toList();
		return new SimulatedPolicies(changed, this.migration, this.administratorsMayReset, this.methodsRequired);
	}

}
