package org.ssprprefill.init;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ssprprefill.contact.Country;
import org.ssprprefill.feed.Field;
import org.ssprprefill.feed.KnownHeaders;
import org.ssprprefill.feed.Meaning;

/**
 * Chooses a column for each field: first by its header, then, where the header leaves
 * open whose value it is, by its cells. A column whose header we do not know is only
 * asked about.
 */
final class Columns {

	/** What leaves open whose value it is. */
	private static final Set<Meaning> OPEN = Set.of(Meaning.PHONE, Meaning.HOME_PHONE, Meaning.ADDRESS);

	private final Table table;

	private final Fitting fitting;

	private final List<Column> free;

	/** A header that stands in the file twice names no column. */
	private final List<Column> repeated;

	private final Map<Field, Choice> choices = new EnumMap<>(Field.class);

	private final Map<Field, Choice> questions = new EnumMap<>(Field.class);

	private Columns(Table table, Optional<Country> fallback) {
		this.table = table;
		this.fitting = new Fitting(table, fallback);
		this.free = new ArrayList<>(table.columns());
		this.free.removeIf((column) -> column.header().isBlank() || isReference(column.header()));
		Set<String> met = new HashSet<>();
		Set<String> again = this.free.stream()
			.map((column) -> KnownHeaders.spaceless(column.header()))
			.filter((header) -> !met.add(header))
			.collect(Collectors.toSet());
		this.repeated = this.free.stream()
			.filter((column) -> again.contains(KnownHeaders.spaceless(column.header())))
			.toList();
		this.free.removeAll(this.repeated);
	}

	static Columns of(Table table, Optional<Country> fallback) {
		Columns columns = new Columns(table, fallback);
		columns.take((field, column) -> column.means(Meaning.of(field)) && columns.fitting.isWhatItSays(field, column));
		columns.take((field, column) -> column.meaning().filter(OPEN::contains).isPresent()
				&& columns.fitting.isPlainly(field, column));
		columns.take((field, column) -> column.means(Meaning.ROW_NUMBER) && field == Field.EMPLOYEE_ID
				&& !(columns.isKeyed() && column.countsRows()));
		columns.take((field, column) -> column.means(Meaning.NUMBER) && columns.isNumber(field, column));
		columns.take(columns.fitting::isOfWork);
		columns.nameOfParts();
		columns.ask();
		return columns;
	}

	/** Whether a job definition would put something else in the place of a header. */
	static boolean isReference(String header) {
		return header.contains("${");
	}

	Map<Field, Choice> choices() {
		return this.choices;
	}

	/** The columns with an unknown header that look like a field that has none. */
	Map<Field, Choice> questions() {
		return this.questions;
	}

	/** The headers that stand in the file more than once. */
	List<String> repeated() {
		return this.repeated.stream().map(Column::header).distinct().toList();
	}

	/** The columns that no field was found for. */
	List<String> unused() {
		return this.free.stream().map(Column::header).toList();
	}

	private void take(BiPredicate<Field, Column> fits) {
		put(this.choices, fits);
	}

	private void ask() {
		put(this.questions, (field, column) -> column.isUnknown() && isNumber(field, column));
		boolean numbers = Fitting.PHONES.stream()
			.anyMatch((field) -> this.choices.containsKey(field) || this.questions.containsKey(field));
		if (!numbers) {
			put(this.questions, (field, column) -> field == Field.MOBILE && column.isUnknown()
					&& column.share(Column::isDialled) > 0.5 && !column.isShared());
		}
	}

	/** An id that is not called one of the employee's may be the row's. */
	private boolean isNumber(Field field, Column column) {
		return this.fitting.isPlainly(field, column) && !(isKeyed() && field == Field.EMPLOYEE_ID);
	}

	private boolean isKeyed() {
		return Fitting.OTHER_KEYS.stream().anyMatch(this.choices::containsKey);
	}

	private void put(Map<Field, Choice> chosen, BiPredicate<Field, Column> fits) {
		for (Field field : Field.values()) {
			List<Column> fitting = this.free.stream().filter((column) -> fits.test(field, column)).toList();
			if (!this.choices.containsKey(field) && !fitting.isEmpty()) {
				Column best = fitting.stream()
					.max(Comparator.comparingLong((Column column) -> this.fitting.good(field, column))
						.thenComparing((column) -> -column.number()))
					.orElseThrow();
				this.free.remove(best);
				chosen.put(field, choice(field, best, fitting));
			}
		}
	}

	/** First and last name, where no column has them together. */
	private void nameOfParts() {
		Optional<Choice> whole = Optional.ofNullable(this.choices.get(Field.NAME));
		Optional<Column> first = column((column) -> column.means(Meaning.FIRST_NAME));
		// In German the last name is often called the name
		Optional<Column> last = column((column) -> column.means(Meaning.LAST_NAME)).or(() -> column(
				(column) -> column.means(Meaning.of(Field.NAME)) && column.share(Columns::isOneWord) > 0.5));
		if (whole.isPresent() && (first.isEmpty() || !last.map(Column::header).equals(whole.map(Columns::header)))) {
			return;
		}
		List<Column> parts = Stream.concat(first.stream(), last.stream()).toList();
		if (!parts.isEmpty()) {
			String evidence = "%d of %d rows have one".formatted(parts.get(0).cells().size(), parts.get(0).rows());
			List<String> headers = parts.stream().map(Column::header).toList();
			this.choices.put(Field.NAME, new Choice(Field.NAME, headers, evidence, Optional.empty(), List.of()));
			this.free.removeAll(parts);
		}
	}

	private static boolean isOneWord(String cell) {
		return cell.indexOf(' ') < 0;
	}

	private static String header(Choice choice) {
		return choice.headers().get(0);
	}

	private Optional<Column> column(Predicate<Column> wanted) {
		return this.table.columns()
			.stream()
			.filter(wanted)
			.filter((column) -> !this.repeated.contains(column) && !isReference(column.header()))
			.findFirst();
	}

	private Choice choice(Field field, Column column, List<Column> fitting) {
		List<String> others = fitting.stream().filter((other) -> other != column).map(Column::header).toList();
		long good = this.fitting.good(field, column);
		String evidence = Kinds.isOpen(field) ? "%d of %d rows have one".formatted(good, column.rows())
				: "%d of %d filled cells (%.0f %%) are %s; %d rows".formatted(good, column.cells().size(),
						100 * this.fitting.share(field, column), Kinds.of(field), column.rows());
		return new Choice(field, List.of(column.header()), evidence, this.fitting.doubt(field, column), others);
	}

}
