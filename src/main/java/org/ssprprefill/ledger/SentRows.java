package org.ssprprefill.ledger;

import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

/** Changes on their way as updates of the table {@code change}. */
final class SentRows {

	private static final String UPDATE = "update change set state = 'SENT', client_request_id = ?,"
			+ " attempts = attempts + 1, sent_at = now() where id = ? and state in ('PLANNED', 'SENT')";

	private SentRows() {
	}

	/** Updates all, or refuses because one of them has ended already. */
	static void update(JdbcTemplate jdbc, Map<Long, String> requestIds) {
		int[] updated = jdbc.batchUpdate(UPDATE,
				requestIds.entrySet()
					.stream()
					.map((entry) -> new Object[] { entry.getValue(), entry.getKey() })
					.toList());
		for (int count : updated) {
			if (count != 1) {
				throw new LedgerException("A change that has already ended was about to be sent again.");
			}
		}
	}

}
