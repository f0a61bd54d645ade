package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.EmailAddress;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.PhoneNumber;
import org.ssprprefill.contact.Reading;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.feed.HrRow.Problem;

/** Makes one row with its verdict of one record. */
final class RowReader {

	/** Sorts before every column. */
	private static final int WHOLE_ROW = -1;

	private final Header header;

	private final Optional<Country> defaultCountry;

	private final RowRules rules;

	RowReader(Header header, Optional<Country> defaultCountry, RowRules rules) {
		this.header = header;
		this.defaultCountry = defaultCountry;
		this.rules = rules;
	}

	HrRow read(Records.Cells found, long number) {
		if (!this.header.fits(found.cells())) {
			// Which cell is whose cannot be told, so nothing is taken, not even the name
			return new HrRow(number, found.line(), Optional.empty(), Optional.empty(), Optional.empty(),
					Optional.empty(), Optional.empty(), Optional.empty(), Map.of(),
					List.of(new Problem("", RowProblem.COLUMNS_MISMATCH)));
		}
		SortedMap<Integer, Problem> problems = new TreeMap<>();
		Row row = new Row(sound(found.cells(), problems));
		HrRow keys = new HrRow(number, found.line(), row.key(Field.EMPLOYEE_ID).map(EmployeeId::new),
				row.key(Field.USER_PRINCIPAL_NAME).map(UserPrincipalName::new),
				row.key(Field.MAIL).map(UserPrincipalName::new),
				row.key(Field.OBJECT_ID).filter(ObjectId::isValid).map(ObjectId::new), row.text(Field.NAME),
				row.text(Field.GROUP), Map.of(), List.of());
		if (keys.decidingKey(this.rules.matchBy()).isEmpty()) {
			problems.put(WHOLE_ROW, new Problem("", RowProblem.NO_KEY));
		}
		Map<MethodKind, ContactValue> values = values(row, problems);
		return keys.with(rejects(problems) ? Map.of() : values, List.copyOf(problems.values()));
	}

	/** The cells, those emptied that no honest export has. */
	private List<String> sound(List<String> cells, Map<Integer, Problem> problems) {
		for (int column = 0; column < cells.size(); column++) {
			if (cells.get(column).length() > KeptCells.LONGEST_CELL) {
				problems.put(column, new Problem(name(column), RowProblem.CELL_TOO_LONG));
			}
			else if (CellValue.hasControlCharacters(cells.get(column))) {
				problems.put(column, new Problem(name(column), RowProblem.CONTROL_CHARACTERS));
			}
		}
		if (problems.isEmpty()) {
			return cells;
		}
		List<String> sound = new ArrayList<>(cells);
		problems.keySet().forEach((column) -> sound.set(column, ""));
		return sound;
	}

	private static boolean rejects(Map<Integer, Problem> problems) {
		return !problems.isEmpty() && problems.values().stream().map(Problem::problem).anyMatch(RowProblem::rejectsRow);
	}

	private Map<MethodKind, ContactValue> values(Row row, Map<Integer, Problem> problems) {
		Map<MethodKind, ContactValue> values = new EnumMap<>(MethodKind.class);
		Optional<String> named = row.text(Field.COUNTRY);
		Optional<Country> country = named.isPresent() ? named.flatMap(Country::parse) : this.defaultCountry;
		for (MethodKind kind : this.rules.methods()) {
			Field field = Field.of(kind);
			Optional<String> cell = kind.isPhone() ? row.key(field) : row.text(field);
			if (cell.isPresent()) {
				Reading<?> reading = kind.isPhone() ? PhoneNumber.read(cell.get(), country, kind)
						: EmailAddress.read(cell.get(), this.rules.ownDomains());
				if (reading instanceof Reading.Accepted<?> accepted) {
					values.put(kind, accepted.value());
				}
				else if (reading instanceof Reading.Refused<?> refused) {
					int column = this.header.columns().getOrDefault(field, WHOLE_ROW);
					problems.put(column, new Problem(name(column), RowProblem.of(refused.problem()),
							isForeign(kind, cell.get(), country), refused.found()));
				}
			}
		}
		return Collections.unmodifiableMap(values);
	}

	/** An address among the numbers, or a number among the addresses. */
	private static boolean isForeign(MethodKind kind, String text, Optional<Country> country) {
		Reading<?> other = kind.isPhone() ? EmailAddress.read(text, Set.of())
				: PhoneNumber.read(text, country, MethodKind.OFFICE);
		return other instanceof Reading.Accepted<?>;
	}

	private String name(int column) {
		return (column < 0 || column >= this.header.names().size()) ? "" : this.header.names().get(column);
	}

	/** The cells of one record by field. */
	private final class Row {

		private final List<String> cells;

		Row(List<String> cells) {
			this.cells = cells;
		}

		Optional<String> text(Field field) {
			Integer column = RowReader.this.header.columns().get(field);
			return (column != null) ? CellValue.of(this.cells.get(column)) : Optional.empty();
		}

		Optional<String> key(Field field) {
			Integer column = RowReader.this.header.columns().get(field);
			return (column != null) ? CellValue.known(this.cells.get(column)) : Optional.empty();
		}

	}

}
