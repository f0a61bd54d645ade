package org.ssprprefill.feed;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Whether a word can be said. Where one character set has a consonant another has a
 * vowel, as in Toma\u0161 and K\u00f6hler, and only one of both makes a word. Of letters
 * and places that tell nothing, every word is said to be sayable.
 */
final class Phonotactics {

	private static final String VOWELS = "aeiouy\u00e6\u00f8\u0153\u0131";

	/** Consonants of Windows, where the Macintosh has vowels. */
	private static final String CONSONANTS = "\u0161\u017e\u015b\u017a";

	/**
	 * What such a consonant may follow inside a cluster: Kr\u0161ko,
	 * Nied\u017awied\u017a.
	 */
	private static final String BEFORE = "rlnd";

	/** So many consonants follow one another in no name. */
	private static final int CLUSTER = 6;

	/** Vowels of the Baltic languages that stand beside no other. */
	private static final String LONG = "\u0101\u0113\u0117";

	/** A soft consonant of Latvian, and what it may follow. */
	private static final char SOFT = '\u0137';

	private Phonotactics() {
	}

	static boolean isSayable(String word) {
		String small = word.toLowerCase(Locale.ROOT);
		for (int at = 0; at < small.length(); at++) {
			if (small.charAt(at) >= 0x80 && !isSayable(small, at, Character.isLowerCase(word.charAt(0)))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isSayable(String word, int at, boolean beginsSmall) {
		char letter = word.charAt(at);
		char left = neighbour(word, at - 1);
		char right = neighbour(word, at + 1);
		if (CONSONANTS.indexOf(letter) >= 0) {
			return !isAmongConsonants(word, at, left, right);
		}
		if (LONG.indexOf(letter) >= 0) {
			return !isVowel(right) && !(letter == '\u0117' && isVowel(left));
		}
		if (letter == SOFT) {
			return !isConsonant(left) || BEFORE.indexOf(left) >= 0;
		}
		if (at == 0 && beginsSmall && isVowel(right)) {
			return "\u00e4\u00e5\u00f6".indexOf(letter) < 0 && !(letter == '\u00e9' && right != 'o');
		}
		return switch (letter) {
			case '\u0153' -> !isVowel(left);
			case '\u00fa' -> right != 'u';
			case '\u00fb' -> !isVowel(left) || isConsonant(right);
			case '\u00f6' ->
				!(isOpen(left) && right == 0) && !(isVowel(left) && isVowel(right) && (isOpen(left) || isOpen(right)));
			case '\u00fc' -> !(isOpen(left) && isOpen(right));
			default -> true;
		};
	}

	private static boolean isAmongConsonants(String word, int at, char left, char right) {
		if (!isConsonant(left) || !isConsonant(right)) {
			return false;
		}
		boolean twin = at + 2 < word.length() && word.charAt(at + 2) == right;
		return twin || right == 'h' || BEFORE.indexOf(left) < 0 || cluster(word, at) >= CLUSTER;
	}

	private static int cluster(String word, int at) {
		int from = at;
		while (isConsonant(neighbour(word, from - 1))) {
			from--;
		}
		int to = at;
		while (isConsonant(neighbour(word, to + 1))) {
			to++;
		}
		return to - from + 1;
	}

	/** The letter at a place without its accent; 0 where there is none. */
	private static char neighbour(String word, int at) {
		if (at < 0 || at >= word.length() || !Character.isLetter(word.charAt(at))) {
			return 0;
		}
		return Normalizer.normalize(word.substring(at, at + 1), Normalizer.Form.NFD).charAt(0);
	}

	private static boolean isVowel(char letter) {
		return letter != 0 && VOWELS.indexOf(letter) >= 0;
	}

	private static boolean isConsonant(char letter) {
		return letter != 0 && VOWELS.indexOf(letter) < 0;
	}

	/** Finnish has i and y beside \u00f6. */
	private static boolean isOpen(char letter) {
		return letter != 0 && "aeou".indexOf(letter) >= 0;
	}

}
