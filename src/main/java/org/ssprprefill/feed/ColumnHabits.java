package org.ssprprefill.feed;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.PhoneNumber;
import org.ssprprefill.contact.Reading;
import org.ssprprefill.feed.Records.Cells;

/** What the first rows of an export show of its columns. */
final class ColumnHabits {

	private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,3}");

	/** As ids seldom begin; dates have three groups. */
	private static final Pattern PREFIXED = Pattern
		.compile("(?!\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}$)[(]?[+0][\\d ()./-]{7,}");

	private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

	/** What headers say of columns with numbers and addresses. */
	private static final Set<Meaning> CONTACTS = Set.of(Meaning.of(Field.MOBILE), Meaning.of(Field.ALTERNATE_MOBILE),
			Meaning.of(Field.OFFICE), Meaning.of(Field.EMAIL), Meaning.of(Field.MAIL), Meaning.PHONE,
			Meaning.HOME_PHONE, Meaning.WORK_MOBILE, Meaning.ADDRESS);

	/** A domain that so many cells of a column have is no slip. */
	private static final int SEVERAL = 3;

	/** And so large a part of them, as one in so many. */
	private static final int ONE_IN = 5;

	private final Header header;

	private final List<Cells> first;

	private final boolean codes;

	private final int usualSize;

	private final Map<Field, Set<String>> domains = new ConcurrentHashMap<>();

	private final Map<String, Boolean> shapes = new ConcurrentHashMap<>();

	ColumnHabits(Header header, List<Cells> first) {
		this.header = header;
		boolean endsLeftOut = leavesEmptyEndsOut(header.names().size(), first);
		this.first = first.stream()
			.filter((row) -> header.fits(row.cells()) || (endsLeftOut && isShort(header, row)))
			.toList();
		this.codes = areCodes(cells(Field.COUNTRY));
		Map<Integer, Long> sizes = this.first.stream()
			.filter((row) -> header.fits(row.cells()))
			.collect(Collectors.groupingBy((row) -> row.cells().size(), TreeMap::new, Collectors.counting()));
		// Of several equally usual ones the smallest
		this.usualSize = sizes.entrySet()
			.stream()
			.min(Map.Entry.comparingByValue(Comparator.reverseOrder()))
			.map(Map.Entry::getKey)
			.orElse(header.names().size());
	}

	private static boolean areCodes(List<String> countries) {
		List<String> named = countries.stream().filter((cell) -> Country.parse(cell).isPresent()).toList();
		long bare = named.stream().filter(CODE.asMatchPredicate()).count();
		return bare > 0 && 2 * bare > named.size();
	}

	/**
	 * Some programs write no cell behind the last filled one. Then no row ends in an
	 * empty cell, and none is longer than the header.
	 */
	private static boolean leavesEmptyEndsOut(int width, List<Cells> first) {
		return first.stream()
			.map(Cells::cells)
			.allMatch((cells) -> cells.size() <= width && !cells.get(cells.size() - 1).isBlank());
	}

	/** Whether a row ends before the header does, and not with the file. */
	static boolean isShort(Header header, Cells row) {
		return row.cells().size() < header.names().size() && row.tail() == Tail.WHOLE;
	}

	/**
	 * The first rows that are short, where rows leave out the empty cells at their ends.
	 */
	List<Cells> shortRows() {
		return this.first.stream().filter((row) -> isShort(this.header, row)).toList();
	}

	/** Whether a text is a phone number or an address of any person. */
	static boolean isContact(String text, Optional<Country> country) {
		return (text.indexOf('@') > 0 && text.indexOf(' ') < 0) || PREFIXED.matcher(text).matches()
				|| PhoneNumber.read(text, country, MethodKind.OFFICE) instanceof Reading.Accepted;
	}

	/**
	 * Whether a text may stand in a column: a number or an address where a word of the
	 * header says so, anything else where none does, and what stands there in rows of the
	 * usual length.
	 */
	boolean mayHold(int column, String text, Predicate<String> contact) {
		boolean found = contact.test(text);
		boolean said = WORDS.splitAsStream(this.header.names().get(column))
			.anyMatch((word) -> KnownHeaders.meaning(word).filter(CONTACTS::contains).isPresent());
		boolean digits = text.chars().anyMatch(Character::isDigit);
		return found == said || (said && digits)
				|| this.first.stream()
					.filter((row) -> row.cells().size() == this.usualSize)
					.anyMatch((row) -> CellValue.of(row.cells().get(column))
						.filter((it) -> contact.test(it) == found)
						.isPresent());
	}

	/** How many cells most rows have that have one for every header. */
	int usualSize() {
		return this.usualSize;
	}

	/** Whether countries are named by ISO codes. */
	boolean namesCountriesByCode() {
		return this.codes;
	}

	/**
	 * The domains of a column's addresses that are no slip of a row or two.
	 * @return domains in lower case
	 */
	Set<String> domains(Field field) {
		return this.domains.computeIfAbsent(field, (it) -> {
			List<String> all = cells(it).stream().map(ColumnHabits::domain).flatMap(Optional::stream).toList();
			Map<String, Long> counts = all.stream()
				.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
			return counts.entrySet()
				.stream()
				.filter((count) -> count.getValue() >= SEVERAL && count.getValue() * ONE_IN >= all.size())
				.map(Map.Entry::getKey)
				.collect(Collectors.toUnmodifiableSet());
		});
	}

	/** The domain of an address, in lower case, or nothing where the text is none. */
	static Optional<String> domain(String text) {
		int at = text.lastIndexOf('@');
		int end = text.length();
		while (end > at + 1 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
			end--;
		}
		return (at < 1) ? Optional.empty() : Optional.of(text.substring(at + 1, end).toLowerCase(Locale.ROOT));
	}

	/**
	 * Whether most cells of a column that look like this one satisfy something, or no
	 * other looks like it: ids of one system look alike, a number among them does not.
	 */
	boolean isUsual(Field field, String text, Predicate<String> condition) {
		String shape = shape(text);
		return this.shapes.computeIfAbsent(field + shape, (it) -> {
			Collection<String> alike = new HashSet<>(cells(field));
			alike.removeIf((cell) -> !shape(cell).equals(shape));
			return 2 * alike.stream().filter(condition).count() >= alike.size();
		});
	}

	/** Whether several of the first rows say the same, as numbers of people do not. */
	boolean isRepeated(Field field, String text) {
		return cells(field).stream().filter(text::equals).limit(2).count() > 1;
	}

	private static String shape(String text) {
		return text.replaceAll("\\d", "9");
	}

	private List<String> cells(Field field) {
		Integer column = this.header.columns().get(field);
		return (column == null) ? List.of()
				: this.first.stream()
					.filter((row) -> column < row.cells().size())
					.map((row) -> CellValue.of(row.cells().get(column)))
					.flatMap(Optional::stream)
					.toList();
	}

}
