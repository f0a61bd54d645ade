package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.ssprprefill.contact.ContactProblem;
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
		Map<Integer, RowProblem> problems = new TreeMap<>();
		Row row = new Row(sound(found.cells(), problems));
		if (!carriesKey(row)) {
			problems.put(WHOLE_ROW, RowProblem.NO_KEY);
		}
		Map<MethodKind, ContactValue> values = values(row, problems);
		boolean rejected = problems.values().stream().anyMatch(RowProblem::rejectsRow);
		return new HrRow(number, found.line(), row.key(Field.EMPLOYEE_ID).map(EmployeeId::new),
				row.key(Field.USER_PRINCIPAL_NAME).map(UserPrincipalName::new),
				row.key(Field.MAIL).map(UserPrincipalName::new), row.key(Field.OBJECT_ID).map(ObjectId::new),
				row.text(Field.NAME), row.text(Field.GROUP), rejected ? Map.of() : Map.copyOf(values),
				named(problems, row.foreign));
	}

	private boolean carriesKey(Row row) {
		for (MatchingAttribute attribute : this.rules.matchBy()) {
			if (row.carries(attribute.field())) {
				return true;
			}
		}
		return false;
	}

	/** The cells, those emptied that no honest export has. */
	private static List<String> sound(List<String> cells, Map<Integer, RowProblem> problems) {
		for (int column = 0; column < cells.size(); column++) {
			if (cells.get(column).length() > KeptCells.LONGEST_CELL) {
				problems.put(column, RowProblem.CELL_TOO_LONG);
			}
			else if (CellValue.hasControlCharacters(cells.get(column))) {
				problems.put(column, RowProblem.CONTROL_CHARACTERS);
			}
		}
		if (problems.isEmpty()) {
			return cells;
		}
		List<String> sound = new ArrayList<>(cells);
		problems.keySet().forEach((column) -> sound.set(column, ""));
		return sound;
	}

	private Map<MethodKind, ContactValue> values(Row row, Map<Integer, RowProblem> problems) {
		Map<MethodKind, ContactValue> values = new EnumMap<>(MethodKind.class);
		Optional<String> named = row.text(Field.COUNTRY);
		Optional<Country> country = named.isPresent() ? named.flatMap(Country::parse) : this.defaultCountry;
		for (MethodKind kind : this.rules.methods()) {
			Field field = Field.of(kind);
			Optional<String> cell = kind.isPhone() ? row.key(field) : row.text(field);
			Optional<? extends Reading<?>> reading = cell.map((text) -> kind.isPhone()
					? PhoneNumber.read(text, country, kind) : EmailAddress.read(text, this.rules.ownDomains()));
			reading.flatMap(RowReader::value).ifPresent((value) -> values.put(kind, value));
			reading.flatMap(RowReader::problem).ifPresent((it) -> {
				problems.put(this.header.columns().get(field), RowProblem.of(it));
				if (isForeign(kind, cell.orElse(""), country)) {
					row.foreign.add(this.header.columns().get(field));
				}
			});
		}
		return values;
	}

	/** An address among the numbers, or a number among the addresses. */
	private static boolean isForeign(MethodKind kind, String text, Optional<Country> country) {
		Reading<?> other = kind.isPhone() ? EmailAddress.read(text, Set.of())
				: PhoneNumber.read(text, country, MethodKind.OFFICE);
		return other instanceof Reading.Accepted<?>;
	}

	private static Optional<ContactValue> value(Reading<?> reading) {
		return (reading instanceof Reading.Accepted<?> accepted) ? Optional.of(accepted.value()) : Optional.empty();
	}

	private static Optional<ContactProblem> problem(Reading<?> reading) {
		return (reading instanceof Reading.Refused<?> refused) ? Optional.of(refused.problem()) : Optional.empty();
	}

	private List<Problem> named(Map<Integer, RowProblem> problems, Set<Integer> foreign) {
		return problems.entrySet()
			.stream()
			.map((it) -> new Problem(name(it.getKey()), it.getValue(), foreign.contains(it.getKey())))
			.toList();
	}

	private String name(int column) {
		return (column < 0 || column >= this.header.names().size()) ? "" : this.header.names().get(column);
	}

	/** The cells of one record by field. */
	private final class Row {

		private final List<String> cells;

		/** The columns that hold another column's kind of data. */
		private final Set<Integer> foreign = new HashSet<>();

		Row(List<String> cells) {
			this.cells = cells;
		}

		Optional<String> text(Field field) {
			return cell(field).flatMap(CellValue::of);
		}

		Optional<String> key(Field field) {
			Optional<String> key = cell(field).flatMap(CellValue::known);
			return (field == Field.OBJECT_ID) ? key.filter(ObjectId::isValid) : key;
		}

		boolean carries(Field field) {
			return key(field).isPresent();
		}

		private Optional<String> cell(Field field) {
			return Optional.ofNullable(RowReader.this.header.columns().get(field)).map(this.cells::get);
		}

	}

}
