package org.ssprprefill.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.database.LedgerException;

/** Changes on their way as updates of the table {@code change}. */
final class SentRows {

	private static final String UPDATE = "update sspr_prefill.change c set state = 'SENT', client_request_id = s.request,"
			+ " attempts = c.attempts + 1, sent_at = now() from unnest(?::bigint[], ?::text[]) s (id, request)"
			+ " where c.id = s.id and case when c.state in ('PLANNED', 'SENT') then true else false end returning "
			+ ChangeTransition.COLUMNS;

	private static final String TAKE_BACK = "update sspr_prefill.change c set attempts = c.attempts - 1,"
			+ " state = case when c.attempts > 1 then 'SENT' else 'PLANNED' end,"
			+ " client_request_id = case when c.attempts > 1 then c.client_request_id end,"
			+ " sent_at = case when c.attempts > 1 then c.sent_at end where c.id = any(?::bigint[])"
			+ " and case when c.state = 'SENT' then true else false end returning " + ChangeTransition.COLUMNS;

	private SentRows() {
	}

	/** Updates all, or refuses because one of them has ended already. */
	static List<ChangeTransition> update(JdbcTemplate jdbc, Map<Long, String> requestIds) {
		Long[] changes = requestIds.keySet().toArray(Long[]::new);
		String[] requests = requestIds.values().toArray(String[]::new);
		List<ChangeTransition> moved = jdbc.query(UPDATE, ChangeTransition::of, changes, requests);
		if (moved.size() != changes.length) {
			throw new LedgerException("A change that has already ended was about to be sent again.");
		}
		return moved;
	}

	/** As if they had never been about to be sent this time. */
	static List<ChangeTransition> takeBack(JdbcTemplate jdbc, Collection<Long> changes) {
		return jdbc.query(TAKE_BACK, ChangeTransition::of, (Object) changes.toArray(Long[]::new));
	}

}
