package org.ssprprefill.ledger;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/** Settlements as updates of the table {@code change}. */
final class SettledRows {

	private static final String UPDATE = "update change c set state = s.state, status = s.status, code = s.code,"
			+ " settled_at = now() from unnest(?::bigint[], ?::text[], ?::integer[], ?::text[])"
			+ " s (id, state, status, code) where c.id = s.id and c.state in ('PLANNED', 'SENT', 'ANSWERED')"
			+ " returning c.id";

	/** A refusal that changed nothing (phoneNumberNotUnique) is told all the same. */
	private static final String CONFIRM = "update change set state = 'CONFIRMED', settled_at = now(), status = case when"
			+ " status between 400 and 499 then status end where id = any(?::bigint[])"
			+ " and state in ('PLANNED', 'SENT', 'ANSWERED') returning id";

	private SettledRows() {
	}

	/** Updates; the first end of a change stays. Answers which changes moved. */
	static List<Long> update(JdbcTemplate jdbc, Collection<Settlement> settlements) {
		List<Settlement> all = List.copyOf(settlements);
		Long[] changes = new Long[all.size()];
		String[] states = new String[changes.length];
		Integer[] statuses = new Integer[changes.length];
		String[] codes = new String[changes.length];
		for (int row = 0; row < changes.length; row++) {
			Settlement one = all.get(row);
			changes[row] = one.change();
			states[row] = one.state().name();
			statuses[row] = one.status().isPresent() ? one.status().getAsInt() : null;
			codes[row] = one.code();
		}
		return jdbc.queryForList(UPDATE, Long.class, changes, states, statuses, codes);
	}

	/** Updates to confirmed. Answers which changes moved. */
	static List<Long> confirm(JdbcTemplate jdbc, Collection<Long> changes) {
		return jdbc.queryForList(CONFIRM, Long.class, (Object) changes.toArray(Long[]::new));
	}

}
