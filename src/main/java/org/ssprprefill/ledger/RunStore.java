package org.ssprprefill.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

/** The runs: when they began, how they ended, and the facts that later steps need. */
public final class RunStore {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final RunAudit audit;

	RunStore(JdbcClient jdbc, TransactionTemplate transaction, RunAudit audit) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.audit = audit;
	}

	/**
	 * Begins a run.
	 * @param run the run, not yet finished
	 */
	public void begin(RunRecord run) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc
				.sql("insert into sspr_prefill.run (id, job, mode, tenant, definition, concerns, started_at)"
						+ " values (?, ?, ?, ?, ?, nullif(?, ''), ?)")
				.params(run.id(), run.job(), run.mode().key(), run.tenant(), run.definition(),
						run.concerns().orElse(""), Timestamp.from(run.startedAt()))
				.update();
			this.audit.begun(run);
		});
	}

	/**
	 * Looks a run up.
	 * @param id its id
	 * @return the run
	 */
	public Optional<RunRecord> find(String id) {
		return this.jdbc.sql("select * from sspr_prefill.run where id = ?").param(id).query(RunStore::map).optional();
	}

	/**
	 * The runs of a job that were never finished, oldest first; probes are none of them.
	 * @param tenant the tenant's key
	 * @param job the job's name
	 * @return the runs
	 */
	public List<RunRecord> unfinished(String tenant, String job) {
		return this.jdbc.sql(
				"select * from sspr_prefill.run where tenant = ? and job = ? and finished_at is null and mode <> 'probe'"
						+ " order by started_at")
			.params(tenant, job)
			.query(RunStore::map)
			.list();
	}

	/**
	 * Past runs of a tenant's job, newest first; probes are none of them.
	 * @param tenant the tenant's key
	 * @param job the job's name
	 * @param limit how many at most
	 * @return the runs
	 */
	public List<RunRecord> history(String tenant, String job, int limit) {
		return this.jdbc
			.sql("select * from sspr_prefill.run where tenant = ? and job = ? and mode <> 'probe'"
					+ " order by started_at desc, id desc limit ?")
			.params(tenant, job, limit)
			.query(RunStore::map)
			.list();
	}

	/**
	 * The run that applied another run's plan, or began to.
	 * @param plan the run whose plan it is
	 * @return the newest such run
	 */
	public Optional<RunRecord> appliedBy(String plan) {
		return this.jdbc.sql(
				"select * from sspr_prefill.run where concerns = ? and mode = 'apply' order by started_at desc limit 1")
			.param(plan)
			.query(RunStore::map)
			.optional();
	}

	/**
	 * Sets one of the run's facts.
	 * @param run the run's id
	 * @param fact the fact
	 * @param value whether it holds
	 */
	public void note(String run, Fact fact, boolean value) {
		this.jdbc.sql("update sspr_prefill.run set " + fact.column + " = ? where id = ?").params(value, run).update();
	}

	/**
	 * Keeps the hash of the run's plan.
	 * @param run the run's id
	 * @param hash the hash
	 */
	public void planned(String run, String hash) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("update sspr_prefill.run set plan_hash = ? where id = ?").params(hash, run).update();
			this.audit.planned(run, hash);
		});
	}

	/**
	 * Says that the run's plan is being made anew: until it is whole, it has no hash.
	 * @param run the run's id
	 */
	public void plansAnew(String run) {
		this.jdbc.sql("update sspr_prefill.run set plan_hash = null where id = ?").params(run).update();
	}

	/**
	 * Records who released a held plan.
	 * @param run the held run's id
	 * @param who the operating system user and host
	 */
	public void released(String run, String who) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("update sspr_prefill.run set released_by = ?, released_at = now() where id = ?")
				.params(who, run)
				.update();
			this.audit.released(run, who);
		});
	}

	/**
	 * Ends a run for good.
	 * @param run the run's id
	 * @param outcome the outcome's word
	 * @param exitCode the exit code
	 * @param at when
	 */
	public void finish(String run, String outcome, int exitCode, Instant at) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("update sspr_prefill.run set outcome = ?, exit_code = ?, finished_at = ? where id = ?")
				.params(outcome, exitCode, Timestamp.from(at), run)
				.update();
			this.audit.ended(run);
		});
	}

	private static RunRecord map(ResultSet row, int number) throws SQLException {
		Integer exitCode = row.getObject("exit_code", Integer.class);
		return new RunRecord(row.getString("id"), row.getString("job"), RunMode.of(row.getString("mode")),
				row.getString("tenant"), row.getString("definition"), Optional.ofNullable(row.getString("concerns")),
				row.getTimestamp("started_at").toInstant(),
				Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant),
				Optional.ofNullable(row.getString("outcome")),
				(exitCode == null) ? OptionalInt.empty() : OptionalInt.of(exitCode), row.getBoolean("refused"),
				row.getBoolean("closed"), row.getBoolean("held"), row.getBoolean("writing"),
				row.getBoolean("roles_readable"), row.getBoolean("report_readable"),
				Optional.ofNullable(row.getString("plan_hash")));
	}

	/** The facts of a run that are yes or no. */
	public enum Fact {

		/** A check that guards writing failed. */
		REFUSED("refused"),

		/** The tenant could not be entered at all. */
		CLOSED("closed"),

		/** A limit holds the plan. */
		HELD("held"),

		/** The first write may have left. */
		WRITING("writing"),

		/** The administrators could be read. */
		ROLES_READABLE("roles_readable"),

		/** The registration report could be read. */
		REPORT_READABLE("report_readable");

		private final String column;

		Fact(String column) {
			this.column = column;
		}

	}

}
