package org.ssprprefill.ledger;

import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;

/** Settlements as updates of the table {@code change}. */
final class SettledRows {

	private static final String UPDATE = "update sspr_prefill.change c set state = s.state, status = s.status, code = s.code,"
			+ " settled_at = now() from unnest(?::bigint[], ?::text[], ?::integer[], ?::text[])"
			+ " s (id, state, status, code) where c.id = s.id"
			+ " and case when c.state in ('PLANNED', 'SENT', 'ANSWERED') then true else false end" + " returning "
			+ ChangeTransition.COLUMNS;

	/** A refusal that changed nothing (phoneNumberNotUnique) is told all the same. */
	private static final String CONFIRM = "update sspr_prefill.change c set state = 'CONFIRMED', settled_at = now(),"
			+ " status = case when c.status between 400 and 499 then c.status end where c.id = any(?::bigint[])"
			+ " and case when c.state in ('PLANNED', 'SENT', 'ANSWERED') then true else false end returning "
			+ ChangeTransition.COLUMNS;

	private SettledRows() {
	}

	/** Updates; the first end of a change stays. Answers which changes moved. */
	static List<ChangeTransition> update(JdbcTemplate jdbc, Collection<Settlement> settlements) {
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
		return jdbc.query(UPDATE, ChangeTransition::of, changes, states, statuses, codes);
	}

	/** Updates to confirmed. Answers which changes moved. */
	static List<ChangeTransition> confirm(JdbcTemplate jdbc, Collection<Long> changes) {
		return jdbc.query(CONFIRM, ChangeTransition::of, (Object) changes.toArray(Long[]::new));
	}

}
