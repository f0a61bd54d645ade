package org.ssprprefill.tenant;

import java.util.List;

/** Takes what a tenant says about its users, page by page, on the calling thread. */
public interface UserReceiver {

	/**
	 * Whatever was known of users is void: all users follow. May be called again, when
	 * the tenant breaks off and the reading begins anew.
	 */
	void allUsers();

	/**
	 * Takes a page. A user may come several times; the last word counts.
	 * @param changes in the tenant's order
	 */
	void page(List<UserChange> changes);

}
