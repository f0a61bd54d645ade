package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;

/**
 * What the rows of one person are worth together: the one rule for a run, which compares
 * values, and for {@code check}, which compares what stands for them.
 */
public final class JoinedRows {

	/** Another row stands for the person, and this one is joined to it. */
	public static final HrRow.Problem DUPLICATE = new HrRow.Problem("", RowProblem.DUPLICATE_ROW);

	/** More places than that help no reader. */
	private static final int PLACES = 10;

	private JoinedRows() {
	}

	/**
	 * A row before it meets the others of its person.
	 *
	 * @param <V> the values, or what stands for them
	 * @param file the file's name
	 * @param line its line
	 * @param values its values by method
	 * @param shared the methods whose value more people share than allowed, each with
	 * HR's own header of its column
	 * @param problems its own problems
	 */
	public record Row<V>(String file, long line, Map<MethodKind, V> values, Map<MethodKind, String> shared,
			List<HrRow.Problem> problems) {

		/** What is wrong as a whole contradicts nothing. */
		private boolean isAccepted() {
			return HrRow.accepted(!this.values.isEmpty(), this.problems);
		}

	}

	/**
	 * A row that met the others.
	 *
	 * @param <V> the values, or what stands for them
	 * @param values what is left of its values; those of all rows where it stands for the
	 * person
	 * @param problems every problem
	 * @param stands whether it stands for the person: the first accepted row, unless rows
	 * contradict each other
	 */
	public record Settled<V>(Map<MethodKind, V> values, List<HrRow.Problem> problems, boolean stands) {

		private boolean isAccepted() {
			return HrRow.accepted(!this.values.isEmpty(), this.problems);
		}

	}

	/**
	 * Joins the rows of one person. An empty cell contradicts nothing; two values for one
	 * method do, and it cannot be told which is right: then all rows are rejected. Values
	 * that too many people share are taken out.
	 * @param <V> the values, or what stands for them
	 * @param rowsOfOnePerson the rows, in the order of the feed
	 * @return one a row, in the same order
	 */
	public static <V> List<Settled<V>> join(List<Row<V>> rowsOfOnePerson) {
		List<Row<V>> parties = rowsOfOnePerson.stream().filter(Row::isAccepted).toList();
		boolean contradiction = contradict(parties);
		HrRow.Problem conflict = new HrRow.Problem("", RowProblem.CONFLICTING_ROWS, false, 1, places(parties));
		List<Settled<V>> settled = new ArrayList<>();
		Map<MethodKind, V> all = new EnumMap<>(MethodKind.class);
		for (Row<V> row : rowsOfOnePerson) {
			Settled<V> one = withoutShared(row);
			if (row.isAccepted()) {
				one.values().forEach(all::putIfAbsent);
				one = contradiction ? with(one, conflict) : one;
			}
			settled.add(one);
		}
		return contradiction ? settled : standing(settled, all);
	}

	private static <V> boolean contradict(List<Row<V>> parties) {
		if (parties.size() > 1) {
			for (MethodKind kind : MethodKind.values()) {
				Set<V> different = new HashSet<>();
				parties.stream()
					.filter((row) -> row.values().containsKey(kind))
					.forEach((row) -> different.add(row.values().get(kind)));
				if (different.size() > 1) {
					return true;
				}
			}
		}
		return false;
	}

	private static <V> Settled<V> withoutShared(Row<V> row) {
		if (row.shared().isEmpty()) {
			return new Settled<>(row.values(), row.problems(), false);
		}
		Map<MethodKind, V> values = new EnumMap<>(MethodKind.class);
		values.putAll(row.values());
		List<HrRow.Problem> problems = row.problems();
		for (Map.Entry<MethodKind, String> shared : row.shared().entrySet()) {
			RowProblem problem = shared.getKey().isPhone() ? RowProblem.PHONE_SHARED : RowProblem.EMAIL_SHARED;
			values.remove(shared.getKey());
			problems = HrRow.joined(problems, new HrRow.Problem(shared.getValue(), problem));
		}
		return new Settled<>(values, problems, false);
	}

	private static <V> Settled<V> with(Settled<V> row, HrRow.Problem problem) {
		return new Settled<>(row.values(), HrRow.joined(row.problems(), problem), false);
	}

	/** The first accepted row stands for the person, with the values of all. */
	private static <V> List<Settled<V>> standing(List<Settled<V>> rows, Map<MethodKind, V> all) {
		List<Settled<V>> joined = new ArrayList<>();
		boolean stands = false;
		for (Settled<V> row : rows) {
			if (!row.isAccepted()) {
				joined.add(row);
			}
			else if (stands) {
				joined.add(with(row, DUPLICATE));
			}
			else {
				joined.add(new Settled<>(all, row.problems(), true));
				stands = true;
			}
		}
		return joined;
	}

	private static String places(List<? extends Row<?>> rows) {
		return String.join("\n", rows.stream().limit(PLACES).map((row) -> row.line() + " " + row.file()).toList());
	}

}
