package org.ssprprefill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The floors of the house. A package imports only packages of the lines above its own.
 */
final class Floors {

	static final String ROOT = "org.ssprprefill";

	static final List<List<String>> ALL = List.of(List.of("contact", "message", "run"),
			List.of("tenant", "feed", "timeline"), List.of("match", "check", "init", "graph", "simulator", "database"),
			List.of("plan"), List.of("vault"), List.of("ledger"),
			List.of("apply", "undo", "verify", "coverage", "proposal", "doctor", "probe"),
			List.of("report", "explain", "notify"), List.of("definition", "telemetry"),
			List.of("job", "fleet", "schedule"), List.of("cli"));

	/** These keep what the program knows, by JDBC. */
	private static final Set<String> STORES = Set.of("database", "vault", "ledger");

	/** These hold rules, and rules know no framework. */
	static final List<String> WITHOUT_SPRING = ALL.stream()
		.takeWhile((floor) -> !floor.contains("report"))
		.flatMap(List::stream)
		.filter((name) -> !STORES.contains(name))
		.toList();

	/**
	 * Rooms with few doors, and all their doors: the types that other packages may see.
	 */
	static final Map<String, Set<String>> DOORS = Map.of("database",
			Set.of("CopyWriter", "Cursor", "Database", "DatabaseTrouble", "FleetServer", "Home", "HomeBusyException",
					"LeaseLostException", "LedgerException", "LedgerSettings", "LedgerTablesException", "OwnerOnly",
					"Statistics", "TenantBusyException", "TenantClaimedException", "TenantLease"),
			"vault", Set.of("AlteredLedgerException", "SealedValues", "Vault"), "graph",
			Set.of("Cloud", "Credential", "GraphSettings", "GraphTenant", "HttpProxy", "Trust"), "explain",
			Set.of("Explainer", "Explanation", "Operator", "PersonFile", "PersonReader", "Step"));

	private Floors() {
	}

	static Stream<String> packages() {
		return ALL.stream().flatMap(List::stream);
	}

	/** What a package must not know: its neighbours, everything above, and the door. */
	static List<String> forbiddenTo(String name) {
		List<String> forbidden = new ArrayList<>(
				ALL.stream().dropWhile((floor) -> !floor.contains(name)).flatMap(List::stream).toList());
		forbidden.remove(name);
		forbidden.add(Application.class.getSimpleName());
		return forbidden;
	}

	static String qualified(String name) {
		return ROOT + "." + name;
	}

}
