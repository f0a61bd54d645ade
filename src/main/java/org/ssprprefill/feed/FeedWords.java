package org.ssprprefill.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Words kept as data: an entry a line, {@code #} begins a remark. */
final class FeedWords {

	private FeedWords() {
	}

	static List<String> read(String name) {
		InputStream file = Objects.requireNonNull(FeedWords.class.getResourceAsStream("/feed/" + name), name);
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
			return lines.lines().map(String::strip).filter((line) -> !line.isEmpty() && !line.startsWith("#")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
