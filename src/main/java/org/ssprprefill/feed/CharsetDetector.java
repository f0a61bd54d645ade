package org.ssprprefill.feed;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mozilla.universalchardet.UniversalDetector;
import org.ssprprefill.contact.Country;
import org.ssprprefill.message.Message;

/**
 * Recognises the character set of a file that does not name it. UTF-8 proves itself. The
 * single-byte sets of Latin script do not: general detectors take a list of Polish names
 * for Western European, so the words themselves are weighed in each of them, and a file
 * that two sets read differently is refused rather than guessed.
 */
final class CharsetDetector {

	static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");

	/** The set of Turkish differs from that of the West in six letters. */
	private static final Charset WINDOWS_1254 = Charset.forName("windows-1254");

	/** The set of the Baltic differs from that of the West in most letters. */
	private static final Charset WINDOWS_1257 = Charset.forName("windows-1257");

	private static final Set<Charset> WINDOWS = Set.of(WINDOWS_1252, WINDOWS_1250, WINDOWS_1254, WINDOWS_1257);

	/** Of sets that read a file alike the first is named. */
	private static final List<Charset> LATIN = Stream
		.of("windows-1252", "ISO-8859-15", "x-MacRoman", "windows-1250", "windows-1254", "windows-1257", "ISO-8859-2",
				"IBM850")
		.map(Charset::forName)
		.toList();

	/**
	 * The countries whose Windows writes windows-1250 (Unicode CLDR, Microsoft's NLS).
	 */
	private static final Set<String> CENTRAL_EUROPE = Set.of("AL", "BA", "CZ", "HR", "HU", "ME", "PL", "RO", "RS", "SI",
			"SK");

	private static final Set<String> TURKISH = Set.of("TR", "CY", "AZ");

	private static final Set<String> BALTIC = Set.of("EE", "LT", "LV");

	/** One word in so many may be beyond us: a typing error, a name from elsewhere. */
	private static final int TOLERANCE = 10;

	/** Fewer words say nothing about a language. */
	private static final int FEW = 3;

	private CharsetDetector() {
	}

	/**
	 * The character set of a file's words.
	 * @param country where the file comes from, as far as the job knows
	 * @throws RefusedExportException if the words do not tell
	 */
	static Charset of(NonAsciiWords found, Optional<Country> country) throws RefusedExportException {
		if (found.areUtf8()) {
			return StandardCharsets.UTF_8;
		}
		if (LatinSet.areMarked(found.words(), WINDOWS_1252)) {
			return WINDOWS_1252;
		}
		List<LatinSet> sets = LATIN.stream()
			.map((charset) -> LatinSet.of(found.words(), charset))
			.filter((set) -> mayBe(set, country))
			.toList();
		int least = sets.stream().mapToInt(LatinSet::faults).min().orElse(0);
		// A word that is none in any of them says nothing about which it is
		Set<ByteBuffer> hopeless = new LinkedHashSet<>(found.words());
		sets.forEach((set) -> hopeless.retainAll(set.faulty()));
		int telling = found.words().size() - hopeless.size();
		if ((least - hopeless.size()) * TOLERANCE > telling || hopeless.size() > telling) {
			throw new RefusedExportException(unrecognised(found.words()).then("refused.charset.next"));
		}
		return settle(sets.stream().filter((set) -> set.faults() == least).toList(), telling, country);
	}

	/**
	 * Elsewhere than in its own countries only words that are all of one of its languages
	 * speak for a set; there are several such letters in a list of Baltic names.
	 */
	private static boolean mayBe(LatinSet set, Optional<Country> country) {
		if (set.charset().equals(WINDOWS_1254)) {
			return isOf(TURKISH, country) || set.isAllIn("tr");
		}
		return !set.charset().equals(WINDOWS_1257) || isOf(BALTIC, country)
				|| (set.isSayable() && set.letters() >= FEW && (set.isAllIn("lv") || set.isAllIn("lt")));
	}

	private static boolean isOf(Set<String> countries, Optional<Country> country) {
		return country.filter((it) -> countries.contains(it.code())).isPresent();
	}

	/**
	 * One of several sets in which all words could be words. A file in one language tells
	 * by its letters; otherwise the country does, whose Windows writes one of two sets.
	 */
	private static Charset settle(List<LatinSet> leaders, int words, Optional<Country> country)
			throws RefusedExportException {
		List<LatinSet> readings = Macintosh.weighed(different(leaders), country);
		List<LatinSet> coherent = readings.stream().filter((set) -> words >= FEW && set.coherence() == words).toList();
		if (readings.size() == 1 || coherent.size() == 1) {
			return ((readings.size() == 1) ? readings : coherent).get(0).charset();
		}
		List<String> names = readings.stream().map((set) -> set.charset().name()).toList();
		Message refusal = Message.of("refused.charset.open", Message.joined("part.or", names))
			.then("refused.charset.next");
		if (!readings.stream().map(LatinSet::charset).allMatch(WINDOWS::contains)) {
			throw new RefusedExportException(refusal);
		}
		if (country.isEmpty()) {
			throw new TwoWindowsException(refusal);
		}
		Charset own = isOf(CENTRAL_EUROPE, country) ? WINDOWS_1250
				: isOf(TURKISH, country) ? WINDOWS_1254 : isOf(BALTIC, country) ? WINDOWS_1257 : WINDOWS_1252;
		// Turkey and the Baltic have programs of the West too
		return Stream.of(own, WINDOWS_1252)
			.filter((charset) -> charset.equals(own) || !own.equals(WINDOWS_1250))
			.filter((charset) -> leaders.stream().anyMatch((set) -> set.charset().equals(charset)))
			.findFirst()
			.orElseThrow(() -> new RefusedExportException(refusal));
	}

	/** One set for each different reading; DOS is out of use where Windows will do. */
	private static List<LatinSet> different(List<LatinSet> leaders) {
		List<LatinSet> readings = leaders.stream()
			.filter((set) -> leaders.stream()
				.filter((it) -> leaders.indexOf(it) < leaders.indexOf(set))
				.noneMatch((it) -> it.words().equals(set.words())))
			.toList();
		boolean windows = readings.stream().anyMatch((set) -> set.charset().name().startsWith("windows"));
		return readings.stream()
			.filter((set) -> !windows || !set.charset().name().startsWith("IBM"))
			.sorted(Comparator.comparingInt((set) -> LATIN.indexOf(set.charset())))
			.toList();
	}

	/** What a general detector makes of words in another script. */
	private static Message unrecognised(Set<ByteBuffer> words) {
		UniversalDetector detector = new UniversalDetector();
		for (ByteBuffer word : words) {
			detector.handleData(word.array(), 0, word.remaining());
			detector.handleData(new byte[] { ' ' }, 0, 1);
		}
		detector.dataEnd();
		String name = detector.getDetectedCharset();
		return (name != null) ? Message.of("refused.charset.hint", name) : Message.of("refused.charset");
	}

}
