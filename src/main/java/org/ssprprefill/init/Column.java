package org.ssprprefill.init;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.EmailAddress;
import org.ssprprefill.contact.Reading;
import org.ssprprefill.feed.ForeignHeaders;
import org.ssprprefill.feed.KnownHeaders;
import org.ssprprefill.feed.MailProviders;
import org.ssprprefill.feed.Meaning;

/**
 * One column of an export and what its cells look like.
 *
 * @param number its number in the file, the first being 0
 * @param header HR's own header
 * @param cells the filled cells, personal data
 * @param rows how many rows there are
 */
record Column(int number, String header, List<String> cells, int rows) {

	private static final Pattern GUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final Pattern STAFF_NUMBER = Pattern.compile("(?i)[a-z]{0,3}[-_ ]?\\d{2,10}");

	/** What a dialled number is made of. */
	private static final Pattern DIALLED = Pattern.compile("(?:[+(]?[\\s\\p{Z}]*)?[\\d\\s\\p{Z}()./+-]{6,30}");

	/** The codes of Slovakia's regions. */
	private static final Set<String> SLOVAK_REGIONS = Set.of("BA", "BB", "KE", "NR", "PO", "TN", "TT", "ZA");

	/** What people write between the parts of a date. */
	private static final Pattern DATE = Pattern
		.compile("(\\d{4}[-./](0?\\d|1[0-2])[-./][0-3]?\\d|[0-3]?\\d[-./][0-3]?\\d[-./]\\d{2,4})\\b.*");

	Optional<Meaning> meaning() {
		return KnownHeaders.meaning(this.header);
	}

	boolean means(Meaning wanted) {
		return meaning().filter(wanted::equals).isPresent();
	}

	/** Whether nothing at all is known of the header, so that people are asked. */
	boolean isUnknown() {
		return meaning().isEmpty() && !ForeignHeaders.isOne(this.header);
	}

	/** The filled cells that satisfy something. */
	long count(Predicate<String> condition) {
		return this.cells.stream().filter(condition).count();
	}

	/** The share of the filled cells that satisfy something, from 0 to 1. */
	double share(Predicate<String> condition) {
		return this.cells.isEmpty() ? 0 : (double) count(condition) / this.cells.size();
	}

	static boolean isAddress(String cell) {
		return EmailAddress.read(cell, Set.of()) instanceof Reading.Accepted;
	}

	static boolean isCountry(String cell) {
		return Country.parse(cell).isPresent();
	}

	/**
	 * Whether a header of Polish countries stands above Slovak regions: both are called
	 * kraj, and the regions have codes of countries too.
	 */
	boolean isOfRegions() {
		return KnownHeaders.countries(this.header).stream().map(Country::code).anyMatch("PL"::equals)
				&& share(SLOVAK_REGIONS::contains) > 0.5;
	}

	static boolean isObjectId(String cell) {
		return GUID.matcher(cell).matches();
	}

	static boolean isStaffNumber(String cell) {
		return STAFF_NUMBER.matcher(cell).matches();
	}

	static boolean isDialled(String cell) {
		return DIALLED.matcher(cell).matches() && !DATE.matcher(cell).matches()
				&& cell.replaceAll("\\D", "").length() >= 8;
	}

	/** Whether nearly every row has a value of its own here. */
	boolean tellsRowsApart() {
		return this.cells.size() >= 0.9 * this.rows && new HashSet<>(this.cells).size() >= 0.9 * this.cells.size();
	}

	/** Whether the cells number the rows, one after the other. */
	boolean countsRows() {
		return this.cells.stream()
			.map((cell) -> cell.replaceFirst("^0+(?=\\d)", ""))
			.toList()
			.equals(IntStream.rangeClosed(1, this.cells.size()).mapToObj(String::valueOf).toList());
	}

	/** Whether one value stands in many rows, as a reception's number does. */
	boolean isShared() {
		return this.cells.size() > 1 && 2 * new HashSet<>(this.cells).size() <= this.cells.size();
	}

	/** The domain of nearly all addresses, unless people have private ones there. */
	Optional<String> houseDomain() {
		return mainDomain().filter((domain) -> !MailProviders.isOne(domain));
	}

	/** The domain of nearly all addresses. */
	private Optional<String> mainDomain() {
		Map<String, Integer> domains = new TreeMap<>();
		for (String cell : this.cells) {
			int at = cell.lastIndexOf('@');
			if (at > 0) {
				domains.merge(cell.substring(at + 1).strip().toLowerCase(Locale.ROOT), 1, Integer::sum);
			}
		}
		int all = domains.values().stream().mapToInt(Integer::intValue).sum();
		return domains.entrySet()
			.stream()
			.filter((domain) -> 5 * domain.getValue() > 4 * all)
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/** Says nothing of the content. */
	@Override
	public String toString() {
		return this.header + " (" + this.cells.size() + " of " + this.rows + ")";
	}

}
