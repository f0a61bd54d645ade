package org.ssprprefill.feed;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.ObjectId;

/**
 * The cells of one record by field.
 *
 * @param header which column carries what
 * @param cells a cell for every header
 */
record RowCells(Header header, List<String> cells) {

	/** What a cell says, or nothing where it is blank or says so. */
	Optional<String> text(Field field) {
		return CellValue.of(cell(field));
	}

	/** The parts of the name as they are read out. */
	Optional<String> name() {
		List<Integer> parts = this.header.places(Field.NAME);
		return (parts.size() < 2) ? text(Field.NAME)
				: Optional
					.of(parts.stream()
						.map((column) -> CellValue.of(this.cells.get(column)))
						.flatMap(Optional::stream)
						.collect(Collectors.joining(" ")))
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
