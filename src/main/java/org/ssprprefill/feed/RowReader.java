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
import java.util.function.Predicate;
import java.util.stream.IntStream;

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

	/** The share of short rows that must be in order for any to be. */
	private static final double MOST = 0.8;

	private final Header header;

	private final RowCountry country;

	private final Misplacement misplacement;

	private final RowRules rules;

	private final PhoneTally tally;

	private final ColumnHabits habits;

	private final boolean emptyEndsLeftOut;

	RowReader(Header header, ColumnHabits habits, Optional<Country> defaultCountry, RowRules rules, PhoneTally tally) {
		this.header = header;
		this.habits = habits;
		this.country = new RowCountry(habits.namesCountriesByCode(), defaultCountry);
		this.misplacement = new Misplacement(habits, rules.ownDomains());
		this.rules = rules;
		this.tally = tally;
		long fitting = habits.shortRows().stream().filter((row) -> isOfKind(completed(row))).count();
		this.emptyEndsLeftOut = fitting > 0 && fitting >= MOST * habits.shortRows().size();
	}

	HrRow read(Records.Cells found, long number) {
		boolean cutOff = found.mayBeCutOff(this.header.names().size());
		Optional<List<String>> cells = cutOff ? Optional.empty() : complete(found);
		if (cells.isEmpty()) {
			// Which cell is whose cannot be told, so nothing is taken, not even the name
			return new HrRow(number, found.line(), Optional.empty(), Optional.empty(), Optional.empty(),
					Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(),
					List.of(new Problem("", RowProblem.COLUMNS_MISMATCH, false, 1, cutOff ? Problem.CUT_OFF : "")));
		}
		HrRow read = judged(cells.get(), found.line(), number);
		RowCells row = new RowCells(this.header, cells.get());
		read.values().forEach((kind, value) -> this.tally.add(row.cell(Field.of(kind)), value));
		return read;
	}

	/** A cell for every header, where it can be told which is whose. */
	private Optional<List<String>> complete(Records.Cells found) {
		if (this.header.fits(found.cells())) {
			return Optional.of(found.cells())
				.filter((cells) -> cells.size() <= this.habits.usualSize() || isInPlace(cells));
		}
		return (this.emptyEndsLeftOut && ColumnHabits.isShort(this.header, found))
				? Optional.of(completed(found)).filter(this::isOfKind) : Optional.empty();
	}

	private List<String> completed(Records.Cells found) {
		List<String> cells = new ArrayList<>(found.cells());
		cells.addAll(Collections.nCopies(this.header.names().size() - cells.size(), ""));
		return cells;
	}

	/** Whether each value of a row fits its column, so that none is another's. */
	private boolean isOfKind(List<String> cells) {
		return isInPlace(cells) && new RowCells(this.header, cells).areOfKind()
				&& judged(cells, 0, 0).problems().isEmpty();
	}

	/**
	 * Whether other columns hold what they should. Where the header or a row has a cell
	 * too many, as by a comma in a name, the person's number stands beside its column,
	 * and another's in it.
	 */
	private boolean isInPlace(List<String> cells) {
		RowCells row = new RowCells(this.header, cells);
		Optional<Country> named = this.country.of(row.cell(Field.COUNTRY));
		Predicate<String> contact = (text) -> ColumnHabits.isContact(text, named);
		return IntStream.range(0, this.header.names().size())
			.filter((column) -> !this.header.isUsed(column))
			.allMatch((column) -> row.text(column)
				.filter((text) -> !this.habits.mayHold(column, text, contact))
				.isEmpty());
	}

	private HrRow judged(List<String> cells, long line, long number) {
		SortedMap<Integer, Problem> problems = new TreeMap<>();
		RowCells row = inPlace(new RowCells(this.header, sound(cells, problems)), problems);
		HrRow keys = new HrRow(number, line, row.text(Field.EMPLOYEE_ID).map(EmployeeId::new),
				row.text(Field.USER_PRINCIPAL_NAME).map(UserPrincipalName::new),
				row.text(Field.MAIL).map(UserPrincipalName::new),
				row.text(Field.OBJECT_ID).filter(ObjectId::isValid).map(ObjectId::new), row.name(),
				row.text(Field.GROUP), this.country.ofExamples(row.cell(Field.COUNTRY), () -> anyNumber(row)), Map.of(),
				List.of());
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

	/** The row, those cells masked that hold another column's number or address. */
	private RowCells inPlace(RowCells row, Map<Integer, Problem> problems) {
		RowCells inPlace = row;
		for (Field field : Misplacement.SHOWN) {
			for (int column : this.header.places(field)) {
				Optional<String> text = row.text(column);
				Optional<String> masked = text.isEmpty() ? text : this.misplacement.masked(field, text.get(),
						() -> this.country.of(row.cell(Field.COUNTRY)), () -> row.text(Field.EMAIL));
				if (masked.isPresent()) {
					inPlace = inPlace.with(column, masked.get());
					problems.put(column, new Problem(name(column), RowProblem.MISPLACED_VALUE));
				}
			}
		}
		return inPlace;
	}

	private static boolean rejects(Map<Integer, Problem> problems) {
		return !problems.isEmpty() && problems.values().stream().map(Problem::problem).anyMatch(RowProblem::rejectsRow);
	}

	private Map<MethodKind, ContactValue> values(RowCells row, Map<Integer, Problem> problems) {
		Map<MethodKind, ContactValue> values = new EnumMap<>(MethodKind.class);
		String named = row.cell(Field.COUNTRY);
		for (MethodKind kind : this.rules.methods()) {
			Field field = Field.of(kind);
			Optional<String> cell = row.text(field);
			if (cell.isPresent()) {
				Optional<Country> country = kind.isPhone() ? this.country.of(named, cell.get(), kind)
						: Optional.empty();
				Reading<?> reading = kind.isPhone() ? PhoneNumber.read(cell.get(), country, kind)
						: EmailAddress.read(cell.get(), this.rules.ownDomains());
				if (reading instanceof Reading.Accepted<?> accepted) {
					values.put(kind, accepted.value());
				}
				else if (reading instanceof Reading.Refused<?> refused) {
					int column = this.header.columns().getOrDefault(field, WHOLE_ROW);
					problems.put(column, new Problem(name(column), RowProblem.of(refused.problem()),
							isForeign(kind, cell.get(), named), refused.found(), String.join("\n", refused.codes())));
				}
			}
		}
		return Collections.unmodifiableMap(values);
	}

	private Optional<String> anyNumber(RowCells row) {
		return this.rules.methods()
			.stream()
			.filter(MethodKind::isPhone)
			.sorted()
			.flatMap((kind) -> row.text(Field.of(kind)).stream())
			.findFirst();
	}

	/** An address among the numbers, or a number among the addresses. */
	private boolean isForeign(MethodKind kind, String text, String named) {
		Reading<?> other = kind.isPhone() ? EmailAddress.read(text, Set.of())
				: PhoneNumber.read(text, this.country.of(named), MethodKind.OFFICE);
		return other instanceof Reading.Accepted<?>;
	}

	private String name(int column) {
		return (column < 0 || column >= this.header.names().size()) ? "" : this.header.names().get(column);
	}

}
