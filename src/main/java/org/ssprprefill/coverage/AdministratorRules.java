package org.ssprprefill.coverage;

import java.util.Set;

/**
 * Whom the stricter reset rules for administrators concern (Microsoft Learn, "Password
 * policies and account restrictions in Microsoft Entra ID", section on administrator
 * reset policy differences).
 */
public final class AdministratorRules {

	/** How many methods an administrator always needs. */
	static final int METHODS_REQUIRED = 2;

	private static final Set<String> ROLES_OUTSIDE = Set.of(
			// Cloud Application Administrator
			"158c047a-c907-4556-b7ef-446551a6b5f7",
			// Directory Readers
			"88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
			// Global Reader
			"f2ef992c-3afb-46b9-b7cf-a126ee74c451",
			// Reports Reader
			"4a5d8f65-41da-4de4-8968-e035b65339cf",
			// Security Reader
			"5d6b6bb7-de71-4623-b4af-96380a352509");

	private AdministratorRules() {
	}

	/**
	 * Whether the rules apply. Microsoft names the roles they apply to by display name
	 * and keeps adding some, so every role counts but those known to be left out; whether
	 * an eligible assignment counts is not documented, so it does.
	 * @param roleTemplateIds the roles that the person holds or may activate
	 * @param reported whether the registration report calls the person an administrator
	 * @return {@code true} for an administrator in the sense of SSPR
	 */
	public static boolean applyTo(Set<String> roleTemplateIds, boolean reported) {
		return reported || !ROLES_OUTSIDE.containsAll(roleTemplateIds);
	}

}
