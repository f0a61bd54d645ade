package org.ssprprefill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Looks after each test whether its rehearsals kept HR's values secret, and clears away
 * what they started and wrote.
 */
final class Rehearsals implements AfterEachCallback {

	private static final List<Rehearsal> OPEN = new ArrayList<>();

	static void opened(Rehearsal rehearsal) {
		OPEN.add(rehearsal);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		List<Rehearsal> ended = List.copyOf(OPEN);
		OPEN.clear();
		try {
			ended.forEach(Rehearsal::assertSecret);
		}
		finally {
			ended.forEach((rehearsal) -> {
				rehearsal.tenant().close();
				delete(rehearsal.folder());
			});
		}
	}

	private static void delete(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
