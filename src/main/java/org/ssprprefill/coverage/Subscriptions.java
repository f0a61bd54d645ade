package org.ssprprefill.coverage;

import java.util.ArrayList;
import java.util.List;

import org.ssprprefill.tenant.Sku;

/**
 * The subscriptions that entitle people to a reset and are not simply in force.
 *
 * @param ending those about to end: the licences still count (status {@code Warning})
 * @param ended those that ended: the licences do not count any more
 */
public record Subscriptions(List<String> ending, List<String> ended) {

	/** Keeps copies of the lists. */
	public Subscriptions {
		ending = List.copyOf(ending);
		ended = List.copyOf(ended);
	}

	/**
	 * Looks through the products of a tenant.
	 * @param catalog what products contain
	 * @param skus the products
	 * @return a few words about each product with seats that are ending or have ended
	 */
	public static Subscriptions of(LicenceCatalog catalog, List<Sku> skus) {
		List<String> ending = new ArrayList<>();
		List<String> ended = new ArrayList<>();
		for (Sku sku : skus) {
			boolean inForce = Entitlements.isInForce(sku);
			String name = catalog.productName(sku.skuId(), sku.partNumber()) + " (" + sku.capabilityStatus() + ", "
					+ sku.consumed() + " assigned, " + sku.seats() + " seats in force";
			if (!catalog.concernsReset(sku)) {
				continue;
			}
			if (inForce && (sku.expiring() > 0 || !sku.capabilityStatus().equals("Enabled"))) {
				ending.add(name + ", " + sku.expiring() + " ending)");
			}
			if (!inForce || sku.suspended() > 0) {
				ended.add(name + ", " + sku.suspended() + " suspended)");
			}
		}
		return new Subscriptions(ending, ended);
	}

}
