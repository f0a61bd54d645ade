package org.ssprprefill.coverage;

import java.util.List;

import org.ssprprefill.tenant.Sku;

/** How many licences must be bought. */
public final class SeatNeed {

	private SeatNeed() {
	}

	/**
	 * The seats that are missing when every free seat is given to a person who needs one:
	 * seats with Entra ID P1 or P2 to synchronised people first, because nothing else
	 * helps them.
	 * @param coverage the people without a sufficient licence
	 * @param entitlements what products entitle to
	 * @param skus the products the tenant subscribes to
	 * @return 0 or more
	 */
	public static long seatsMissing(Coverage coverage, Entitlements entitlements, List<Sku> skus) {
		long premium = freeSeats(Entitlement.WRITEBACK, entitlements, skus);
		long cloudOnly = freeSeats(Entitlement.CLOUD_RESET, entitlements, skus);
		long hybridMissing = Math.max(0, coverage.withoutLicenceHybrid() - premium);
		long premiumLeft = Math.max(0, premium - coverage.withoutLicenceHybrid());
		return hybridMissing + Math.max(0, coverage.withoutLicenceCloud() - cloudOnly - premiumLeft);
	}

	private static long freeSeats(Entitlement wanted, Entitlements entitlements, List<Sku> skus) {
		return skus.stream()
			.filter((sku) -> entitlements.entitles(sku) == wanted)
			.mapToLong((sku) -> Math.max(0, sku.seats() - sku.consumed()))
			.sum();
	}

}
