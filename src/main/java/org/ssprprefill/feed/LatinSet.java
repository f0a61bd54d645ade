package org.ssprprefill.feed;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.ssprprefill.contact.ProgramFile;

/**
 * What a file's words would be in one single-byte character set, and how believable that
 * is.
 *
 * @param charset the character set
 * @param words the words in it, those left out that are none
 * @param faulty the words that are not written like that
 * @param coherence how many words the one language can write that can write most
 */
record LatinSet(Charset charset, List<String> words, Set<ByteBuffer> faulty, long coherence) {

	/** What may stand between letters and is no letter. */
	private static final String JOINERS = "\u2018\u2019\u00b4`\u00b7";

	/** What may stand beside a word. */
	private static final String EDGES = JOINERS + "\u201c\u201d\u201e\u2013\u2014\u2026\u20ac\u00ab\u00bb\u00ba\u00aa"
			+ "\u00a0\u00b0\u00a7\u2022";

	/** What stands behind a name that is registered. */
	private static final String REGISTERED = "\u00ae\u00a9";

	/** What stands alone and is no letter. */
	private static final String MARKS = EDGES.replaceAll("[\u00ba\u00aa]", "") + "\u2122\u00bc\u00bd\u00be";

	/** Behind an abbreviation: N\u00ba, M\u00aa. */
	private static final String ORDINALS = "\u00ba\u00aa";

	/** What they are in Windows' set for Central Europe, where no such word ends so. */
	private static final String NO_ORDINALS = "\u015f\u015e";

	/** Longer words are not abbreviated like that. */
	private static final int SHORT = 3;

	private static final Map<String, String> ALPHABETS = alphabets();

	private static Map<String, String> alphabets() {
		Map<String, String> alphabets = new HashMap<>();
		ProgramFile.entries("/feed/alphabets.txt")
			.forEach((line) -> alphabets.put(line.substring(0, 2), line.substring(3)));
		return Map.copyOf(alphabets);
	}

	/** Reads all words in a character set. */
	static LatinSet of(Iterable<ByteBuffer> words, Charset charset) {
		List<String> read = new ArrayList<>();
		Set<ByteBuffer> faulty = new LinkedHashSet<>();
		for (ByteBuffer word : words) {
			Optional<String> text = NonAsciiWords.decoded(word, charset).filter(LatinSet::isPlausible);
			text.ifPresentOrElse(read::add, () -> faulty.add(word));
		}
		long coherence = ALPHABETS.values()
			.stream()
			.mapToLong((alphabet) -> read.stream().filter((word) -> isWrittenWith(alphabet, word)).count())
			.max()
			.orElse(0);
		return new LatinSet(charset, read, faulty, coherence);
	}

	/**
	 * Whether a word may be in a list of people: only letters, some of them ASCII, no
	 * capital inside a word of small ones, and a language that has all its letters.
	 */
	private static boolean isPlausible(String word) {
		char last = word.charAt(word.length() - 1);
		if (ORDINALS.indexOf(last) >= 0) {
			return word.length() <= SHORT && word.chars().limit(word.length() - 1L).allMatch((c) -> c < 0x80);
		}
		if (word.length() < SHORT && NO_ORDINALS.indexOf(last) >= 0) {
			return false;
		}
		if (word.length() >= SHORT && word.chars().allMatch((c) -> c >= 0x80 && Character.isLetter(c))) {
			return false;
		}
		for (int at = 0; at < word.length(); at++) {
			char c = word.charAt(at);
			boolean between = at > 0 && at < word.length() - 1;
			boolean beforeCapital = between && isCapital(word.charAt(at + 1));
			if (ORDINALS.indexOf(c) >= 0 && !beforeCapital) {
				return false;
			}
			if (!Character.isLetter(c) && (between ? JOINERS : EDGES).indexOf(c) < 0
					&& !(beforeCapital && c == '\u00a0')) {
				return false;
			}
			if (beforeCapital && c >= 0x80 && Character.isLowerCase(c)) {
				return false;
			}
			if (at > 0 && c >= 0x80 && Character.isUpperCase(c) && Character.isLetter(word.charAt(at - 1))
					&& word.chars().anyMatch(Character::isLowerCase)) {
				return false;
			}
			if (c >= 0x80 && Character.isLowerCase(c) && shouts(word, at)) {
				return false;
			}
		}
		return Stream.concat(ALPHABETS.values().stream(), Stream.of(""))
			.anyMatch((alphabet) -> isWrittenWith(alphabet, word));
	}

	private static boolean isCapital(char c) {
		return c >= 'A' && c <= 'Z';
	}

	/**
	 * Whether nothing but marks makes words other than ASCII, at places where no letter
	 * would be: alone, or before a capital as in O\u2019Neill.
	 */
	static boolean areMarked(Iterable<ByteBuffer> words, Charset charset) {
		for (ByteBuffer word : words) {
			if (NonAsciiWords.decoded(word, charset).filter(LatinSet::isMarked).isEmpty()) {
				return false;
			}
		}
		return true;
	}

	private static boolean isMarked(String word) {
		if (word.chars().allMatch((c) -> MARKS.indexOf(c) >= 0)) {
			return true;
		}
		for (int at = 0; at < word.length(); at++) {
			char c = word.charAt(at);
			boolean last = at == word.length() - 1;
			if (c >= 0x80 && !(last ? REGISTERED.indexOf(c) >= 0
					: isCapital(word.charAt(at + 1)) && (c == '\u2019' || c == '\u00a0'))) {
				return false;
			}
		}
		return true;
	}

	/** Whether at least two capitals and no small ASCII letter surround a place. */
	private static boolean shouts(String word, int place) {
		String rest = word.substring(0, place) + word.substring(place + 1);
		return rest.length() > 1 && rest.chars().filter((c) -> c < 0x80).allMatch(Character::isUpperCase)
				&& rest.chars().filter((c) -> c < 0x80).count() > 1 && word.charAt(place) != '\u00df';
	}

	private static boolean isWrittenWith(String alphabet, String word) {
		return word.toLowerCase(Locale.ROOT)
			.chars()
			.allMatch(
					(c) -> c < 0x80 || !Character.isLetter(c) || ORDINALS.indexOf(c) >= 0 || alphabet.indexOf(c) >= 0);
	}

	/** Whether one language can write every word, and this is it. */
	boolean isAllIn(String language) {
		String alphabet = ALPHABETS.getOrDefault(language, "");
		return this.words.stream().allMatch((word) -> isWrittenWith(alphabet, word));
	}

	/** Whether each word can be said. */
	boolean isSayable() {
		return this.words.stream().allMatch(Phonotactics::isSayable);
	}

	/** How many different letters beyond ASCII there are. */
	long letters() {
		return String.join("", this.words).toLowerCase(Locale.ROOT).chars().filter((c) -> c >= 0x80).distinct().count();
	}

	int faults() {
		return this.faulty.size();
	}

	/** Says nothing of the words. */
	@Override
	public String toString() {
		return this.charset + ": " + this.words.size() + " words, " + faults() + " faults";
	}

}
