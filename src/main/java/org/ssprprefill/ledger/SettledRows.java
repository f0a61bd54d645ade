package org.ssprprefill.ledger;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/** Settlements as updates of the table {@code change}. */
final class SettledRows {

	private static final String UPDATE = "update change set state = ?, status = ?, code = ?, settled_at = now()"
			+ " where id = ? and state in ('PLANNED', 'SENT', 'ANSWERED')";

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
		int[] updated = jdbc.batchUpdate(UPDATE, rows, TYPES);
		List<Long> moved = new ArrayList<>();
		for (int index = 0; index < updated.length; index++) {
			if (updated[index] > 0) {
				moved.add(settlements.get(index).change());
			}
		}
		return moved;
	}

}
