package org.ssprprefill.doctor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.match.Population;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.EntraUser.UserType;

import org.jspecify.annotations.Nullable;

/** Counts the users of the tenant while they pass by, and looks for the excluded ones. */
final class UserTally {

	private final Set<String> excluded = new HashSet<>();

	private final Predicate<EntraUser> devices;

	private final Set<ObjectId> outside = new HashSet<>();

	private long users;

	private long members;

	private long synchronised;

	private @Nullable ObjectId first;

	/**
	 * Begins to count.
	 * @param excluded the entries of {@code scope.exclude}
	 * @param devices whether an account is a room or a shared device
	 */
	UserTally(List<String> excluded, Predicate<EntraUser> devices) {
		this.devices = devices;
		this.excluded.addAll(Exclusions.of(excluded).keys());
	}

	void add(List<EntraUser> page) {
		page.forEach(this::add);
	}

	private void add(EntraUser user) {
		this.users++;
		this.excluded.remove(user.userPrincipalName().key());
		this.excluded.remove(user.id().value());
		if (!Population.includes(user.type(), this.devices.test(user), true)) {
			this.outside.add(user.id());
		}
		if (user.enabled() && user.type() == UserType.MEMBER) {
			this.members++;
			this.synchronised += user.synchronised() ? 1 : 0;
			this.first = user.id();
		}
	}

	/** The accounts whose reset is not measured, whatever the scope. */
	Set<ObjectId> outside() {
		return Set.copyOf(this.outside);
	}

	long users() {
		return this.users;
	}

	/** Enabled members. */
	long members() {
		return this.members;
	}

	/** Enabled members who come from an on-premises directory. */
	long synchronised() {
		return this.synchronised;
	}

	/** One of the enabled members. */
	Optional<ObjectId> first() {
		return Optional.ofNullable(this.first);
	}

	/**
	 * The entries that fit none of the users so far: names, and ids of users or groups.
	 */
	Set<String> unseen() {
		return Set.copyOf(this.excluded);
	}

}
