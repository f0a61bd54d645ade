package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.HrRow.Problem;
import org.ssprprefill.feed.JoinedRows.Row;
import org.ssprprefill.feed.JoinedRows.Settled;

import static org.assertj.core.api.Assertions.assertThat;

/** Values are letters here: the rule only asks whether they are equal. */
class JoinedRowsTests {

	private static final Problem MISMATCH = new Problem("", RowProblem.COLUMNS_MISMATCH);

	/**
	 * Rows are separated by slashes, each with its mobile number, office number and
	 * address; a dash is an empty cell, an exclamation mark a number that is none.
	 */
	private static List<Row<String>> rows(String text) {
		List<Row<String>> rows = new ArrayList<>();
		for (String cells : text.split("/")) {
			Map<MethodKind, String> values = new EnumMap<>(MethodKind.class);
			List<Problem> problems = new ArrayList<>();
			List<MethodKind> kinds = List.of(MethodKind.MOBILE, MethodKind.OFFICE, MethodKind.EMAIL);
			for (int place = 0; place < kinds.size(); place++) {
				String cell = cells.strip().substring(place, place + 1);
				if (cell.equals("!")) {
					problems.add(new Problem("Column", RowProblem.PHONE_INVALID));
				}
				else if (!cell.equals("-")) {
					values.put(kinds.get(place), cell);
				}
			}
			rows.add(new Row<>("hr.csv", rows.size() + 2L, values, Map.of(), problems));
		}
		return rows;
	}

	private static String told(List<Settled<String>> settled) {
		return String.join(" / ",
				settled.stream()
					.map((row) -> (row.stands() ? "stands " + String.join("", row.values().values()) : words(row)))
					.toList());
	}

	private static String words(Settled<String> row) {
		return String.join("+", row.problems().stream().map((problem) -> problem.problem().word()).toList());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			a-b             | stands ab
			a-- / a--       | stands a / duplicate-row
			a-b / ---       | stands ab / duplicate-row
			--- / a-b       | stands ab / duplicate-row
			a-- / --b       | stands ab / duplicate-row
			a-- / -b- / --c | stands abc / duplicate-row / duplicate-row
			a-- / b--       | conflicting-rows / conflicting-rows
			a-c / b--       | conflicting-rows / conflicting-rows
			a-- / --b / c-- | conflicting-rows / conflicting-rows / conflicting-rows
			!-- / a--       | phone-invalid / stands a
			a-- / !--       | stands a / phone-invalid
			!-b / a--       | stands ab / duplicate-row
			--- / ---       | stands  / duplicate-row
			""")
	void joinsRowsUnlessTwoValuesContradict(String rows, String expected) {
		assertThat(told(JoinedRows.join(rows(rows)))).isEqualTo(expected.strip());
	}

	@Test
	void leavesRowsOutThatAreWrongAsAWhole() {
		Row<String> broken = new Row<>("hr.csv", 2, Map.of(), Map.of(), List.of(MISMATCH));
		Row<String> good = rows("a--").get(0);
		assertThat(told(JoinedRows.join(List.of(broken, good)))).isEqualTo("columns-mismatch / stands a");
	}

	@Test
	void namesThePlacesOfAllRowsThatContradictEachOther() {
		Row<String> first = rows("a--").get(0);
		Row<String> second = new Row<>("my hr.csv", 7, Map.of(MethodKind.MOBILE, "b"), Map.of(), List.of());
		assertThat(JoinedRows.join(List.of(first, second))).extracting((row) -> row.problems().get(0).detail())
			.containsOnly("2 hr.csv\n7 my hr.csv");
	}

	@Test
	void takesSharedValuesOutBeforeItJoins() {
		Row<String> shared = new Row<>("hr.csv", 2, Map.of(MethodKind.MOBILE, "a"), Map.of(MethodKind.MOBILE, "Mobiel"),
				List.of());
		List<Settled<String>> settled = JoinedRows.join(List.of(shared, rows("--b").get(0)));
		assertThat(told(settled)).isEqualTo("phone-shared / stands b");
		assertThat(settled.get(0).problems()).containsExactly(new Problem("Mobiel", RowProblem.PHONE_SHARED));
	}

}
