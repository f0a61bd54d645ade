package org.ssprprefill.feed;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which header of a file comes nearest to one that is not there: by what it means, in any
 * language we know, and only then by its letters. What is another person's or a bank's is
 * near to nothing.
 */
final class NearestHeader {

	/** What else a column may be called, the nearest first. */
	private static final Map<Field, List<Meaning>> LOOSE = Map.of(Field.MOBILE,
			List.of(Meaning.PHONE, Meaning.HOME_PHONE, Meaning.WORK_MOBILE), Field.ALTERNATE_MOBILE,
			List.of(Meaning.of(Field.MOBILE), Meaning.HOME_PHONE, Meaning.WORK_MOBILE), Field.OFFICE,
			List.of(Meaning.WORK_MOBILE, Meaning.PHONE), Field.EMAIL, List.of(Meaning.ADDRESS), Field.MAIL,
			List.of(Meaning.ADDRESS), Field.USER_PRINCIPAL_NAME, List.of(Meaning.of(Field.MAIL), Meaning.ADDRESS),
			Field.EMPLOYEE_ID, List.of(Meaning.NUMBER, Meaning.ROW_NUMBER), Field.COUNTRY, List.of(Meaning.COUNTRY_OF),
			Field.NAME, List.of(Meaning.LAST_NAME, Meaning.FIRST_NAME));

	private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}#]+");

	/** One letter in so many may be another. */
	private static final int LETTERS_A_SLIP = 4;

	private static final Map<Meaning, Set<String>> KNOWN = KnownHeaders.all()
		.stream()
		.collect(Collectors.groupingBy((header) -> KnownHeaders.meaning(header).orElseThrow(),
				Collectors.mapping(KnownHeaders::folded, Collectors.toUnmodifiableSet())));

	private NearestHeader() {
	}

	/**
	 * Finds the header that comes nearest.
	 * @param field what is looked for
	 * @param wanted the headers it could have had
	 * @param free headers of the file whose columns are nothing else's
	 * @return one of them, or nothing where none can be meant
	 */
	static Optional<String> to(Field field, List<String> wanted, List<String> free) {
		List<String> ours = free.stream()
			.filter((header) -> !header.isBlank() && !ForeignHeaders.isOne(header))
			.toList();
		List<Meaning> meanings = Stream
			.concat(Stream.of(Meaning.of(field)), LOOSE.getOrDefault(field, List.of()).stream())
			.toList();
		return meanings.stream()
			.flatMap((meaning) -> Stream.concat(ours.stream().filter((header) -> means(header, meaning)),
					ours.stream().filter((header) -> sounds(header, meaning))))
			.findFirst()
			.or(() -> ours.stream()
				.filter((header) -> KnownHeaders.meaning(header).isEmpty())
				.filter((header) -> distance(wanted, header) * 2 <= header.length())
				.min(Comparator.comparingInt((header) -> distance(wanted, header))));
	}

	private static boolean means(String header, Meaning meaning) {
		return KnownHeaders.meaning(header).equals(Optional.of(meaning));
	}

	/** Whether a word of a header, or all of it but a slip, is one of a meaning. */
	private static boolean sounds(String header, Meaning meaning) {
		if (KnownHeaders.meaning(header).isPresent()) {
			return false;
		}
		Set<String> known = KNOWN.getOrDefault(meaning, Set.of());
		String whole = KnownHeaders.folded(header);
		Predicate<String> slip = (word) -> ColumnName.distance(word, whole) * LETTERS_A_SLIP <= word.length();
		return WORDS.splitAsStream(header).map(KnownHeaders::folded).anyMatch(known::contains)
				|| known.stream().anyMatch(slip);
	}

	private static int distance(List<String> wanted, String header) {
		return wanted.stream()
			.mapToInt((it) -> ColumnName.distance(ColumnName.folded(it), ColumnName.folded(header)))
			.min()
			.orElse(Integer.MAX_VALUE);
	}

}
