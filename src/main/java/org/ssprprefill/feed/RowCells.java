package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.ObjectId;

/** The cells of one record by field. */
final class RowCells {

	private final Header header;

	private final List<String> cells;

	/** What was asked for before; empty where the cell says nothing. */
	private final @Nullable String[] texts;

	/**
	 * Takes a record.
	 * @param header which column carries what
	 * @param cells a cell for every header
	 */
	RowCells(Header header, List<String> cells) {
		this.header = header;
		this.cells = cells;
		this.texts = new String[header.names().size()];
	}

	/** What a cell says, or nothing where it is blank or says so. */
	Optional<String> text(Field field) {
		Integer column = this.header.columns().get(field);
		return (column != null) ? text(column) : Optional.empty();
	}

	/** What the cell of a column says, or nothing where it is blank or says so. */
	Optional<String> text(int column) {
		String text = this.texts[column];
		if (text == null) {
			text = CellValue.of(this.cells.get(column)).orElse("");
			this.texts[column] = text;
		}
		return text.isEmpty() ? Optional.empty() : Optional.of(text);
	}

	/** This row with other text in one cell. */
	RowCells with(int column, String other) {
		List<String> changed = new ArrayList<>(this.cells);
		changed.set(column, other);
		return new RowCells(this.header, changed);
	}

	/** The parts of the name as they are read out. */
	Optional<String> name() {
		List<Integer> parts = this.header.places(Field.NAME);
		return (parts.size() < 2) ? text(Field.NAME)
				: Optional.of(parts.stream().map(this::text).flatMap(Optional::stream).collect(Collectors.joining(" ")))
					.filter((name) -> !name.isEmpty());
	}

	/** The whole cell, empty where the export has no such column. */
	String cell(Field field) {
		Integer column = this.header.columns().get(field);
		return (column != null) ? this.cells.get(column) : "";
	}

	/** Whether keys, country and name look like what they are. */
	boolean areOfKind() {
		Predicate<String> address = (text) -> text.indexOf('@') > 0;
		return is(text(Field.USER_PRINCIPAL_NAME), address) && is(text(Field.MAIL), address)
				&& is(text(Field.OBJECT_ID), ObjectId::isValid)
				&& is(text(Field.COUNTRY), (text) -> Country.parse(text).isPresent())
				&& is(name(), (text) -> text.chars().noneMatch(Character::isDigit));
	}

	private static boolean is(Optional<String> text, Predicate<String> condition) {
		return text.isEmpty() || condition.test(text.get());
	}

}
