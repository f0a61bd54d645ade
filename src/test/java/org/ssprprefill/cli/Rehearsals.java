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

/** Clears away after each test what its rehearsals started and wrote. */
final class Rehearsals implements AfterEachCallback {

	private static final List<Rehearsal> OPEN = new ArrayList<>();

	static void opened(Rehearsal rehearsal) {
		OPEN.add(rehearsal);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		OPEN.forEach((rehearsal) -> {
			rehearsal.tenant().close();
			delete(rehearsal.folder());
		});
		OPEN.clear();
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
