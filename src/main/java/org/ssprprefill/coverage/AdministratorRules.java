package org.ssprprefill.coverage;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.contact.ProgramFile;
import org.ssprprefill.timeline.Audience;

/**
 * Whom the stricter reset rules for administrators concern (Microsoft Learn, "Password
 * policies and account restrictions in Microsoft Entra ID", section on administrator
 * reset policy differences): the holders of the roles in
 * {@code coverage/two-gate-roles.txt}, and of no others.
 */
public final class AdministratorRules {

	/** How many methods an administrator always needs. */
	static final int METHODS_REQUIRED = 2;

	private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

	private static final Map<String, String> ROLES = roles();

	private AdministratorRules() {
	}

	/**
	 * Whether the rules apply. Whether an eligible assignment counts is not documented,
	 * so it does. The report's own notion of an administrator, which is not documented
	 * either, decides only about people of whom no role is known.
	 * @param roleTemplateIds the roles that the person holds or may activate
	 * @param reported whether the registration report calls the person an administrator
	 * @return {@code true} for an administrator in the sense of SSPR
	 */
	public static boolean applyTo(Set<String> roleTemplateIds, boolean reported) {
		return roleTemplateIds.isEmpty() ? reported : !Collections.disjoint(ROLES.keySet(), roleTemplateIds);
	}

	/**
	 * Who a person is for the timeline.
	 * @param roleTemplateIds the roles that the person holds or may activate
	 * @return the audience whose endings concern the person
	 */
	public static Audience audience(Set<String> roleTemplateIds) {
		return roleTemplateIds.contains(GLOBAL_ADMINISTRATOR) ? Audience.GLOBAL_ADMINISTRATORS : Audience.EVERYBODY;
	}

	/**
	 * What a role is called.
	 * @param roleTemplateId the role
	 * @return nothing for a role to whose holders the rules do not apply
	 */
	public static Optional<String> name(String roleTemplateId) {
		return Optional.ofNullable(ROLES.get(roleTemplateId));
	}

	private static Map<String, String> roles() {
		return ProgramFile.entries("/coverage/two-gate-roles.txt")
			.stream()
			.map((line) -> line.split("\\|", 2))
			.collect(Collectors.toUnmodifiableMap((cells) -> cells[0].strip(), (cells) -> cells[1].strip()));
	}

}
