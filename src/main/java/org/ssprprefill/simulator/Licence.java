package org.ssprprefill.simulator;

import java.util.List;

/**
 * A licence as a description writes it: {@code SPE_E3}, or
 * {@code SPE_E3 without AAD_PREMIUM, TEAMS1} where an administrator switched plans off.
 */
record Licence(String partNumber, List<String> without) {

	static Licence of(String text) {
		String[] parts = text.split("\\s+without\\s+", 2);
		List<String> without = (parts.length > 1) ? List.of(parts[1].strip().split("\\s*,\\s*")) : List.of();
		return new Licence(parts[0].strip(), without);
	}

	Product product() {
		return Product.find(this.partNumber)
			.orElseThrow(() -> new IllegalArgumentException("The simulator knows no product " + this.partNumber));
	}

}
