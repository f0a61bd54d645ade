package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ssprprefill.contact.ProgramFile;

/**
 * Headers of columns that are nothing of ours, whatever their cells look like: another
 * person's number, a birth date, a bank account; {@code init/never.txt}.
 */
public final class ForeignHeaders {

	/** {@code next of kin} is as long as that. */
	private static final int MOST_WORDS = 3;

	private static final Set<String> WORDS = ProgramFile.entries("/init/never.txt")
		.stream()
		.filter((line) -> !line.startsWith("["))
		.flatMap(KnownHeaders::split)
		.map(KnownHeaders::folded)
		.collect(Collectors.toUnmodifiableSet());

	/** Scripts that put no space between words. */
	private static final Pattern UNSPACED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]+");

	private static final List<String> UNSPACED_WORDS = WORDS.stream().filter(UNSPACED.asMatchPredicate()).toList();

	/** Between words, and where a small letter is followed by a capital. */
	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

	private ForeignHeaders() {
	}

	/**
	 * Whether a header says that its column is not for us.
	 * @param header the header as HR writes it
	 * @return {@code true} if it holds a word of another person, of a birth, a bank and
	 * the like
	 */
	public static boolean isOne(String header) {
		List<String> words = BETWEEN.splitAsStream(header)
			.map(KnownHeaders::folded)
			.filter((word) -> !word.isEmpty())
			.toList();
		String whole = KnownHeaders.folded(header);
		return runs(words).stream().anyMatch(WORDS::contains) || UNSPACED_WORDS.stream().anyMatch(whole::contains);
	}

	/** Every word, and two or three in a row as one. */
	private static List<String> runs(List<String> words) {
		List<String> runs = new ArrayList<>();
		for (int from = 0; from < words.size(); from++) {
			for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS); to++) {
				runs.add(String.join("", words.subList(from, to)));
			}
		}
		return runs;
	}

}
