package org.ssprprefill.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Seeded histories of a few runs each, in which people, roles, files, the ledger, the
 * right to write, clocks and connections change between any two steps and while changes
 * are applied; processes die and others go on. {@code -Dchanging.histories=1000} plays so
 * many of each policy, {@code -Dchanging.first=17} begins with that seed.
 */
class HistoryLawIT {

	/** Most of the time goes into waiting for the database. */
	private static final int AT_A_TIME = 4;

	@TempDir
	private Path folder;

	@Test
	void keepFiveLawsWhateverChangesAndWhen() throws InterruptedException, ExecutionException {
		int first = Integer.getInteger("changing.first", 0);
		int histories = Integer.getInteger("changing.histories", 15);
		ForkJoinPool pool = new ForkJoinPool(AT_A_TIME);
		try {
			List<String> broken = pool
				.submit(() -> IntStream.range(first, first + histories)
					.boxed()
					.flatMap((seed) -> Stream.of("missing", "own", "replace")
						.map((policy) -> new ModelHistory(this.folder, policy, seed)))
					.toList()
					.parallelStream()
					.map(HistoryLawIT::broken)
					.flatMap(Optional::stream)
					.toList())
				.get();
			assertThat(broken).isEmpty();
		}
		finally {
			pool.shutdown();
		}
	}

	private static Optional<String> broken(ModelHistory history) {
		try {
			history.play();
			return Optional.empty();
		}
		catch (Exception | AssertionError ex) {
			return Optional.of(history + ": " + ex);
		}
	}

}
