package org.ssprprefill.ledger;

import org.ssprprefill.tenant.EntraUser;

/**
 * A user with what the licences mean.
 *
 * @param user the user
 * @param entitlement the word for what the licences entitle to
 * @param resourceAccount whether it is a room or a shared device
 * @param restsOnWarning whether nothing entitles but what is about to end
 * @param restsOnOffice365 whether nothing entitles but a plan on which Microsoft's pages
 * disagree
 */
public record LicensedUser(EntraUser user, String entitlement, boolean resourceAccount, boolean restsOnWarning,
		boolean restsOnOffice365) {
}
