package org.ssprprefill.check;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.HrRow;

/** The verdict on every file and row that was looked at. */
public final class FeedVerdict {

	private final List<CheckedFile> files;

	private final RowPages rows;

	private final List<MethodKind> methods;

	FeedVerdict(List<CheckedFile> files, RowPages rows, List<MethodKind> methods) {
		this.files = List.copyOf(files);
		this.rows = rows;
		this.methods = methods;
	}

	/**
	 * The files.
	 * @return each file, by name
	 */
	public List<CheckedFile> files() {
		return this.files;
	}

	/**
	 * Every row of the files that could be read.
	 * @return the rows, in the order of files and lines, made one by one as they are
	 * taken
	 */
	public Stream<CheckedRow> rows() {
		int[] ends = this.files.stream().mapToInt(CheckedFile::rows).toArray();
		Arrays.parallelPrefix(ends, Integer::sum);
		return IntStream.range(0, ends.length).boxed().flatMap((file) -> {
			CheckedFile checked = this.files.get(file);
			return IntStream.range(ends[file] - checked.rows(), ends[file]).mapToObj((row) -> row(checked.name(), row));
		});
	}

	private CheckedRow row(String file, int row) {
		Set<MethodKind> usable = EnumSet.noneOf(MethodKind.class);
		for (int method = 0; method < this.methods.size(); method++) {
			if (this.rows.value(row, method) != 0) {
				usable.add(this.methods.get(method));
			}
		}
		return new CheckedRow(file, this.rows.line(row), this.rows.problems(row), usable);
	}

	/**
	 * How often each problem was found.
	 * @return counts by the problem's stable word, only of problems that were found
	 */
	public Map<String, Integer> problems() {
		Map<String, Integer> counts = new TreeMap<>();
		rows().flatMap((row) -> row.problems().stream())
			.map(HrRow.Problem::problem)
			.forEach((problem) -> counts.merge(problem.word(), 1, Integer::sum));
		return counts;
	}

	/**
	 * What a run would take of these files, as far as the people are known in the tenant.
	 * @return how many values of each method
	 */
	public Map<MethodKind, Integer> taken() {
		Map<MethodKind, Integer> counts = new EnumMap<>(MethodKind.class);
		rows().filter(CheckedRow::counts)
			.flatMap((row) -> row.usable().stream())
			.forEach((kind) -> counts.merge(kind, 1, Integer::sum));
		return counts;
	}

	/**
	 * Whether any file could not be read as an HR export.
	 * @return {@code true} if at least one was refused
	 */
	public boolean refusesFiles() {
		return this.files.stream().anyMatch((file) -> file.refusedBecause().isPresent());
	}

	/**
	 * Whether anything that HR delivered would not be taken.
	 * @return {@code true} for any problem but a duplicate row
	 */
	public boolean rejectsSomething() {
		return rows().flatMap((row) -> row.problems().stream()).anyMatch((problem) -> !problem.problem().isWarning());
	}

}
