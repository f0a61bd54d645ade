package org.ssprprefill.doctor;

import java.util.ArrayList;
import java.util.List;

import org.ssprprefill.plan.ColumnFill;

/** Finds columns of a feed that cannot be what they were, or what they should be. */
public final class ColumnChecks {

	private ColumnChecks() {
	}

	/**
	 * Compares the columns of a feed with those of the last accepted one.
	 * @param now the columns
	 * @param before the columns of the last accepted feed; empty where there was none
	 * @return failures that hold the run; nothing where all is well
	 */
	public static List<Check> of(List<ColumnFill> now, List<ColumnFill> before) {
		List<Check> checks = new ArrayList<>();
		for (ColumnFill column : now) {
			String kind = column.kind().word();
			if (column.holdsAnotherKind()) {
				String found = column.kind().isPhone() ? "e-mail addresses" : "telephone numbers";
				checks.add(of(Subject.FEED_COLUMN_KIND, column,
						column.foreign() + " of the " + column.given() + " values in the column for " + kind + " are "
								+ found + ".",
						"Ask HR whether columns were mixed up in the export, or correct feed.columns."));
			}
			before.stream()
				.filter((earlier) -> earlier.kind() == column.kind() && column.isSuddenlyEmpty(earlier))
				.forEach((earlier) -> checks.add(of(Subject.FEED_COLUMN_EMPTY, column,
						"The column for " + kind + " has values in " + column.given() + " of " + column.rows()
								+ " rows; in the last accepted feed it had them in " + earlier.given() + " of "
								+ earlier.rows() + ".",
						"Ask HR whether the export lost a column. If it is right, release the plan.")));
		}
		return List.copyOf(checks);
	}

	private static Check of(Subject subject, ColumnFill column, String detail, String remedy) {
		return Checks.fail(subject, detail, remedy).of(subject.id() + "-" + column.kind().word());
	}

}
