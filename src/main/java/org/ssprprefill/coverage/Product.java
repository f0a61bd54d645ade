package org.ssprprefill.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A line of the licence catalog.
 *
 * @param partNumber Microsoft's part number
 * @param skuId lower-case id
 * @param premiumPlans the ids of the Entra ID plans in it
 * @param entitles what it entitles to
 * @param disputed whether Microsoft's pages disagree on it: an Office 365 plan without
 * Entra ID P1 or P2
 * @param forDevices whether it is meant for rooms or shared devices
 * @param name the product name
 */
record Product(String partNumber, String skuId, Set<String> premiumPlans, Entitlement entitles, boolean disputed,
		boolean forDevices, String name) {

	private static final String OFFICE_365 = "office-365";

	static Product parse(String line) {
		List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
		if (cells.size() != 6 || !cells.get(1).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
			throw damaged(line, "it needs six cells, the second a lower-case GUID");
		}
		Product product = new Product(cells.get(0), cells.get(1), plans(line, cells.get(2)),
				entitlement(line, cells.get(3)), cells.get(3).equals(OFFICE_365), isForDevices(line, cells.get(4)),
				cells.get(5));
		if (product.premiumPlans.isEmpty() == (product.entitles == Entitlement.WRITEBACK)) {
			throw damaged(line, "'writeback' is what P1 and P2 entitle to, and nothing else does");
		}
		return product;
	}

	private static Set<String> plans(String line, String cell) {
		return switch (cell) {
			case "P1" -> Set.of(LicenceCatalog.P1);
			case "P2" -> Set.of(LicenceCatalog.P2);
			case "P1+P2" -> LicenceCatalog.PREMIUM;
			case "none" -> Set.of();
			default -> throw damaged(line, "the plans are P1, P2, P1+P2 or none");
		};
	}

	private static Entitlement entitlement(String line, String cell) {
		if (cell.equals(OFFICE_365)) {
			return Entitlement.NONE;
		}
		return Arrays.stream(Entitlement.values())
			.filter((entitlement) -> entitlement != Entitlement.UNKNOWN && entitlement.word().equals(cell))
			.findFirst()
			.orElseThrow(() -> damaged(line, "it entitles to writeback, cloud-reset, office-365 or none"));
	}

	private static boolean isForDevices(String line, String cell) {
		return switch (cell) {
			case "people" -> false;
			case "devices" -> true;
			default -> throw damaged(line, "it is for people or devices");
		};
	}

	private static IllegalStateException damaged(String line, String why) {
		return new IllegalStateException("The licence catalog has a damaged line '" + line + "': " + why);
	}

}
