package org.ssprprefill.check;

/**
 * Counts for many keys in little memory: no object is made for a key. Keys must be spread
 * well, as salted hashes are, and 0 is none.
 */
final class Counts {

	private long[] keys = new long[1 << 10];

	private int[] counts = new int[1 << 10];

	private int size;

	/**
	 * Counts one more for a key.
	 * @return the key's new count
	 */
	int add(long key) {
		int place = place(this.keys, key);
		if (this.keys[place] == 0) {
			if (2 * ++this.size > this.keys.length) {
				grow();
				place = place(this.keys, key);
			}
			this.keys[place] = key;
		}
		return ++this.counts[place];
	}

	int of(long key) {
		return this.counts[place(this.keys, key)];
	}

	private void grow() {
		long[] widerKeys = new long[2 * this.keys.length];
		int[] widerCounts = new int[widerKeys.length];
		for (int old = 0; old < this.keys.length; old++) {
			if (this.keys[old] != 0) {
				int place = place(widerKeys, this.keys[old]);
				widerKeys[place] = this.keys[old];
				widerCounts[place] = this.counts[old];
			}
		}
		this.keys = widerKeys;
		this.counts = widerCounts;
	}

	/** Where a key stands, or would. */
	private static int place(long[] keys, long key) {
		int place = (int) key & (keys.length - 1);
		while (keys[place] != 0 && keys[place] != key) {
			place = (place + 1) & (keys.length - 1);
		}
		return place;
	}

}
