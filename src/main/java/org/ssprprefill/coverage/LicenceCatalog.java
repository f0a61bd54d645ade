package org.ssprprefill.coverage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.ProgramFile;
import org.ssprprefill.tenant.Sku;

/**
 * The products that decide about SSPR, from the data file {@code coverage/licences.txt},
 * which names its source and date.
 */
public final class LicenceCatalog {

	/** Microsoft Entra ID P1 ({@code AAD_PREMIUM}). */
	static final String P1 = "41781fb2-bc02-4b7c-bd55-b576c07bb09d";

	/** Microsoft Entra ID P2 ({@code AAD_PREMIUM_P2}). */
	static final String P2 = "eec0eb4f-6444-4f95-aba0-50c24d67f998";

	/** Either of them entitles to everything. */
	static final Set<String> PREMIUM = Set.of(P1, P2);

	private static final String FILE = "/coverage/licences.txt";

	private static final String AS_OF = "# As of:";

	private static final List<String> DEVICE_PARTS = List.of("MEETING_ROOM", "MCOCAP", "MICROSOFT_TEAMS_ROOMS");

	private final LocalDate asOf;

	private final Map<String, Product> products;

	private LicenceCatalog(LocalDate asOf, Map<String, Product> products) {
		this.asOf = asOf;
		this.products = products;
	}

	/** The catalog of the program, read once. */
	private static final class Standard {

		private static final LicenceCatalog CATALOG = of(ProgramFile.text(FILE).lines().toList());

	}

	/**
	 * The catalog that comes with the program, loaded and checked when it is first
	 * needed.
	 * @return the catalog
	 * @throws IllegalStateException if the data file is damaged
	 */
	public static LicenceCatalog standard() {
		return Standard.CATALOG;
	}

	static LicenceCatalog of(List<String> lines) {
		LocalDate asOf = lines.stream()
			.filter((line) -> line.startsWith(AS_OF))
			.map((line) -> LocalDate.parse(line.substring(AS_OF.length()).strip()))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException(FILE + " does not say its date: '" + AS_OF + " YYYY-MM-DD'"));
		Map<String, Product> products = new LinkedHashMap<>();
		lines.stream().filter((line) -> !line.isBlank() && !line.startsWith("#")).forEach((line) -> {
			Product product = Product.parse(line);
			if (products.put(product.skuId(), product) != null) {
				throw new IllegalStateException(FILE + " names the SKU " + product.skuId() + " twice");
			}
		});
		return new LicenceCatalog(asOf, products);
	}

	/**
	 * How old the knowledge is.
	 * @return the date of the source
	 */
	public LocalDate asOf() {
		return this.asOf;
	}

	/**
	 * Whether a service plan is Entra ID P1 or P2.
	 * @param servicePlanId the plan's id, lower-case
	 * @return {@code true} for a plan that entitles to every reset
	 */
	public static boolean isPremium(String servicePlanId) {
		return PREMIUM.contains(servicePlanId);
	}

	/**
	 * A product's name for people.
	 * @param skuId the SKU's id, lower-case
	 * @param partNumber the SKU's part number
	 * @return Microsoft's product name, or the part number of a product not in the
	 * catalog
	 */
	public String productName(String skuId, String partNumber) {
		return find(skuId).map(Product::name).orElse(partNumber);
	}

	/**
	 * Whether a product is meant for rooms or shared devices, whose passwords no person
	 * resets, although it contains Entra ID P1.
	 * @param skuId the SKU's id, lower-case
	 * @param partNumber the SKU's part number, or empty if it is not known
	 * @return {@code true} for Teams Rooms and shared devices
	 */
	public boolean isForDevices(String skuId, String partNumber) {
		String part = partNumber.toUpperCase(Locale.ROOT);
		return find(skuId).map(Product::forDevices).orElse(DEVICE_PARTS.stream().anyMatch(part::startsWith));
	}

	/**
	 * Whether a product entitles people to a reset while it is in force.
	 * @param sku the product
	 * @return {@code false} also for rooms and shared devices
	 */
	boolean concernsReset(Sku sku) {
		boolean entitles = sku.servicePlanIds().stream().anyMatch(PREMIUM::contains)
				|| find(sku.skuId()).filter((product) -> product.entitles() != Entitlement.NONE).isPresent();
		return entitles && !isForDevices(sku.skuId(), sku.partNumber());
	}

	Optional<Product> find(String skuId) {
		return Optional.ofNullable(this.products.get(skuId));
	}

	Collection<Product> products() {
		return this.products.values();
	}

}
