package org.ssprprefill.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CountsTests {

	private final Random random = new Random(7);

	@Test
	void countsAsAMapDoesWhileItGrows() {
		Map<Long, Integer> expected = new HashMap<>();
		Counts counts = new Counts();
		for (int i = 0; i < 50_000; i++) {
			long key = 1 + this.random.nextLong(20_000) * 0x9E3779B97F4A7C15L;
			assertThat(counts.add(key)).isEqualTo(expected.merge(key, 1, Integer::sum));
		}
		assertThat(expected).allSatisfy((key, count) -> assertThat(counts.of(key)).isEqualTo(count));
		assertThat(counts.of(3)).isZero();
	}

	@Test
	void countsAMemberOfAKeyOnce() {
		Map<Long, Set<Long>> expected = new HashMap<>();
		DistinctCounts counts = new DistinctCounts();
		for (int i = 0; i < 20_000; i++) {
			long key = 1 + this.random.nextLong(500) * 0x9E3779B97F4A7C15L;
			long member = this.random.nextLong(50) * 0x5851F42D4C957F2DL;
			expected.computeIfAbsent(key, (it) -> new HashSet<>()).add(member);
			counts.add(key, member);
		}
		assertThat(expected).allSatisfy((key, members) -> assertThat(counts.of(key)).isEqualTo(members.size()));
	}

	@Test
	void findsWhatOccursMoreThanOnce() {
		Repeated repeated = Repeated.among(LongStream.of(5, -3, 0, 7, 5, 0, 5, 9, -3, 11));
		assertThat(LongStream.of(5, -3).allMatch(repeated::contains)).isTrue();
		assertThat(LongStream.of(0, 7, 9, 11, 12).anyMatch(repeated::contains)).isFalse();
		assertThat(Repeated.among(LongStream.empty()).contains(1)).isFalse();
	}

}
