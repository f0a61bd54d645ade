package org.ssprprefill.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import org.ssprprefill.contact.Country;
import org.ssprprefill.feed.HrRow;

/**
 * What is remembered of each row: a few numbers, no value and no name. Countries with
 * lists of problems are few, however many rows there are, and are kept once.
 */
final class RowPages {

	private final int methods;

	private int size;

	private int[] lines = new int[1 << 10];

	private long[] people = new long[1 << 10];

	private long[] values;

	private int[] remarks = new int[1 << 10];

	private final List<Remarks> lists = new ArrayList<>();

	private final Map<Remarks, Integer> places = new HashMap<>();

	/**
	 * What a row shares with many others.
	 *
	 * @param country whose numbers HR would write into it
	 * @param problems its problems
	 */
	record Remarks(Optional<Country> country, List<HrRow.Problem> problems) {
	}

	/**
	 * Creates room for rows.
	 * @param methods how many values a row can have
	 */
	RowPages(int methods) {
		this.methods = methods;
		this.values = new long[methods << 10];
	}

	/**
	 * Adds a row.
	 * @param line its line
	 * @param person stands for the person it means, 0 for none
	 * @param rowValues stand for its values, 0 where it has none
	 * @param rowRemarks its country and problems
	 */
	void add(long line, long person, long[] rowValues, Remarks rowRemarks) {
		if (this.size == this.lines.length) {
			this.lines = Arrays.copyOf(this.lines, 2 * this.size);
			this.people = Arrays.copyOf(this.people, 2 * this.size);
			this.values = Arrays.copyOf(this.values, 2 * this.values.length);
			this.remarks = Arrays.copyOf(this.remarks, 2 * this.size);
		}
		this.lines[this.size] = Math.toIntExact(line);
		this.people[this.size] = person;
		System.arraycopy(rowValues, 0, this.values, this.size * this.methods, this.methods);
		this.size++;
		remarks(this.size - 1, rowRemarks);
	}

	int size() {
		return this.size;
	}

	/** Forgets the rows from that number on. */
	void forgetFrom(int row) {
		this.size = row;
	}

	long line(int row) {
		return this.lines[row];
	}

	long person(int row) {
		return this.people[row];
	}

	/** What stands for the values of all rows, 0 for none. */
	LongStream values() {
		return Arrays.stream(this.values, 0, this.size * this.methods);
	}

	/** What stands for the value of a method, 0 for none. */
	long value(int row, int method) {
		return this.values[row * this.methods + method];
	}

	boolean hasValues(int row) {
		boolean any = false;
		for (int method = 0; method < this.methods; method++) {
			any |= value(row, method) != 0;
		}
		return any;
	}

	void value(int row, int method, long newValue) {
		this.values[row * this.methods + method] = newValue;
	}

	List<HrRow.Problem> problems(int row) {
		return this.lists.get(this.remarks[row]).problems();
	}

	Optional<Country> country(int row) {
		return this.lists.get(this.remarks[row]).country();
	}

	/** Every list of problems that some row has, and how many rows have it. */
	Map<List<HrRow.Problem>, Integer> problemLists() {
		int[] counts = new int[this.lists.size()];
		for (int row = 0; row < this.size; row++) {
			counts[this.remarks[row]]++;
		}
		Map<List<HrRow.Problem>, Integer> found = new HashMap<>();
		for (int list = 0; list < counts.length; list++) {
			if (counts[list] > 0) {
				found.merge(this.lists.get(list).problems(), counts[list], Integer::sum);
			}
		}
		return found;
	}

	void problems(int row, List<HrRow.Problem> all) {
		remarks(row, new Remarks(country(row), all));
	}

	private void remarks(int row, Remarks all) {
		this.remarks[row] = this.places.computeIfAbsent(all, (one) -> {
			this.lists.add(one);
			return this.lists.size() - 1;
		});
	}

}
