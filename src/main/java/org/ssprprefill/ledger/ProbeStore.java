package org.ssprprefill.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.TenantLease;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.vault.Vault;

/** The probes of test accounts. Each method commits by itself. */
public final class ProbeStore {

	private static final String PROBES = "select p.*, r.finished_at from sspr_prefill.probe p"
			+ " join sspr_prefill.run r on r.id = p.run where ";

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Vault vault;

	private final AuditTrail audit;

	private final Optional<TenantLease> lease;

	ProbeStore(DataSource dataSource, TransactionTemplate transaction, Vault vault, Optional<TenantLease> lease) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.transaction = transaction;
		this.vault = vault;
		this.audit = new AuditTrail(dataSource, transaction, vault);
		this.lease = lease;
	}

	/**
	 * Remembers a probe before anything is written.
	 * @param run its run
	 * @param account the test account
	 * @param name the account's user principal name
	 * @param waits whether methods are left until the registration report counts them
	 */
	public void begin(RunRecord run, ObjectId account, String name, boolean waits) {
		this.jdbc.update("insert into sspr_prefill.probe (run, tenant, object_id, name, waits) values (?, ?, ?, ?, ?)",
				run.id(), run.tenant(), account.value(), name, waits);
	}

	/**
	 * Commits that a write is about to leave.
	 * @param probe the probe
	 * @param tenant the tenant's key
	 * @param verb the HTTP verb
	 * @param kind the method
	 * @return the write's number
	 */
	public int sending(ProbeRecord probe, String tenant, String verb, MethodKind kind) {
		Integer number = this.transaction.execute((status) -> {
			this.lease.orElseThrow().requireHeld(this.jdbc);
			List<Integer> next = this.jdbc.queryForList(
					"insert into sspr_prefill.probe_write (run, number, verb, kind, sent_at)"
							+ " select ?, 1 + coalesce(max(number), 0), ?, ?, now() from sspr_prefill.probe_write"
							+ " where run = ? returning number",
					Integer.class, probe.run(), verb, kind.word(), probe.run());
			this.audit.append(tenant,
					List.of(new AuditNote(probe.run(), "probe-sent", probe.account().value(), kind.word(), 0, verb)));
			return next.get(0);
		});
		return (number != null) ? number : 0;
	}

	/**
	 * Commits what a write was answered.
	 * @param probe the probe
	 * @param number the write's number
	 * @param answered the HTTP status
	 * @param code Graph's error code, or empty
	 */
	public void answered(ProbeRecord probe, int number, int answered, String code) {
		this.jdbc.update("update sspr_prefill.probe_write set status = ?, code = ? where run = ? and number = ?",
				answered, code, probe.run(), number);
	}

	/**
	 * Commits that the account holds a method of the probe.
	 * @param run the probe's id
	 * @param at when that was read
	 */
	public void registered(String run, Instant at) {
		this.jdbc.update("update sspr_prefill.probe set registered_at = coalesce(registered_at, ?) where run = ?",
				Timestamp.from(at), run);
	}

	/**
	 * Keeps the answer sheet.
	 * @param run the probe's id
	 * @param sheet the sheet as JSON
	 */
	public void keep(String run, String sheet) {
		this.jdbc.update("update sspr_prefill.probe set sheet = ? where run = ?", sheet, run);
	}

	/**
	 * Commits what the registration report said.
	 * @param run the probe's id
	 * @param look what it said, and when
	 */
	public void looked(String run, ProbeRecord.Look look) {
		this.jdbc.update(
				"insert into sspr_prefill.probe_look (run, at, listed, registered, methods, second_factor)"
						+ " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
				run, Timestamp.from(look.at()), look.listed(), look.registered(), look.methods(), look.secondFactor());
	}

	/**
	 * Commits that nothing is left in the account on purpose any more.
	 * @param run the probe's id
	 */
	public void waitsNoMore(String run) {
		this.jdbc.update("update sspr_prefill.probe set waits = false where run = ?", run);
	}

	/**
	 * Looks a probe up.
	 * @param run its id
	 * @return the probe
	 */
	public Optional<ProbeRecord> find(String run) {
		return this.jdbc.query(PROBES + "p.run = ?", this::map, run).stream().findFirst();
	}

	/**
	 * The probes of a tenant that may have left something, or whose report is still
	 * looked at.
	 * @param tenant the tenant's key
	 * @param since probes that began earlier are looked at no more
	 * @return the probes, oldest first
	 */
	public List<ProbeRecord> open(String tenant, Instant since) {
		return this.jdbc.query(
				PROBES + "p.tenant = ? and (r.finished_at is null or (r.started_at > ?"
						+ " and p.registered_at is not null and not exists (select 1 from sspr_prefill.probe_look l"
						+ " where l.run = p.run and l.registered))) order by r.started_at",
				this::map, tenant, Timestamp.from(since));
	}

	/**
	 * What decides whether the account may be written to, as far as the ledger knows now.
	 * @param run the run that asks
	 * @param account the account
	 * @param scopeGroup the group that bounds the scope
	 * @return the account as a person without changes
	 */
	public PlannedPerson person(RunRecord run, ObjectId account, Optional<ObjectId> scopeGroup) {
		Optional<MatchedUser> user = this.jdbc
			.query("select " + UserFacts.COLUMNS + ", " + UserFacts.WRITTEN_COLUMNS + " from (values (1)) one "
					+ UserFacts.joins("cast(? as text)", "f.run") + UserFacts.WRITTEN_JOIN
					+ " where u.object_id is not null",
					(row, number) -> UserFacts.user(row, this.vault, run.rolesReadable()),
					UserFacts.parameters(run, scopeGroup, account.value()))
			.stream()
			.findFirst();
		return new PlannedPerson(account, user, MatchDecision.MATCHED, List.of());
	}

	private ProbeRecord map(ResultSet row, int number) throws SQLException {
		String run = row.getString("run");
		List<ProbeRecord.Look> looks = this.jdbc.query(
				"select * from sspr_prefill.probe_look where run = ? order by at",
				(look, index) -> new ProbeRecord.Look(look.getTimestamp("at").toInstant(), look.getBoolean("listed"),
						look.getBoolean("registered"), look.getString("methods"), look.getString("second_factor")),
				run);
		return new ProbeRecord(run, new ObjectId(row.getString("object_id")), row.getString("name"),
				row.getTimestamp("finished_at") != null, row.getBoolean("waits"),
				Optional.ofNullable(row.getTimestamp("registered_at")).map(Timestamp::toInstant),
				Optional.ofNullable(row.getString("sheet")), looks);
	}

}
