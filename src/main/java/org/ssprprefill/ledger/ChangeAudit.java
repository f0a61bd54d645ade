package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Enters into the audit trail what became of changes. */
final class ChangeAudit {

	static final String WITHDRAWN = "withdrawn";

	private final NamedParameterJdbcTemplate jdbc;

	private final AuditTrail trail;

	ChangeAudit(JdbcTemplate jdbc, AuditTrail trail) {
		this.jdbc = new NamedParameterJdbcTemplate(jdbc);
		this.trail = trail;
	}

	/**
	 * What identifies a change in its present state: reason, fingerprint and hash of the
	 * sealed values, the request and its answer.
	 */
	static String detail(String change) {
		return """
				concat_ws(' ', %1$s.reason, %1$s.fingerprint,
				encode(sha256(%1$s.value || coalesce(%1$s.previous, '')), 'hex'), coalesce(%1$s.client_request_id, '-'),
				%1$s.attempts, coalesce(%1$s.status::text, '-'), coalesce(nullif(%1$s.code, ''), '-'))"""
			.formatted(change);
	}

	/** Notes the state that changes have reached. */
	void reached(Collection<Long> changes) {
		if (!changes.isEmpty()) {
			note("lower(c.state)", "c.id = any(:ids)", Map.of("ids", changes.toArray(Long[]::new)));
		}
	}

	/** Notes the changes of a run that were entered after another one. */
	void planned(String run, long after) {
		note("lower(c.state)", "c.run = :run and c.id > :after", Map.of("run", run, "after", after));
	}

	/** Notes changes that are about to be forgotten. */
	void withdrawn(String which, Map<String, ?> parameters) {
		note("'" + WITHDRAWN + "'", which, parameters);
	}

	private void note(String event, String which, Map<String, ?> parameters) {
		Map<String, List<AuditNote>> byTenant = new LinkedHashMap<>();
		this.jdbc.query("select c.tenant, c.run, " + event + " event, c.object_id, c.kind, c.id, " + detail("c")
				+ " detail from change c where " + which + " order by c.id", parameters, (row) -> {
					byTenant.computeIfAbsent(row.getString("tenant"), (tenant) -> new ArrayList<>())
						.add(new AuditNote(row.getString("run"), row.getString("event"), row.getString("object_id"),
								row.getString("kind"), row.getLong("id"), row.getString("detail")));
				});
		byTenant.forEach(this.trail::append);
	}

}
