package org.ssprprefill.tenant;

import java.util.Map;
import java.util.Set;

import org.ssprprefill.contact.ObjectId;

/**
 * Everybody with a directory role.
 *
 * @param byUser how each of them holds it; the strongest hold where there are several
 * @param roles the role template ids each of them holds or may activate, by user
 * @param pimInUse whether eligible assignments could be read; {@code false} where the
 * tenant has no licence for them
 */
public record Administrators(Map<ObjectId, Hold> byUser, Map<ObjectId, Set<String>> roles, boolean pimInUse) {

	/** How a person holds a role; the strongest first. */
	public enum Hold {

		/** By an assignment of their own. */
		ROLE,

		/** As member or owner of a group that holds or may activate a role. */
		THROUGH_GROUP,

		/** By an eligible assignment of their own. */
		ELIGIBLE

	}

}
