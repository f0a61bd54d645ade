package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/** Follows an audit trail and compares its last words with the ledger. */
final class AuditInspection {

	/** The state each change must be in, as the trail says it. */
	private static final String ALTERED_CHANGES = """
			select distinct a.run from (
				select distinct on (change) change, run, event, detail from audit
				where tenant = ? and change > 0 order by change, number desc) a
			join run r on r.id = a.run and r.purged_at is null
			left join change c on c.id = a.change
			where case when a.event = 'withdrawn' then c.id is not null
				else c.id is null or lower(c.state) <> a.event or %s <> a.detail end
			union
			select c.run from change c where c.tenant = ?
			and exists (select 1 from audit a where a.run = c.run and a.event = 'begun')
			and not exists (select 1 from audit a where a.run = c.run and a.change = c.id)
			order by 1
			""".formatted(MovedChange.detail("c"));

	private static final String ENDED = """
			select a.run, a.detail from audit a join run r on r.id = a.run and r.purged_at is null
			where a.tenant = ? and a.event = 'ended' order by a.number
			""";

	private final DataSource dataSource;

	private final JdbcTemplate jdbc;

	private final Vault vault;

	AuditInspection(DataSource dataSource, Vault vault) {
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
		this.vault = vault;
	}

	AuditVerdict inspect(String tenant) {
		List<String> findings = new ArrayList<>();
		long entries = follow(tenant, findings);
		for (String run : this.jdbc.queryForList(ALTERED_CHANGES, String.class, tenant, tenant)) {
			findings.add("The changes of run " + run + " are not as the trail says.");
		}
		this.jdbc.query(ENDED, (row) -> {
			String run = row.getString("run");
			if (!RunAudit.seal(this.jdbc, run).equals(row.getString("detail"))) {
				findings.add("The report or the decisions of run " + run + " are not as they were when it ended.");
			}
		}, tenant);
		return new AuditVerdict(entries, List.copyOf(findings));
	}

	private long follow(String tenant, List<String> findings) {
		long entries = 0;
		AuditLink last = beginning(tenant);
		try (Cursor<Signed> trail = Cursor.open(this.dataSource, "select * from audit where tenant = ? order by number",
				(row) -> new Signed(AuditEntry.of(row), row.getString("key_id"), row.getBytes("hash")), tenant)) {
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
		return this.jdbc
			.queryForList("select detail from audit where tenant = ? and event = 'purged' order by number desc limit 1",
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
