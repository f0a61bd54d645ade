package org.ssprprefill.doctor;

import java.util.ArrayList;
import java.util.List;

import org.ssprprefill.message.Message;
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
				Message found = column.kind().isPhone() ? Message.of("part.addresses") : Message.of("part.numbers");
				checks.add(of(Subject.FEED_COLUMN_KIND, column,
						Message.of("check.column.kind", column.foreign(), column.given(), kind, found),
						Message.of("check.column.kind.next")));
			}
			before.stream()
				.filter((earlier) -> earlier.kind() == column.kind() && column.isSuddenlyEmpty(earlier))
				.forEach((earlier) -> checks.add(of(Subject.FEED_COLUMN_EMPTY, column,
						Message.of("check.column.empty", kind, column.given(), column.rows(), earlier.given(),
								earlier.rows()),
						Message.of("check.column.empty.next").then("check.column.empty.release"))));
		}
		return List.copyOf(checks);
	}

	private static Check of(Subject subject, ColumnFill column, Message detail, Message remedy) {
		return Checks.fail(subject, detail, remedy).of(subject.id() + "-" + column.kind().word());
	}

}
