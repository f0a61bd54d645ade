package org.ssprprefill.tenant;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.ssprprefill.contact.ObjectId;

/**
 * All holders of a directory role.
 *
 * @param byUser how each of them holds it; the strongest hold where there are several
 * @param roles the role template ids each of them holds or may activate, by user
 * @param held the same, with the way in which each of them holds a role, by user
 * @param pimInUse whether eligible assignments could be read; {@code false} where the
 * tenant has no licence for them
 */
public record Administrators(Map<ObjectId, Hold> byUser, Map<ObjectId, Set<String>> roles,
		Map<ObjectId, RolesHeld> held, boolean pimInUse) {

	/**
	 * Administrators who hold all their roles now, for the whole tenant and by
	 * themselves.
	 * @param byUser how each of them holds a role
	 * @param roles the role template ids, by user
	 * @param pimInUse whether eligible assignments could be read
	 */
	public Administrators(Map<ObjectId, Hold> byUser, Map<ObjectId, Set<String>> roles, boolean pimInUse) {
		this(byUser, roles, heldNow(roles), pimInUse);
	}

	private static Map<ObjectId, RolesHeld> heldNow(Map<ObjectId, Set<String>> roles) {
		Map<ObjectId, RolesHeld> held = new HashMap<>();
		roles.forEach((user, own) -> held.put(user, new RolesHeld(own, Set.of(), false)));
		return Map.copyOf(held);
	}

	/**
	 * The roles of one person.
	 * @param user the person
	 * @return no role for a user who is no administrator
	 */
	public RolesHeld of(ObjectId user) {
		return this.held.getOrDefault(user, RolesHeld.NONE);
	}

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
