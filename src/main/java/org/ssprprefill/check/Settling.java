package org.ssprprefill.check;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.RowConflicts;
import org.ssprprefill.feed.RowProblem;

/**
 * Compares all rows with each other, as the ledger does for a run: rows of one person
 * that repeat or contradict each other, and values that too many people share.
 */
final class Settling {

	private final RowPages rows;

	private final List<CheckedFile> files;

	private final List<MethodKind> methods;

	private final Sharing sharing;

	private final Repeated people;

	private final Repeated values;

	private final DistinctCounts valuesOfPerson = new DistinctCounts();

	private final DistinctCounts peopleOfValue = new DistinctCounts();

	private final Counts met = new Counts();

	Settling(RowPages rows, List<CheckedFile> files, List<MethodKind> methods, Sharing sharing) {
		this.rows = rows;
		this.files = files;
		this.methods = methods;
		this.sharing = sharing;
		this.people = Repeated.among(IntStream.range(0, rows.size()).mapToLong(rows::person));
		this.values = Repeated.among(rows.values());
	}

	void settle() {
		for (int row = 0; row < this.rows.size(); row++) {
			count(row);
		}
		int row = 0;
		for (int file = 0; file < this.files.size(); file++) {
			int rejected = 0;
			for (int end = row + this.files.get(file).rows(); row < end; row++) {
				compare(row);
				share(row, this.files.get(file).headers());
				rejected += HrRow.accepted(this.rows.hasValues(row), this.rows.problems(row)) ? 0 : 1;
			}
			this.files.set(file, this.files.get(file).withRejected(rejected));
		}
	}

	private void count(int row) {
		if (this.people.contains(this.rows.person(row)) && RowConflicts.takesPart(this.rows.problems(row))) {
			this.valuesOfPerson.add(this.rows.person(row), this.rows.allValues(row));
		}
		for (int method = 0; method < this.methods.size(); method++) {
			if (this.values.contains(this.rows.value(row, method))) {
				this.peopleOfValue.add(this.rows.value(row, method), this.rows.person(row));
			}
		}
	}

	private void compare(int row) {
		List<HrRow.Problem> problems = this.rows.problems(row);
		if (!this.people.contains(this.rows.person(row)) || !RowConflicts.takesPart(problems)) {
			return;
		}
		if (this.valuesOfPerson.of(this.rows.person(row)) > 1) {
			this.rows.problems(row, HrRow.joined(problems, RowConflicts.CONFLICTING));
		}
		else if (this.met.add(this.rows.person(row)) > 1) {
			this.rows.problems(row, HrRow.joined(problems, RowConflicts.DUPLICATE));
		}
	}

	private void share(int row, Map<MethodKind, String> headers) {
		for (int method = 0; method < this.methods.size(); method++) {
			MethodKind kind = this.methods.get(method);
			long value = this.rows.value(row, method);
			int allowed = kind.isPhone() ? this.sharing.sameNumber() : this.sharing.sameEmail();
			if (this.values.contains(value) && this.peopleOfValue.of(value) > allowed) {
				RowProblem problem = kind.isPhone() ? RowProblem.PHONE_SHARED : RowProblem.EMAIL_SHARED;
				this.rows.dropValue(row, method);
				this.rows.problems(row, HrRow.joined(this.rows.problems(row),
						new HrRow.Problem(headers.getOrDefault(kind, ""), problem)));
			}
		}
	}

}
