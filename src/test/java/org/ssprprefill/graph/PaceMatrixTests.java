package org.ssprprefill.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.ssprprefill.simulator.RateLimit;
import org.ssprprefill.simulator.RateLimit.OtherApps;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The matrix of {@code src/docs/pace.md} is that of the law as it is. With
 * {@code -Dpace.matrix} all of it is simulated and printed, else only what is cheap.
 */
class PaceMatrixTests {

	private static final String ALL = "pace.matrix";

	static Stream<Arguments> cheap() {
		return PaceMatrix.OTHERS.stream()
			.flatMap((others) -> PaceMatrix.SIZES.stream()
				.filter((size) -> size.most() < 1000)
				.map((size) -> Arguments.of(size, others)));
	}

	@ParameterizedTest
	@MethodSource("cheap")
	void standsInTheDocs(RateLimit size, OtherApps others) throws IOException {
		assertThat(Files.readString(Path.of("src/docs/pace.md")))
			.contains(PaceMatrix.table(size, others, PaceMatrix::hour));
	}

	@Test
	@EnabledIfSystemProperty(named = ALL, matches = ".*")
	void printsAllOfIt() {
		PaceMatrix.print();
	}

}
