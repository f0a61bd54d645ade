package org.ssprprefill.fleet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ssprprefill.database.FleetServer;

/**
 * The nights of one fleet: the truth, of which the scheduler's rows are only the part
 * that is to be done. Both change in one transaction.
 */
public final class NightStore {

	private static final String TASK_ROWS = """
			insert into sspr_prefill.scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
			select ?, n.night || '/' || n.tenant, n.planned_at, false, 1,
				least(32000, coalesce((select extract(epoch from b.ended_at - b.started_at)::int from sspr_prefill.tenant_night b
					where b.fleet = n.fleet and b.tenant = n.tenant and b.night < n.night
						and b.ended_at is not null and b.started_at is not null order by b.night desc limit 1), 0))
			from sspr_prefill.tenant_night n
			where n.fleet = ? and n.ended_at is null
			order by n.tenant, n.night
			on conflict (task_name, task_instance) do nothing
			""";

	private static final String END = """
			update sspr_prefill.tenant_night set ended_at = ?, attempts = attempts + ?, exit_code = ?, outcome = ?, run = coalesce(?, run),
				reason = ?, report = ?, figures = ?::jsonb
			where fleet = ? and night = ? and tenant = ? and ended_at is null
			""";

	private final String fleet;

	private final DataSource database;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	/**
	 * Opens the nights of a fleet.
	 * @param fleet the fleet's name
	 * @param server the fleet's database, with its tables
	 */
	public NightStore(String fleet, FleetServer server) {
		this.fleet = fleet;
		this.database = new TransactionAwareDataSourceProxy(server.dataSource());
		this.jdbc = new JdbcTemplate(this.database);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(server.dataSource()));
	}

	/** Connections that join the transaction of {@link #together}. */
	DataSource database() {
		return this.database;
	}

	/**
	 * What the scheduler knows the fleet's nights by; another version's it leaves alone.
	 */
	String task() {
		return "tenant-night-1@" + this.fleet;
	}

	void together(Runnable work) {
		this.transaction.executeWithoutResult((status) -> work.run());
	}

	/** Adds nights that are not there, and returns how many. */
	int plan(Collection<TenantNight> nights) {
		int[] added = this.jdbc.batchUpdate("""
				insert into sspr_prefill.tenant_night (fleet, night, tenant, name, planned_at, until_at)
				values (?, ?, ?, ?, ?, ?) on conflict (fleet, night, tenant) do nothing
				""",
				nights.stream()
					.map((night) -> new Object[] { this.fleet, night.key().night(), night.key().tenant(), night.name(),
							Timestamp.from(night.plannedAt()), Timestamp.from(night.untilAt()) })
					.toList());
		queue();
		return Arrays.stream(added).sum();
	}

	/** Lets the scheduler know of every night that has not ended. */
	void queue() {
		this.jdbc.update(TASK_ROWS, task(), this.fleet);
	}

	private int number(String sql, Object... arguments) {
		return Optional.ofNullable(this.jdbc.queryForObject(sql, Integer.class, arguments)).orElse(0);
	}

	Optional<TenantNight> find(NightKey key) {
		return this.jdbc
			.query("select * from sspr_prefill.tenant_night where fleet = ? and night = ? and tenant = ?",
					NightStore::map, this.fleet, key.night(), key.tenant())
			.stream()
			.findFirst();
	}

	/**
	 * The nights of one date.
	 * @param night the date
	 * @return a night a tenant, as far as they were planned
	 */
	public List<TenantNight> of(LocalDate night) {
		return this.jdbc.query("select * from sspr_prefill.tenant_night where fleet = ? and night = ?", NightStore::map,
				this.fleet, night);
	}

	/**
	 * The newest night of each tenant.
	 * @return at most one a tenant
	 */
	public List<TenantNight> newest() {
		return this.jdbc.query("""
				select distinct on (tenant) * from sspr_prefill.tenant_night where fleet = ? and planned_at <= now()
				order by tenant, night desc
				""", NightStore::map, this.fleet);
	}

	/** How many nights are due and have not ended. */
	int open(Instant now) {
		return number(
				"select count(*) from sspr_prefill.tenant_night where fleet = ? and ended_at is null and planned_at <= ?",
				this.fleet, Timestamp.from(now));
	}

	/**
	 * How many nights of any fleet a living worker has in work.
	 * @return a count
	 */
	public int inWork() {
		return number(
				"""
						select count(*) from sspr_prefill.scheduled_tasks where picked and last_heartbeat > now() - interval '2 minutes'
						""");
	}

	void begun(NightKey key, String worker, Instant now) {
		this.jdbc.update(
				"""
						update sspr_prefill.tenant_night set worker = ?, started_at = coalesce(started_at, ?), outcome = 'running'
						where fleet = ? and night = ? and tenant = ? and ended_at is null
						""",
				worker, Timestamp.from(now), this.fleet, key.night(), key.tenant());
	}

	/** Notes how it stands; the night has ended for good where an end is given. */
	void note(NightKey key, NightEnd end, NightOutcome outcome, int attempts, Optional<Instant> ended) {
		this.jdbc.update(END, ended.map(Timestamp::from).orElse(null), attempts, end.exitCode(), outcome.word(),
				end.run().orElse(null), end.reason().orElse(null), end.report().orElse(null),
				end.figures().orElse(null), this.fleet, key.night(), key.tenant());
	}

	/**
	 * Notes what became of a night whose run was held by a limit, and then released.
	 * @param tenant the id of the tenant's entry
	 * @param held the run that was held
	 * @param end how the run that applied its plan ended; one that failed changes nothing
	 */
	public void released(String tenant, String held, NightEnd end) {
		if (NightOutcome.of(end.exitCode()).countsAsFailure()) {
			return;
		}
		this.jdbc.update(
				"""
						update sspr_prefill.tenant_night set exit_code = ?, outcome = ?, run = ?, reason = ?, report = ?, figures = ?::jsonb
						where fleet = ? and tenant = ? and run = ? and outcome = 'held'
						""",
				end.exitCode(), NightOutcome.of(end.exitCode()).word(), end.run().orElse(held),
				end.reason().orElse(null), end.report().orElse(null), end.figures().orElse(null), this.fleet, tenant,
				held);
	}

	/** Counts a worker's death, and returns how many there were. */
	int died(NightKey key) {
		return this.jdbc.queryForList("""
				update sspr_prefill.tenant_night set deaths = deaths + 1, outcome = 'waiting'
				where fleet = ? and night = ? and tenant = ? and ended_at is null returning deaths
				""", Integer.class, this.fleet, key.night(), key.tenant()).stream().findFirst().orElse(0);
	}

	/** Makes a night that has ended one to be done again. */
	void again(NightKey key, Instant until) {
		this.jdbc.update(
				"""
						update sspr_prefill.tenant_night set ended_at = null, started_at = null, outcome = null, exit_code = null, attempts = 0,
							deaths = 0, reason = null, figures = null, report = null, run = null, planned_at = now(), until_at = greatest(until_at, ?)
						where fleet = ? and night = ? and tenant = ? and ended_at is not null
						""",
				Timestamp.from(until), this.fleet, key.night(), key.tenant());
		queue();
	}

	/**
	 * Whether people are to be told of a night now, which is once.
	 * @param night the night's date
	 * @return {@code true} the first time it is asked
	 */
	public boolean mayTell(LocalDate night) {
		return this.jdbc.update("insert into sspr_prefill.fleet_notice values (?, ?, now()) on conflict do nothing",
				this.fleet, night) == 1;
	}

	/** The database's clock. */
	Instant now() {
		Timestamp now = this.jdbc.queryForObject("select clock_timestamp()", Timestamp.class);
		return Optional.ofNullable(now).map(Timestamp::toInstant).orElseThrow();
	}

	private static TenantNight map(ResultSet row, int number) throws SQLException {
		int exitCode = row.getInt("exit_code");
		OptionalInt exit = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(exitCode);
		String outcome = row.getString("outcome");
		return new TenantNight(new NightKey(row.getObject("night", LocalDate.class), row.getString("tenant")),
				row.getString("name"), row.getTimestamp("planned_at").toInstant(),
				row.getTimestamp("until_at").toInstant(), row.getInt("attempts"), row.getInt("deaths"),
				text(row, "worker"), text(row, "run"), time(row, "started_at"), time(row, "ended_at"), exit,
				(outcome != null) ? NightOutcome.of(outcome) : NightOutcome.WAITING, text(row, "reason"),
				text(row, "report"), text(row, "figures"));
	}

	private static Optional<String> text(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getString(column));
	}

	private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
	}

}
