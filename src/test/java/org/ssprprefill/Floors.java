package org.ssprprefill;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The floors of the house. A package imports only packages of the lines above its own.
 */
final class Floors {

	static final String ROOT = "org.ssprprefill";

	static final List<List<String>> ALL = List.of(List.of("contact", "message"), List.of("tenant", "feed", "timeline"),
			List.of("match", "check", "init", "graph", "simulator"), List.of("plan"), List.of("ledger"),
			List.of("apply", "undo", "verify", "coverage", "proposal", "doctor", "probe"),
			List.of("report", "explain", "notify"), List.of("definition", "telemetry"),
			List.of("job", "fleet", "schedule"), List.of("cli"));

	/** These hold rules, and rules know no framework. */
	static final List<String> WITHOUT_SPRING = Stream.of(0, 1, 2, 3, 5).map(ALL::get).flatMap(List::stream).toList();

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
