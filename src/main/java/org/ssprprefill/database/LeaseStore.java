package org.ssprprefill.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows that say who may write to a tenant. Every statement is a transaction of its
 * own, and only the database's clock counts.
 */
final class LeaseStore {

	/** A server that does not answer must not keep the holder from its next attempt. */
	private static final int ANSWER_MILLIS = 8_000;

	private static final String TAKE = """
			insert into sspr_prefill.tenant_lease as l
				(tenant, fence, host, process, place, since, renewed_at, expires_at)
			values (?, 1, ?, ?, ?, now(), now(), clock_timestamp() + ? * interval '1 millisecond')
			on conflict (tenant) do update set fence = l.fence + 1, run = null, host = excluded.host,
				process = excluded.process, place = excluded.place, since = now(), renewed_at = now(),
				expires_at = excluded.expires_at
			where l.expires_at is null or l.expires_at < clock_timestamp() or l.place = excluded.place
			returning fence
			""";

	private static final String RENEW = """
			update sspr_prefill.tenant_lease set renewed_at = now(),
				expires_at = clock_timestamp() + ? * interval '1 millisecond'
			where tenant = ? and fence = ? and expires_at is not null
			""";

	private static final String CHECK = """
			select 1 from sspr_prefill.tenant_lease where tenant = ? and fence = ? and expires_at is not null for share
			""";

	private static final String END_OVERDUE = """
			update sspr_prefill.tenant_lease set fence = fence + 1, expires_at = null
			where tenant = ? and expires_at < clock_timestamp()
			""";

	private static final String HOLDER = """
			select concat(case when r.id is null then 'a run' else concat('run ', r.id, ' of job ', r.job, ' (', r.mode, ')')
				end, ', since ', to_char(l.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
				', process ', l.process, ' on ', l.host)
			from sspr_prefill.tenant_lease l left join sspr_prefill.run r on r.id = l.run where l.tenant = ?
			""";

	private final DataSource database;

	private final JdbcTemplate jdbc;

	private final String tenant;

	LeaseStore(DataSource database, String tenant) {
		this.database = database;
		this.jdbc = new JdbcTemplate(database);
		this.tenant = tenant;
	}

	/**
	 * Takes the lease if it is free, has run out, or was held at the same place, which
	 * its holder has left.
	 * @return the fence, or nothing if another run holds the lease
	 */
	OptionalLong take(String host, String place, Duration term) {
		List<Long> fence = this.jdbc.queryForList(TAKE, Long.class, this.tenant, host, ProcessHandle.current().pid(),
				place, term.toMillis());
		return fence.isEmpty() ? OptionalLong.empty() : OptionalLong.of(fence.get(0));
	}

	/** Renews, and answers whether the lease was still this holder's. */
	boolean renew(long fence, Duration term) throws SQLException {
		try (Connection connection = this.database.getConnection()) {
			connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
			try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
				statement.setLong(1, term.toMillis());
				statement.setString(2, this.tenant);
				statement.setLong(3, fence);
				return statement.executeUpdate() == 1;
			}
		}
	}

	/**
	 * Whether the lease is this holder's, and stays so until the caller's transaction
	 * ends.
	 */
	static boolean holds(JdbcTemplate transaction, String tenant, long fence) {
		return !transaction.queryForList(CHECK, Integer.class, tenant, fence).isEmpty();
	}

	void names(long fence, String run) {
		this.jdbc.update("update sspr_prefill.tenant_lease set run = ? where tenant = ? and fence = ?", run,
				this.tenant, fence);
	}

	void release(long fence) {
		this.jdbc.update("update sspr_prefill.tenant_lease set expires_at = null where tenant = ? and fence = ?",
				this.tenant, fence);
	}

	/**
	 * Ends a lease that has run out, so that its holder cannot renew it.
	 * @throws TenantBusyException if one that has not run out is held
	 */
	void requireFree() {
		this.jdbc.update(END_OVERDUE, this.tenant);
		if (!this.jdbc
			.queryForList("select 1 from sspr_prefill.tenant_lease where tenant = ? and expires_at is not null",
					Integer.class, this.tenant)
			.isEmpty()) {
			throw new TenantBusyException(holder());
		}
	}

	/** Who holds the lease, in words. */
	String holder() {
		return this.jdbc.queryForList(HOLDER, String.class, this.tenant).stream().findFirst().orElse("a run");
	}

}
