package org.ssprprefill.doctor;

import java.util.List;
import java.util.function.Predicate;

import org.ssprprefill.tenant.Sku;

/** Whether the tenant has bought anything that entitles to a reset. */
final class LicenceChecks {

	private LicenceChecks() {
	}

	static Check present(List<Sku> skus, Predicate<Sku> entitles) {
		List<Sku> useful = skus.stream().filter(entitles).toList();
		if (useful.isEmpty()) {
			return Checks.fail(Subject.LICENCES_PRESENT,
					"None of the tenant's " + skus.size() + " products allows a password reset.",
					"Buy Microsoft Entra ID P1 or P2, or a product that contains it such as Microsoft 365 Business"
							+ " Premium; Business Standard is enough for cloud-only accounts.");
		}
		int seats = useful.stream().mapToInt(Sku::seats).sum();
		return Checks.pass(Subject.LICENCES_PRESENT,
				useful.size() + ((useful.size() == 1) ? " product with " : " products with ") + seats
						+ ((seats == 1) ? " seat" : " seats") + " that allow a reset.");
	}

}
