package org.ssprprefill.tenant;

import java.util.Set;

/**
 * A product the tenant subscribes to ({@code GET /subscribedSkus}).
 *
 * @param skuId lower-case id
 * @param partNumber for example {@code SPE_E3}
 * @param capabilityStatus {@code Enabled}, {@code Warning}, {@code Suspended},
 * {@code Deleted}, {@code LockedOut} or a word not known yet
 * @param seats {@code prepaidUnits.enabled}
 * @param consumed {@code consumedUnits}
 * @param expiring {@code prepaidUnits.warning}: seats whose subscription has ended, or is
 * about to, and that may still be used
 * @param suspended {@code prepaidUnits.suspended}: seats that may not be used any more
 * @param servicePlanIds the plans in it, lower-case
 */
public record Sku(String skuId, String partNumber, String capabilityStatus, int seats, int consumed, int expiring,
		int suspended, Set<String> servicePlanIds) {

	/**
	 * A product none of whose seats is expiring or suspended.
	 * @param skuId lower-case id
	 * @param partNumber for example {@code SPE_E3}
	 * @param capabilityStatus Graph's word
	 * @param seats how many may be assigned
	 * @param consumed how many are
	 * @param servicePlanIds the plans in it, lower-case
	 */
	public Sku(String skuId, String partNumber, String capabilityStatus, int seats, int consumed,
			Set<String> servicePlanIds) {
		this(skuId, partNumber, capabilityStatus, seats, consumed, 0, 0, servicePlanIds);
	}
}
