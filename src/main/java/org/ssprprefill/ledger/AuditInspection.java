package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.vault.Vault;

/** Follows an audit trail and compares its last words with the ledger. */
final class AuditInspection {

	/** The runs meant: those named, or else all whose people were not purged. */
	private static final String MEANT = "case when cast(? as text[]) is null then r.purged_at is null"
			+ " else r.id = any(cast(? as text[])) end";

	/**
	 * Each change must be in the state, and about the person and method, that the trail's
	 * last word about it says; and none may be there that the trail does not know.
	 */
	private static final String ALTERED_CHANGES = """
			select distinct a.run from (
				select distinct on (a.change) a.* from sspr_prefill.audit a join sspr_prefill.run r on r.id = a.run
				where a.tenant = ? and a.change > 0 and {meant} order by a.change, a.number desc) a
			left join sspr_prefill.change c on c.id = a.change
			where case when a.event = 'withdrawn' then c.id is not null
				else c.id is null or lower(c.state) <> a.event or {detail} <> a.detail or c.action <> {action}
					or (c.tenant, c.run, c.object_id, c.kind) <> (a.tenant, a.run, a.object_id, a.kind) end
			union
			select c.run from sspr_prefill.change c join sspr_prefill.run r on r.id = c.run where c.tenant = ? and {meant}
			and exists (select 1 from sspr_prefill.audit a where a.run = c.run and a.event = 'begun')
			and not exists (select 1 from sspr_prefill.audit a where a.run = c.run and a.change = c.id)
			order by 1
			"""
		.replace("{meant}", MEANT)
		.replace("{detail}", ChangeTransition.detail("c"))
		.replace("{action}", action());

	/** What a run was begun for, and what it has planned, stays as it was entered. */
	private static final String ALTERED_RUNS = """
			select distinct a.run from sspr_prefill.audit a left join sspr_prefill.run r on r.id = a.run
			where a.tenant = ? and (r.id is null or {meant}) and a.event = 'begun'
			and (r.id is null or r.tenant <> a.tenant or a.detail <> {begun}
				or r.plan_hash <> (select s.detail from sspr_prefill.audit s where s.run = r.id and s.event = 'sealed'
					order by s.number desc limit 1))
			order by 1
			""".replace("{meant}", MEANT).replace("{begun}", RunAudit.BEGUN);

	private static final String ENDED = "select a.run, a.detail from sspr_prefill.audit a join sspr_prefill.run r on r.id = a.run"
			+ " where a.tenant = ? and " + MEANT + " and a.event = 'ended' order by a.number";

	private final DataSource dataSource;

	private final JdbcTemplate jdbc;

	private final Vault vault;

	AuditInspection(DataSource dataSource, Vault vault) {
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
		this.vault = vault;
	}

	/** Looks at everything. */
	AuditVerdict inspect(String tenant) {
		return inspect(tenant, beginning(tenant), null);
	}

	/** Follows the whole trail, and compares what is left of some runs with it. */
	AuditVerdict inspect(String tenant, List<String> runs) {
		return inspect(tenant, beginning(tenant), runs.toArray(String[]::new));
	}

	/** Follows the trail from where a run begins, and compares what is left of it. */
	AuditVerdict inspect(String tenant, String run) {
		AuditLink before = this.jdbc.query(
				"select number, hash from sspr_prefill.audit where tenant = ? and number = (select min(number) - 1 from sspr_prefill.audit"
						+ " where run = ? and event = 'begun')",
				(row, number) -> new AuditLink(row.getLong(1), row.getBytes(2)), tenant, run)
			.stream()
			.findFirst()
			.orElseGet(() -> beginning(tenant));
		return inspect(tenant, before, new String[] { run });
	}

	private AuditVerdict inspect(String tenant, AuditLink before, String @Nullable [] runs) {
		List<String> findings = new ArrayList<>();
		long entries = follow(tenant, before, findings);
		this.jdbc.queryForList(ALTERED_CHANGES, String.class, tenant, runs, runs, tenant, runs, runs)
			.forEach((run) -> findings.add("The changes of run " + run + " are not as the trail says."));
		this.jdbc.queryForList(ALTERED_RUNS, String.class, tenant, runs, runs)
			.forEach((run) -> findings.add("What run " + run + " was begun for, or has planned, was changed."));
		this.jdbc.query(ENDED, (row) -> {
			String run = row.getString("run");
			if (!RunAudit.isSealed(this.jdbc, run, row.getString("detail"))) {
				findings.add("The report or the decisions of run " + run + " are not as they were when it ended.");
			}
		}, tenant, runs, runs);
		return new AuditVerdict(entries, List.copyOf(findings));
	}

	private static String action() {
		StringBuilder cases = new StringBuilder("case c.reason");
		for (Reason reason : Reason.values()) {
			cases.append(" when '")
				.append(reason.name())
				.append("' then '")
				.append(reason.action().word())
				.append('\'');
		}
		return cases.append(" end").toString();
	}

	private long follow(String tenant, AuditLink before, List<String> findings) {
		long entries = 0;
		AuditLink last = before;
		try (Cursor<Signed> trail = Cursor.open(this.dataSource,
				"select * from sspr_prefill.audit where tenant = ? and number > ? order by number",
				(row) -> new Signed(AuditEntry.of(row), row.getString("key_id"), row.getBytes("hash")), tenant,
				before.number())) {
			for (Optional<Signed> next = trail.next(); next.isPresent(); next = trail.next()) {
				Signed signed = next.get();
				entries++;
				if (findings.isEmpty()
						&& !last.isFollowedBy(this.vault, signed.entry(), signed.keyId(), signed.hash())) {
					findings.add("The trail breaks at entry " + signed.entry().number() + ", of run "
							+ signed.entry().run() + " at " + signed.entry().at() + ".");
				}
				last = new AuditLink(signed.entry().number(), signed.hash());
			}
		}
		return entries;
	}

	/** Where the beginning was purged, a later entry says what it ended in. */
	private AuditLink beginning(String tenant) {
		return this.jdbc.queryForList(
				"select detail from sspr_prefill.audit where tenant = ? and event = 'purged' order by number desc limit 1",
				String.class, tenant)
			.stream()
			.findFirst()
			.map(AuditLink::parse)
			.orElse(AuditLink.FIRST);
	}

	/** An entry with its hash. */
	private record Signed(AuditEntry entry, String keyId, byte[] hash) {
	}

}
