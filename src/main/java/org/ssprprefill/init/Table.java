package org.ssprprefill.init;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.PhoneNumber;
import org.ssprprefill.contact.Reading;
import org.ssprprefill.feed.Excerpt;
import org.ssprprefill.feed.Field;
import org.ssprprefill.feed.Meaning;

/** The beginning of an export, looked at by columns. */
final class Table {

	/** Some countries may be written in a way we do not know. */
	private static final double SOME = 0.6;

	/** What columns mean whose cells are dialled. */
	private static final Set<Meaning> PHONES = Set.of(Meaning.of(Field.MOBILE), Meaning.of(Field.ALTERNATE_MOBILE),
			Meaning.of(Field.OFFICE), Meaning.PHONE, Meaning.HOME_PHONE, Meaning.WORK_MOBILE);

	private final Excerpt excerpt;

	private final List<Column> columns = new ArrayList<>();

	Table(Excerpt excerpt) {
		this.excerpt = excerpt;
		for (int number = 0; number < excerpt.headers().size(); number++) {
			int column = number;
			List<String> cells = rows().mapToObj((row) -> excerpt.cell(row, column)).flatMap(Optional::stream).toList();
			this.columns.add(new Column(number, excerpt.headers().get(number), cells, excerpt.rows().size()));
		}
	}

	Excerpt excerpt() {
		return this.excerpt;
	}

	List<Column> columns() {
		return this.columns;
	}

	/**
	 * The column that names each row's country. Only a header says that: states,
	 * languages and teams have codes of two letters too.
	 */
	Optional<Column> country() {
		return this.columns.stream()
			.filter((column) -> column.means(Meaning.of(Field.COUNTRY)) || column.means(Meaning.COUNTRY_OF))
			.filter((column) -> column.share(Column::isCountry) >= SOME && !column.isOfRegions())
			.max(Comparator.comparing((Column column) -> column.means(Meaning.of(Field.COUNTRY)))
				.thenComparing((column) -> column.cells().size()));
	}

	/** How many cells of a column could be registered as a phone method. */
	long phones(Column column, MethodKind kind, Optional<Country> fallback) {
		return phones(column, kind, country(), fallback);
	}

	private long phones(Column column, MethodKind kind, Optional<Column> country, Optional<Country> fallback) {
		return rows().filter((row) -> this.excerpt.cell(row, column.number()).filter((cell) -> {
			Optional<Country> named = country.flatMap((it) -> this.excerpt.cell(row, it.number()))
				.flatMap(Country::parse);
			return PhoneNumber.read(cell, named.or(() -> fallback), kind) instanceof Reading.Accepted;
		}).isPresent()).count();
	}

	/**
	 * Cells that are dialled, of the columns for phones; only where no header tells one,
	 * of those with an unknown header.
	 */
	List<String> dialled() {
		List<Column> phones = this.columns.stream()
			.filter((column) -> column.meaning().filter(PHONES::contains).isPresent())
			.toList();
		List<Column> dialled = phones.isEmpty() ? this.columns.stream().filter(Column::isUnknown).toList() : phones;
		return dialled.stream()
			.filter((column) -> column.share(Column::isDialled) >= 0.5)
			.flatMap((column) -> column.cells().stream())
			.filter(Column::isDialled)
			.toList();
	}

	/** Counts what a function makes of something, the most frequent first. */
	static <T, R> List<R> mostFrequent(List<T> all, Function<T, Optional<R>> function) {
		return all.stream()
			.map(function)
			.flatMap(Optional::stream)
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
			.entrySet()
			.stream()
			.sorted(Comparator.comparing((Map.Entry<R, Long> entry) -> -entry.getValue())
				.thenComparing((entry) -> entry.getKey().toString()))
			.map(Map.Entry::getKey)
			.toList();
	}

	private IntStream rows() {
		return IntStream.range(0, this.excerpt.rows().size());
	}

}
