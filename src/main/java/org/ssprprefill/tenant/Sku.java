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
 * @param servicePlanIds the plans in it, lower-case
 */
public record Sku(String skuId, String partNumber, String capabilityStatus, int seats, int consumed,
		Set<String> servicePlanIds) {
}
