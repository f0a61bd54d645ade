package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.message.Message;

/**
 * The header of one export: which column carries what.
 *
 * @param names HR's own headers, without empty ones at the end
 * @param columns where each field is that the export has; of a name the first part
 * @param nameParts the columns that make up a name, in the order of the job definition
 */
record Header(List<String> names, Map<Field, Integer> columns, List<Integer> nameParts) {

	private static final Pattern DASHES = Pattern.compile("-{2,}|={2,}");

	/**
	 * The folded names of all columns the job definition looks for, in every language.
	 */
	static Set<String> known(FeedSettings settings) {
		return settings.columns()
			.values()
			.stream()
			.flatMap((headers) -> HeaderWords.alike(headers).stream())
			.collect(Collectors.toUnmodifiableSet());
	}

	/** The folded names of all columns as the job definition has them. */
	static Set<String> named(FeedSettings settings) {
		return settings.columns()
			.values()
			.stream()
			.flatMap(List::stream)
			.map(ColumnName::folded)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Finds the columns.
	 * @throws RefusedExportException if one is there twice or a needed one is not there
	 */
	static Header of(List<String> cells, FeedSettings settings, RowRules rules) throws RefusedExportException {
		List<String> names = withoutEmptyEnd(cells);
		Map<Field, Integer> columns = new EnumMap<>(Field.class);
		List<Message> faults = new ArrayList<>();
		Optional<Message> lone = HeaderFaults.oneColumn(names);
		if (lone.isPresent()) {
			throw new RefusedExportException(lone.get());
		}
		List<Integer> nameParts = List.of();
		Map<Field, List<String>> unseen = new EnumMap<>(Field.class);
		for (Map.Entry<Field, List<String>> wanted : settings.columns().entrySet()) {
			Field field = wanted.getKey();
			if (field.method().isPresent() && !rules.methods().contains(field.method().get())) {
				continue;
			}
			List<Integer> found = find(wanted.getValue(), names);
			if (found.size() > ((field == Field.NAME) ? folded(found, names) : 1)) {
				faults.add(HeaderFaults.twice(found.stream().map(names::get).toList(), found));
			}
			if (found.isEmpty()) {
				unseen.put(field, wanted.getValue());
			}
			found.stream().findFirst().ifPresent((column) -> columns.put(field, column));
			if (field == Field.NAME) {
				nameParts = found;
			}
		}
		translate(unseen, names, columns);
		faults.addAll(HeaderFaults.missing(columns, names, settings, rules));
		if (!faults.isEmpty()) {
			throw new RefusedExportException(Message.sentences(faults));
		}
		return new Header(names, columns, nameParts);
	}

	/** The columns of a field: none, one, or those that make up a name. */
	List<Integer> places(Field field) {
		Integer column = this.columns.get(field);
		return (field == Field.NAME && !this.nameParts.isEmpty()) ? this.nameParts
				: (column != null) ? List.of(column) : List.of();
	}

	/** Whether anything is taken from a column. */
	boolean isUsed(int column) {
		return this.columns.containsValue(column) || this.nameParts.contains(column);
	}

	/** The same headers in another language, where that leaves no doubt. */
	private static void translate(Map<Field, List<String>> unseen, List<String> names, Map<Field, Integer> columns) {
		unseen.forEach((field, wanted) -> {
			List<Integer> found = find(HeaderWords.alike(wanted), names);
			if (found.size() == 1 && !columns.containsValue(found.get(0))) {
				columns.put(field, found.get(0));
			}
		});
	}

	private static long folded(List<Integer> columns, List<String> names) {
		return columns.stream().map(names::get).map(ColumnName::folded).distinct().count();
	}

	/** Where the headers are, in the order in which the job definition names them. */
	private static List<Integer> find(List<String> wanted, List<String> names) {
		return wanted.stream()
			.map(ColumnName::folded)
			.distinct()
			.flatMap((header) -> find(Set.of(header), names).stream())
			.toList();
	}

	private static List<Integer> find(Set<String> folded, List<String> names) {
		return IntStream.range(0, names.size())
			.filter((column) -> folded.contains(ColumnName.folded(names.get(column))))
			.boxed()
			.toList();
	}

	static List<String> withoutEmptyEnd(List<String> cells) {
		int size = cells.size();
		while (size > 0 && cells.get(size - 1).isBlank()) {
			size--;
		}
		return cells.subList(0, size).stream().map(String::strip).toList();
	}

	/**
	 * Whether a record is a header as well: some systems write a line of names below a
	 * line of keys, or the header anew on each page. One cell that says what its column
	 * is called may be a slip; two are none.
	 */
	boolean isSaidAgain(List<String> cells) {
		for (MethodKind kind : MethodKind.values()) {
			if (FooterFilter.mayBeContact(cell(Field.of(kind), cells))) {
				return false;
			}
		}
		List<Field> said = this.columns.keySet().stream().filter((field) -> isSaid(field, cells)).toList();
		return said.size() > 1 && said.stream().anyMatch((field) -> field.method().isPresent());
	}

	/**
	 * Whether a record right below the header belongs to it: a second line of labels or
	 * technical names, a line of dashes under each of them, or, where the header's first
	 * cell ends in a colon as in Frappe's templates, a line that says in its first cell
	 * what it is.
	 */
	boolean isHead(List<String> cells) {
		if (!this.names.isEmpty() && this.names.get(0).endsWith(":") && !this.columns.containsValue(0)) {
			return !cells.get(0).isBlank();
		}
		if (cells.stream().allMatch((cell) -> DASHES.matcher(cell.strip()).matches())) {
			return true;
		}
		int filled = 0;
		for (String cell : cells) {
			filled += cell.isBlank() ? 0 : 1;
			if (cell.indexOf('@') >= 0 || cell.chars().anyMatch(Character::isDigit)) {
				return false;
			}
		}
		return 2 * filled > this.names.size() && this.columns.keySet()
			.stream()
			.filter((field) -> field.method().isPresent())
			.allMatch((field) -> CellValue.of(cell(field, cells)).isPresent());
	}

	private boolean isSaid(Field field, List<String> cells) {
		String cell = cell(field, cells);
		return !cell.isBlank() && HeaderWords.alike(List.of(this.names.get(this.columns.getOrDefault(field, 0))))
			.contains(ColumnName.folded(cell));
	}

	private String cell(Field field, List<String> cells) {
		Integer column = this.columns.get(field);
		return (column != null && column < cells.size()) ? cells.get(column) : "";
	}

	/** Whether a record has a cell for every header, and nothing beyond the last. */
	boolean fits(List<String> cells) {
		boolean enough = cells.size() >= this.names.size() && cells.size() < KeptCells.MOST_CELLS;
		for (int column = this.names.size(); enough && column < cells.size(); column++) {
			enough = cells.get(column).isBlank();
		}
		return enough;
	}

}
