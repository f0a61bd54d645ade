package org.ssprprefill.tenant;

import org.ssprprefill.contact.ObjectId;

/** What became of one user since users were read before. */
public sealed interface UserChange {

	/**
	 * Whom it is about.
	 * @return the object id
	 */
	ObjectId id();

	/**
	 * The user is there, new or changed, or is told of once more.
	 *
	 * @param user the user as of now
	 */
	record Present(EntraUser user) implements UserChange {

		@Override
		public ObjectId id() {
			return this.user.id();
		}

	}

	/**
	 * The user is gone, for good or into the recycle bin.
	 *
	 * @param id the object id
	 */
	record Gone(ObjectId id) implements UserChange {
	}

}
