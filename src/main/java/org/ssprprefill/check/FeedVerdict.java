package org.ssprprefill.check;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.PhoneCount;

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
		return rows((row) -> true);
	}

	/**
	 * The rows with which something is wrong.
	 * @return as {@link #rows()}, without those that have no problem
	 */
	public Stream<CheckedRow> rowsWithProblems() {
		return rows((row) -> !this.rows.problems(row).isEmpty());
	}

	private Stream<CheckedRow> rows(IntPredicate asked) {
		int[] ends = this.files.stream().mapToInt(CheckedFile::rows).toArray();
		Arrays.parallelPrefix(ends, Integer::sum);
		return IntStream.range(0, ends.length).boxed().flatMap((file) -> {
			CheckedFile checked = this.files.get(file);
			return IntStream.range(ends[file] - checked.rows(), ends[file])
				.filter(asked)
				.mapToObj((row) -> row(checked.name(), row));
		});
	}

	private CheckedRow row(String file, int row) {
		Set<MethodKind> usable = EnumSet.noneOf(MethodKind.class);
		for (int method = 0; method < this.methods.size(); method++) {
			if (this.rows.value(row, method) != 0) {
				usable.add(this.methods.get(method));
			}
		}
		return new CheckedRow(file, this.rows.line(row), this.rows.country(row), this.rows.problems(row), usable);
	}

	/**
	 * How often each problem was found.
	 * @return counts by the problem's stable word, only of problems that were found
	 */
	public Map<String, Integer> problems() {
		Map<String, Integer> counts = new TreeMap<>();
		this.rows.problemLists()
			.forEach((problems, number) -> problems
				.forEach((problem) -> counts.merge(problem.problem().word(), number, Integer::sum)));
		return counts;
	}

	/**
	 * The phone numbers that the rows prove, before rows are compared with each other.
	 * @return their counts by country code, for example {@code +31}
	 */
	public SortedMap<String, PhoneCount> phones() {
		SortedMap<String, PhoneCount> phones = new TreeMap<>();
		this.files
			.forEach((file) -> file.phones().forEach((code, count) -> phones.merge(code, count, PhoneCount::plus)));
		return phones;
	}

	/**
	 * What a run would take of these files, as far as the people are known in the tenant.
	 * @return how many values of each method
	 */
	public Map<MethodKind, Integer> taken() {
		int[] counts = new int[this.methods.size()];
		for (int row = 0; row < this.rows.size(); row++) {
			if (this.rows.problems(row).isEmpty() || row("", row).counts()) {
				for (int method = 0; method < counts.length; method++) {
					counts[method] += (this.rows.value(row, method) != 0) ? 1 : 0;
				}
			}
		}
		Map<MethodKind, Integer> taken = new EnumMap<>(MethodKind.class);
		for (int method = 0; method < counts.length; method++) {
			if (counts[method] > 0) {
				taken.put(this.methods.get(method), counts[method]);
			}
		}
		return taken;
	}

	/**
	 * How many values are lost in rows of which something is left.
	 * @return the values that are wrong in accepted rows
	 */
	public long lostValues() {
		return rowsWithProblems().filter(CheckedRow::accepted)
			.flatMap((row) -> row.problems().stream())
			.filter((problem) -> !problem.problem().isWarning())
			.count();
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
		return this.rows.problemLists()
			.keySet()
			.stream()
			.flatMap(List::stream)
			.anyMatch((problem) -> !problem.problem().isWarning());
	}

}
