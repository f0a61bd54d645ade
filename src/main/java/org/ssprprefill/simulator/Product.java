package org.ssprprefill.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A product the simulator knows, with the service plans that matter to SSPR. Ids as in
 * Microsoft's service plan reference ({@code licensing-service-plan-reference.md}).
 *
 * @param partNumber the SKU part number
 * @param id the SKU id
 * @param plans service plan ids by name
 */
record Product(String partNumber, String id, Map<String, String> plans) {

	private static final Map<String, Product> KNOWN = load();

	static Optional<Product> find(String partNumber) {
		return Optional.ofNullable(KNOWN.get(partNumber));
	}

	static List<String> partNumbers() {
		return List.copyOf(KNOWN.keySet());
	}

	private static Map<String, Product> load() {
		Map<?, ?> root = Resource.yaml("products.yaml");
		Map<String, Product> products = new LinkedHashMap<>();
		Map<String, String> plans = new LinkedHashMap<>();
		Resource.map(root, "plans").forEach((name, id) -> plans.put(String.valueOf(name), String.valueOf(id)));
		Resource.map(root, "products").forEach((name, text) -> {
			String[] words = String.valueOf(text).split(" ");
			Map<String, String> own = new LinkedHashMap<>();
			List.of(words).subList(1, words.length).forEach((plan) -> own.put(plan, plans.getOrDefault(plan, "")));
			products.put(String.valueOf(name), new Product(String.valueOf(name), words[0], own));
		});
		return products;
	}

}
