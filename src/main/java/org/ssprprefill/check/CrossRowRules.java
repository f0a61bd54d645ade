package org.ssprprefill.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.JoinedRows;

/**
 * Brings the rows of each person together for the rule that runs obey, too, after
 * counting how many people share each value.
 */
final class CrossRowRules {

	private final RowPages rows;

	private final List<CheckedFile> files;

	private final List<MethodKind> methods;

	private final Sharing sharing;

	private final int[] ends;

	private final Repeated people;

	private final Repeated values;

	private final DistinctCounts peopleOfValue = new DistinctCounts();

	CrossRowRules(RowPages rows, List<CheckedFile> files, List<MethodKind> methods, Sharing sharing) {
		this.rows = rows;
		this.files = files;
		this.methods = methods;
		this.sharing = sharing;
		this.ends = files.stream().mapToInt(CheckedFile::rows).toArray();
		Arrays.parallelPrefix(this.ends, Integer::sum);
		this.people = Repeated.among(IntStream.range(0, rows.size()).mapToLong(rows::person));
		this.values = Repeated.among(rows.values());
	}

	void settle() {
		for (int row = 0; row < this.rows.size(); row++) {
			count(row);
		}
		long[] together = IntStream.range(0, this.rows.size())
			.filter((row) -> this.people.contains(this.rows.person(row)))
			.mapToLong((row) -> ((long) this.people.place(this.rows.person(row)) << 32) | row)
			.sorted()
			.toArray();
		for (int from = 0; from < together.length;) {
			List<Integer> group = new ArrayList<>();
			long person = together[from] >> 32;
			for (; from < together.length && together[from] >> 32 == person; from++) {
				group.add((int) together[from]);
			}
			join(group);
		}
		IntStream.range(0, this.rows.size())
			.filter((row) -> !this.people.contains(this.rows.person(row)) && !shared(row).isEmpty())
			.forEach((row) -> join(List.of(row)));
		countRejected();
	}

	private void count(int row) {
		for (int method = 0; method < this.methods.size(); method++) {
			if (this.values.contains(this.rows.value(row, method))) {
				this.peopleOfValue.add(this.rows.value(row, method), this.rows.person(row));
			}
		}
	}

	private void join(List<Integer> rowsOfOnePerson) {
		List<JoinedRows.Settled<Long>> settled = JoinedRows.join(rowsOfOnePerson.stream().map(this::row).toList());
		for (int place = 0; place < settled.size(); place++) {
			int row = rowsOfOnePerson.get(place);
			this.rows.problems(row, settled.get(place).problems());
			for (int method = 0; method < this.methods.size(); method++) {
				this.rows.value(row, method, settled.get(place).values().getOrDefault(this.methods.get(method), 0L));
			}
		}
	}

	private JoinedRows.Row<Long> row(int row) {
		Map<MethodKind, Long> own = new EnumMap<>(MethodKind.class);
		for (int method = 0; method < this.methods.size(); method++) {
			if (this.rows.value(row, method) != 0) {
				own.put(this.methods.get(method), this.rows.value(row, method));
			}
		}
		return new JoinedRows.Row<>(file(row).name(), this.rows.line(row), own, shared(row), this.rows.problems(row));
	}

	/** The methods whose value more people share than allowed, with their headers. */
	private Map<MethodKind, String> shared(int row) {
		Map<MethodKind, String> shared = Map.of();
		for (int method = 0; method < this.methods.size(); method++) {
			MethodKind kind = this.methods.get(method);
			long value = this.rows.value(row, method);
			int allowed = kind.isPhone() ? this.sharing.sameNumber() : this.sharing.sameEmail();
			if (this.values.contains(value) && this.peopleOfValue.of(value) > allowed) {
				shared = shared.isEmpty() ? new EnumMap<>(MethodKind.class) : shared;
				shared.put(kind, file(row).headers().getOrDefault(kind, ""));
			}
		}
		return shared;
	}

	/** Files without rows end where the one before them ends. */
	private CheckedFile file(int row) {
		int file = 0;
		while (this.ends[file] <= row) {
			file++;
		}
		return this.files.get(file);
	}

	private void countRejected() {
		int row = 0;
		for (int file = 0; file < this.files.size(); file++) {
			int rejected = 0;
			for (; row < this.ends[file]; row++) {
				rejected += HrRow.accepted(this.rows.hasValues(row), this.rows.problems(row)) ? 0 : 1;
			}
			this.files.set(file, this.files.get(file).withRejected(rejected));
		}
	}

}
