package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Enters into the audit trail what became of changes. */
final class ChangeAudit {

	static final String WITHDRAWN = "withdrawn";

	/**
	 * PostgreSQL must find them by their numbers: of a run that it has not counted yet it
	 * would look through all changes, again for each page of a plan.
	 */
	static final String PLANNED = "c.id > :after and case when c.run = :run then true else false end";

	private final NamedParameterJdbcTemplate jdbc;

	private final AuditTrail trail;

	ChangeAudit(JdbcTemplate jdbc, AuditTrail trail) {
		this.jdbc = new NamedParameterJdbcTemplate(jdbc);
		this.trail = trail;
	}

	/** Notes the state that changes have reached. */
	void reached(List<MovedChange> changes) {
		Map<String, List<AuditNote>> byTenant = new LinkedHashMap<>();
		changes.stream()
			.sorted(Comparator.comparing(MovedChange::id))
			.forEach((change) -> byTenant.computeIfAbsent(change.tenant(), (tenant) -> new ArrayList<>())
				.add(change.note()));
		byTenant.forEach(this.trail::append);
	}

	/** The number of the change that was entered last, by whatever run. */
	long lastChange() {
		return this.jdbc.getJdbcOperations().queryForList("select coalesce(max(id), 0) from change", Long.class).get(0);
	}

	/** Notes the changes of a run that were entered after another one. */
	void planned(String run, long after) {
		this.jdbc.getJdbcOperations().execute("set local enable_seqscan = off");
		reached(changes(PLANNED, Map.of("run", run, "after", after)));
	}

	/** Notes changes that are about to be forgotten. */
	void withdrawn(String which, Map<String, ?> parameters) {
		reached(changes(which, parameters).stream().map((change) -> change.as(WITHDRAWN)).toList());
	}

	private List<MovedChange> changes(String which, Map<String, ?> parameters) {
		return this.jdbc.query("select " + MovedChange.COLUMNS + " from change c where " + which, parameters,
				MovedChange::of);
	}

}
