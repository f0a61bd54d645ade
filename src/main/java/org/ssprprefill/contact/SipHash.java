package org.ssprprefill.contact;

/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash of 64 bits for short inputs.
 * Without the key it cannot be told which text a hash stands for, nor choose texts that
 * collide.
 */
final class SipHash {

	private final long key0;

	private final long key1;

	SipHash(long key0, long key1) {
		this.key0 = key0;
		this.key1 = key1;
	}

	/** The hash of a text's UTF-16 code units, the lower byte of each first. */
	long of(String text) {
		long v0 = this.key0 ^ 0x736f6d6570736575L;
		long v1 = this.key1 ^ 0x646f72616e646f6dL;
		long v2 = this.key0 ^ 0x6c7967656e657261L;
		long v3 = this.key1 ^ 0x7465646279746573L;
		int words = text.length() / 4 + 1;
		for (int place = 0; place <= words; place++) {
			boolean ended = place == words;
			long word = ended ? 0 : word(text, 4 * place);
			v2 ^= ended ? 0xff : 0;
			v3 ^= word;
			for (int rounds = ended ? 4 : 2; rounds > 0; rounds--) {
				v0 += v1;
				v2 += v3;
				v1 = Long.rotateLeft(v1, 13) ^ v0;
				v3 = Long.rotateLeft(v3, 16) ^ v2;
				v0 = Long.rotateLeft(v0, 32);
				v2 += v1;
				v0 += v3;
				v1 = Long.rotateLeft(v1, 17) ^ v2;
				v3 = Long.rotateLeft(v3, 21) ^ v0;
				v2 = Long.rotateLeft(v2, 32);
			}
			v0 ^= word;
		}
		return v0 ^ v1 ^ v2 ^ v3;
	}

	/** Four code units; behind the last ones stands how many bytes there were. */
	private static long word(String text, int start) {
		if (start + 4 <= text.length()) {
			return text.charAt(start) | ((long) text.charAt(start + 1) << 16) | ((long) text.charAt(start + 2) << 32)
					| ((long) text.charAt(start + 3) << 48);
		}
		int end = text.length();
		long word = 2L * text.length() << 56;
		for (int at = start; at < end; at++) {
			word |= (long) text.charAt(at) << 16 * (at - start);
		}
		return word;
	}

}
