package org.ssprprefill.timeline;

import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.contact.ProgramFile;

/**
 * The calling codes to which Microsoft delivers SMS and voice only after a support
 * request by the tenant, from the data file {@code timeline/regional-opt-in.txt}.
 */
public final class RegionalOptIn {

	private static final String FILE = "/timeline/regional-opt-in.txt";

	private static final Set<String> CODES = load();

	private RegionalOptIn() {
	}

	/**
	 * Whether a calling code needs the tenant's request.
	 * @param code for example {@code +31}
	 * @return {@code true} for the codes of Microsoft's list
	 */
	public static boolean concerns(String code) {
		return CODES.contains(code);
	}

	private static Set<String> load() {
		return ProgramFile.entries(FILE)
			.stream()
			.filter((line) -> line.startsWith("+"))
			.collect(Collectors.toUnmodifiableSet());
	}

}
