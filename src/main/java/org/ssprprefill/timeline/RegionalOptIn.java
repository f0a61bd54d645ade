package org.ssprprefill.timeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

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
		try (InputStream stream = RegionalOptIn.class.getResourceAsStream(FILE)) {
			if (stream == null) {
				throw new IllegalStateException(FILE + " is missing from the program; build it again");
			}
			return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines()
				.filter((line) -> line.startsWith("+"))
				.map(String::strip)
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + FILE + " of the program", ex);
		}
	}

}
