package org.ssprprefill.explain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The texts and data files that come with this package. */
final class Resource {

	private Resource() {
	}

	static List<String> lines(String name) {
		try (InputStream stream = Resource.class.getResourceAsStream("/explain/" + name)) {
			if (stream == null) {
				throw new IllegalStateException("/explain/" + name + " is missing from the program; build it again");
			}
			return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read /explain/" + name + " of the program", ex);
		}
	}

}
