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
import java.util.stream.Collectors;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.Field;

/**
 * Chooses a column for each field: first by its header, then, where the header leaves it
 * open or is none we know, by its cells.
 */
final class Columns {

	/** From here on the cells of a column speak for themselves. */
	private static final double PLAIN = 0.6;

	/** Below that a person should look. */
	private static final double GOOD = 0.8;

	private final Table table;

	private final Optional<Country> fallback;

	private final List<Column> free;

	/** A header that stands in the file twice names no column. */
	private final List<Column> repeated;

	private final Map<Field, Choice> choices = new EnumMap<>(Field.class);

	private Columns(Table table, Optional<Country> fallback) {
		this.table = table;
		this.fallback = fallback;
		this.free = new ArrayList<>(table.columns());
		this.free.removeIf((column) -> column.header().isBlank() || isReference(column.header()));
		Set<String> met = new HashSet<>();
		Set<String> again = this.free.stream()
			.map((column) -> HeaderWords.spaceless(column.header()))
			.filter((header) -> !met.add(header))
			.collect(Collectors.toSet());
		this.repeated = this.free.stream()
			.filter((column) -> again.contains(HeaderWords.spaceless(column.header())))
			.toList();
		this.free.removeAll(this.repeated);
	}

	static Columns of(Table table, Optional<Country> fallback) {
		Columns columns = new Columns(table, fallback);
		columns.take((field, column) -> column.means(Meaning.of(field)) && columns.isWhatItSays(field, column));
		columns.take((field, column) -> (column.means(Meaning.PHONE) || column.means(Meaning.ADDRESS))
				&& columns.isPlainly(field, column));
		columns.take((field, column) -> column.meaning().isEmpty() && columns.isPlainly(field, column));
		return columns;
	}

	/** Whether a job definition would put something else in the place of a header. */
	static boolean isReference(String header) {
		return header.contains("${");
	}

	Map<Field, Choice> choices() {
		return this.choices;
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
		for (Field field : Field.values()) {
			List<Column> fitting = this.free.stream().filter((column) -> fits.test(field, column)).toList();
			if (!this.choices.containsKey(field) && !fitting.isEmpty()) {
				Column best = fitting.stream()
					.max(Comparator.comparingLong((Column column) -> good(field, column))
						.thenComparing((column) -> -column.number()))
					.orElseThrow();
				this.free.remove(best);
				this.choices.put(field, choice(field, best, fitting));
			}
		}
	}

	private Choice choice(Field field, Column column, List<Column> fitting) {
		List<String> others = fitting.stream().filter((other) -> other != column).map(Column::header).toList();
		long good = good(field, column);
		String evidence = Kinds.isOpen(field) ? "%d of %d rows have one".formatted(good, column.rows())
				: "%d of %d filled cells (%.0f %%) are %s; %d rows".formatted(good, column.cells().size(),
						100 * share(field, column), Kinds.of(field), column.rows());
		return new Choice(field, column.header(), evidence, doubt(field, column), others);
	}

	private Optional<String> doubt(Field field, Column column) {
		if (column.cells().isEmpty()) {
			return Optional.of("The column is empty in this file: is it the right one?");
		}
		return (share(field, column) < GOOD)
				? Optional.of("Fewer cells than expected are " + Kinds.of(field) + ": is this the right column?")
				: Optional.empty();
	}

	private double share(Field field, Column column) {
		return column.cells().isEmpty() ? 0 : (double) good(field, column) / column.cells().size();
	}

	private long good(Field field, Column column) {
		return switch (field) {
			case MOBILE -> this.table.phones(column, MethodKind.MOBILE, this.fallback);
			case ALTERNATE_MOBILE -> this.table.phones(column, MethodKind.ALTERNATE_MOBILE, this.fallback);
			case OFFICE -> this.table.phones(column, MethodKind.OFFICE, this.fallback);
			case USER_PRINCIPAL_NAME, MAIL, EMAIL -> column.count(Column::isAddress);
			case COUNTRY -> column.count(Column::isCountry);
			case OBJECT_ID -> column.count(Column::isObjectId);
			case EMPLOYEE_ID, NAME, GROUP -> column.cells().size();
		};
	}

	/**
	 * A column named like a key or a country that holds something else would spoil every
	 * row; damaged numbers and addresses are still the column that is meant.
	 */
	private boolean isWhatItSays(Field field, Column column) {
		return switch (field) {
			case USER_PRINCIPAL_NAME, OBJECT_ID, COUNTRY -> share(field, column) >= PLAIN;
			default -> true;
		};
	}

	private boolean isPlainly(Field field, Column column) {
		boolean addresses = column.share(Column::isAddress) >= PLAIN;
		return switch (field) {
			case MAIL -> addresses && column.houseDomain().isPresent();
			case EMAIL -> addresses && column.houseDomain().isEmpty();
			case MOBILE -> share(Field.MOBILE, column) >= PLAIN;
			case OFFICE -> share(Field.OFFICE, column) >= PLAIN && share(Field.MOBILE, column) < PLAIN;
			case EMPLOYEE_ID -> column.share(Column::isStaffNumber) >= GOOD && column.tellsRowsApart()
					&& share(Field.MOBILE, column) < PLAIN;
			case OBJECT_ID -> column.share(Column::isObjectId) >= GOOD;
			case COUNTRY -> this.table.country().filter(column::equals).isPresent();
			case USER_PRINCIPAL_NAME, ALTERNATE_MOBILE, NAME, GROUP -> false;
		};
	}

}
