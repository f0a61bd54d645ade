package org.ssprprefill.ledger;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/** Settlements as updates of the table {@code change}. */
final class SettledRows {

	private static final String UPDATE = "update change set state = ?, status = ?, code = ?, settled_at = now()"
			+ " where id = ? and state in ('PLANNED', 'SENT', 'ANSWERED')";

	/** A refusal that changed nothing (phoneNumberNotUnique) is told all the same. */
	private static final String CONFIRM = "update change set state = 'CONFIRMED', settled_at = now(), status = case when"
			+ " status between 400 and 499 then status end where id = ? and state in ('PLANNED', 'SENT', 'ANSWERED')";

	private static final int[] TYPES = { Types.VARCHAR, Types.INTEGER, Types.VARCHAR, Types.BIGINT };

	private SettledRows() {
	}

	/** Updates; the first end of a change stays. Answers which changes moved. */
	static List<Long> update(JdbcTemplate jdbc, List<Settlement> settlements) {
		List<Object[]> rows = new ArrayList<>();
		for (Settlement settlement : settlements) {
			rows.add(new Object[] { settlement.state().name(),
					settlement.status().isPresent() ? settlement.status().getAsInt() : null, settlement.code(),
					settlement.change() });
		}
		return moved(settlements.stream().map(Settlement::change).toList(), jdbc.batchUpdate(UPDATE, rows, TYPES));
	}

	/** Updates to confirmed. Answers which changes moved. */
	static List<Long> confirm(JdbcTemplate jdbc, Collection<Long> changes) {
		return moved(List.copyOf(changes),
				jdbc.batchUpdate(CONFIRM, changes.stream().map((id) -> new Object[] { id }).toList()));
	}

	private static List<Long> moved(List<Long> changes, int[] updated) {
		List<Long> moved = new ArrayList<>();
		for (int index = 0; index < updated.length; index++) {
			if (updated[index] > 0) {
				moved.add(changes.get(index));
			}
		}
		return moved;
	}

}
