package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The header of one export: which column carries what.
 *
 * @param names HR's own headers, without empty ones at the end
 * @param columns where each field is that the export has
 */
record Header(List<String> names, Map<Field, Integer> columns) {

	/** The folded names of all columns the job definition looks for. */
	static Set<String> known(FeedSettings settings) {
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
		List<String> faults = new ArrayList<>();
		for (Map.Entry<Field, List<String>> wanted : settings.columns().entrySet()) {
			Field field = wanted.getKey();
			if (field.method().isPresent() && !rules.methods().contains(field.method().get())) {
				continue;
			}
			List<Integer> found = find(wanted.getValue(), names);
			if (found.size() > 1) {
				faults.add(HeaderFaults.twice(field, found.stream().map(names::get).toList()));
			}
			found.stream().findFirst().ifPresent((column) -> columns.put(field, column));
		}
		faults.addAll(HeaderFaults.missing(columns.keySet(), names, settings, rules));
		if (!faults.isEmpty()) {
			throw new RefusedExportException(String.join(" ", faults));
		}
		return new Header(names, columns);
	}

	private static List<Integer> find(List<String> wanted, List<String> names) {
		Set<String> folded = wanted.stream().map(ColumnName::folded).collect(Collectors.toSet());
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

	/** Whether a record has a cell for every header, and nothing beyond the last. */
	boolean fits(List<String> cells) {
		return cells.size() >= this.names.size() && cells.size() < CellClipper.MOST_CELLS
				&& cells.subList(this.names.size(), cells.size()).stream().allMatch(String::isBlank);
	}

}
