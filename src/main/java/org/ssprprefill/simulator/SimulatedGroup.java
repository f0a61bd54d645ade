package org.ssprprefill.simulator;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A group of a simulated tenant.
 *
 * @param id the object id
 * @param name the display name, by which the rest of the description may refer to it
 * @param roleAssignable whether directory roles may be assigned to it
 * @param members user principal names, object ids, or names of other groups
 * @param owners user principal names or object ids
 * @param eligible who may activate membership or ownership (PIM for Groups), by the same
 * names as members; left out of the JSON where empty, so that what earlier versions
 * remember of a description still belongs to it
 */
public record SimulatedGroup(String id, String name, boolean roleAssignable, List<String> members, List<String> owners,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> eligible) {

	/** Copies the lists. */
	public SimulatedGroup {
		members = List.copyOf(members);
		owners = List.copyOf(owners);
		eligible = List.copyOf(eligible);
	}

	/**
	 * An ordinary group without owners, with an id made from its name.
	 * @param name the display name
	 * @param members user principal names, object ids, or names of other groups
	 * @return the group
	 */
	public static SimulatedGroup of(String name, String... members) {
		return new SimulatedGroup(SimulatedUser.idOf(name), name, false, List.of(members), List.of(), List.of());
	}

	/**
	 * The same group with owners.
	 * @param names user principal names or object ids
	 * @return the changed copy
	 */
	public SimulatedGroup ownedBy(String... names) {
		return new SimulatedGroup(this.id, this.name, this.roleAssignable, this.members, List.of(names), this.eligible);
	}

	/**
	 * The same group, to which directory roles may be assigned.
	 * @return the changed copy
	 */
	public SimulatedGroup forRoles() {
		return new SimulatedGroup(this.id, this.name, true, this.members, this.owners, this.eligible);
	}

	/**
	 * The same group, of which these may activate membership.
	 * @param names user principal names, object ids, or names of other groups
	 * @return the changed copy
	 */
	public SimulatedGroup eligible(String... names) {
		return new SimulatedGroup(this.id, this.name, this.roleAssignable, this.members, this.owners, List.of(names));
	}

}
