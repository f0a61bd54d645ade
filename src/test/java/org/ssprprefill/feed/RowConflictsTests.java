package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.EmailAddress;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.PhoneNumber;
import org.ssprprefill.feed.HrRow.Problem;

import static org.assertj.core.api.Assertions.assertThat;

class RowConflictsTests {

	private static final Map<MethodKind, ContactValue> ONE = Map.of(MethodKind.MOBILE,
			PhoneNumber.held("+31 6-12345678"));

	private static final Map<MethodKind, ContactValue> SAME = Map.of(MethodKind.MOBILE,
			PhoneNumber.held("+31612345678"));

	private static final Map<MethodKind, ContactValue> OTHER = Map.of(MethodKind.MOBILE,
			PhoneNumber.held("+31612345679"));

	private static final Problem DUPLICATE = new Problem("", RowProblem.DUPLICATE_ROW);

	private static final Problem CONFLICT = new Problem("", RowProblem.CONFLICTING_ROWS);

	@Test
	void leavesASingleRowAlone() {
		HrRow row = row(1, ONE);
		assertThat(RowConflicts.settle(List.of(row))).containsExactly(row);
	}

	@Test
	void takesEqualRowsOnce() {
		List<HrRow> settled = RowConflicts.settle(List.of(row(1, ONE), row(2, SAME), row(3, ONE)));
		assertThat(settled).extracting(HrRow::problems)
			.containsExactly(List.of(), List.of(DUPLICATE), List.of(DUPLICATE));
		assertThat(settled).allMatch(HrRow::accepted);
	}

	@Test
	void rejectsAllRowsThatDiffer() {
		List<HrRow> settled = RowConflicts.settle(List.of(row(1, ONE), row(2, SAME), row(3, OTHER)));
		assertThat(settled).extracting(HrRow::problems).containsOnly(List.of(CONFLICT));
		assertThat(settled).noneMatch(HrRow::accepted);
	}

	@Test
	void seesAConflictInAMissingValue() {
		Map<MethodKind, ContactValue> more = Map.of(MethodKind.MOBILE, PhoneNumber.held("+31612345678"),
				MethodKind.EMAIL, EmailAddress.held("jan@example.org"));
		assertThat(RowConflicts.settle(List.of(row(1, ONE), row(2, more)))).noneMatch(HrRow::accepted);
	}

	@Test
	void letsRowsThatAreWrongAsAWholeTakeNoPart() {
		HrRow broken = row(1, Map.of(), new Problem("", RowProblem.COLUMNS_MISMATCH));
		HrRow good = row(2, ONE);
		assertThat(RowConflicts.settle(List.of(broken, good))).containsExactly(broken, good);
	}

	@Test
	void decidesTheSameWhenAskedAgain() {
		List<HrRow> duplicates = RowConflicts.settle(List.of(row(1, ONE), row(2, SAME)));
		assertThat(RowConflicts.settle(duplicates)).isEqualTo(duplicates);
		List<HrRow> conflicts = RowConflicts.settle(List.of(row(1, ONE), row(2, OTHER)));
		assertThat(RowConflicts.settle(conflicts)).isEqualTo(conflicts);
	}

	@Test
	void takesAwayASharedValue() {
		Problem shared = new Problem("Mobiel", RowProblem.PHONE_SHARED);
		HrRow row = row(1, ONE).without(MethodKind.MOBILE, shared);
		assertThat(row.values()).isEmpty();
		assertThat(row.problems()).containsExactly(shared);
		assertThat(row.accepted()).isFalse();
		assertThat(row(1, ONE).without(MethodKind.EMAIL, shared).accepted()).isTrue();
	}

	@Test
	void putsProblemsOfTheWholeRowFirst() {
		Problem column = new Problem("Werk", RowProblem.PHONE_KIND);
		HrRow row = row(1, ONE, column).withProblem(DUPLICATE).withProblem(new Problem("X", RowProblem.PHONE_SHARED));
		assertThat(row.problems()).containsExactly(DUPLICATE, column, new Problem("X", RowProblem.PHONE_SHARED));
	}

	private static HrRow row(long number, Map<MethodKind, ContactValue> values, Problem... problems) {
		return new HrRow(number, number + 1, Optional.of(new EmployeeId("1")), Optional.empty(), Optional.empty(),
				Optional.empty(), Optional.empty(), Optional.empty(), values, new ArrayList<>(Arrays.asList(problems)));
	}

}
