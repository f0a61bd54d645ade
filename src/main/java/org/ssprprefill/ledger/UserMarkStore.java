package org.ssprprefill.ledger;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Where reading the users of each tenant ended. */
public final class UserMarkStore {

	/**
	 * Not everything that decides about a person need be told as a change of the user, so
	 * all users are read once a week.
	 */
	private static final Duration LONGEST = Duration.ofDays(7);

	private final JdbcClient jdbc;

	UserMarkStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The mark from which changes may be read.
	 * @param tenant the tenant's key
	 * @param basis what the stored users were judged by; a mark with another one is of no
	 * use
	 * @param now the time
	 * @return the mark, unless all users were last read a week ago
	 */
	public Optional<String> find(String tenant, String basis, Instant now) {
		return this.jdbc
			.sql("select mark from sspr_prefill.user_mark where tenant = ? and basis = ? and full_read_at > ?")
			.params(tenant, basis, Timestamp.from(now.minus(LONGEST)))
			.query(String.class)
			.optional();
	}

	/**
	 * Keeps a mark. All users it stands for must be stored by now.
	 * @param tenant the tenant's key
	 * @param basis what the users were judged by
	 * @param mark the mark
	 * @param now the time, which counts if all users were read
	 */
	public void keep(String tenant, String basis, String mark, Instant now) {
		// A full reading forgot the mark first, so whatever is there still dates from it
		this.jdbc
			.sql("insert into sspr_prefill.user_mark (tenant, mark, basis, full_read_at) values (?, ?, ?, ?)"
					+ " on conflict (tenant) do update set mark = excluded.mark, basis = excluded.basis")
			.params(tenant, mark, basis, Timestamp.from(now))
			.update();
	}

}
