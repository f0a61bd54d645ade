package org.ssprprefill.ledger;

import java.util.Collection;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which registered values are ours, and which an undo took back, so that no later run
 * registers them again. Works in the transaction of its caller.
 */
final class WrittenMethods {

	/**
	 * An addition that was refused and is there all the same may have been the person's
	 * own before the report showed it. Only of a mobile whose number is taken for SMS
	 * sign-in is it known that a refusal may come with the number stored; how a second
	 * mobile is refused is not documented, and may be by 409 as well.
	 */
	private static final String FOUND = "(reason = 'NOT_REGISTERED' and coalesce(status, 0) between 400 and 499"
			+ " and not (status = 409 and kind = 'mobile' and coalesce(code, '') = 'phoneNumberNotUnique'))";

	private static final String OURS = """
			ours as (insert into sspr_prefill.written_method (tenant, object_id, kind, value, confirmed_at, change, run, reason,
			fingerprint) select tenant, object_id, kind, value, now(), id, run, reason, fingerprint from confirmed
			where reason in ('NOT_REGISTERED', 'OWN_VALUE_CHANGED', 'REPLACE_CONFIGURED', 'OWN_VALUE_PUT_BACK')
			and not found
			on conflict (tenant, object_id, kind) do update set value = excluded.value,
			confirmed_at = excluded.confirmed_at, change = excluded.change, run = excluded.run, reason = excluded.reason,
			fingerprint = excluded.fingerprint)
			""";

	/** What was found in the way of an addition is not added again by every run. */
	private static final String SEEN = """
			seen as (insert into sspr_prefill.seen_method (tenant, object_id, kind, seen_at)
			select tenant, object_id, kind, now() from confirmed where found
			on conflict (tenant, object_id, kind) do update set seen_at = excluded.seen_at)
			""";

	private static final String NOT_OURS_ANY_MORE = """
			not_ours as (delete from sspr_prefill.written_method w using confirmed c
			where c.reason in ('ADDITION_TAKEN_BACK', 'REPLACED_VALUE_PUT_BACK')
			and w.tenant = c.tenant and w.object_id = c.object_id and w.kind = c.kind)
			""";

	private static final String TAKEN_BACK = """
			taken as (insert into sspr_prefill.taken_back (tenant, object_id, kind, value, taken_at, change, run, reason)
			select tenant, object_id, kind, previous, now(), id, run, reason from confirmed
			where reason in ('ADDITION_TAKEN_BACK', 'OWN_VALUE_PUT_BACK', 'REPLACED_VALUE_PUT_BACK')
			on conflict (tenant, object_id, kind) do update set value = excluded.value, taken_at = excluded.taken_at,
			change = excluded.change, run = excluded.run, reason = excluded.reason)
			""";

	private static final String WRITTEN_AGAIN = """
			delete from sspr_prefill.taken_back b using confirmed c
			where c.reason in ('NOT_REGISTERED', 'OWN_VALUE_CHANGED', 'REPLACE_CONFIGURED')
			and b.tenant = c.tenant and b.object_id = c.object_id and b.kind = c.kind
			""";

	/** One statement, because each costs an exchange with the server. */
	private static final String CONSEQUENCES = "with confirmed as (select *, " + FOUND
			+ " found from sspr_prefill.change" + " where id = any(?::bigint[]) and state = 'CONFIRMED'), "
			+ String.join(", ", OURS, SEEN, NOT_OURS_ANY_MORE, TAKEN_BACK) + WRITTEN_AGAIN;

	private final JdbcTemplate jdbc;

	WrittenMethods(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** Draws the consequences of changes that were confirmed. */
	void confirmed(Collection<Long> changes) {
		this.jdbc.update(CONSEQUENCES, (Object) changes.toArray(Long[]::new));
	}

}
