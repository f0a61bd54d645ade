package org.ssprprefill.check;

/** How many different members each key has, such as the people on one number. */
final class DistinctCounts {

	private final Counts pairs = new Counts();

	private final Counts members = new Counts();

	void add(long key, long member) {
		long pair = key ^ Long.rotateLeft(member * 0x9E3779B97F4A7C15L, 29);
		if (this.pairs.add((pair == 0) ? 1 : pair) == 1) {
			this.members.add(key);
		}
	}

	int of(long key) {
		return this.members.of(key);
	}

}
