package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

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

	private static final String CHANGES = "select " + ChangeTransition.COLUMNS + " from sspr_prefill.change c where ";

	private static final int PAGE = 1000;

	private final NamedParameterJdbcTemplate jdbc;

	private final AuditTrail trail;

	ChangeAudit(DataSource dataSource, AuditTrail trail) {
		JdbcTemplate paging = new JdbcTemplate(dataSource);
		paging.setFetchSize(PAGE);
		this.jdbc = new NamedParameterJdbcTemplate(paging);
		this.trail = trail;
	}

	/** Notes the state that changes have reached. */
	void reached(List<ChangeTransition> changes) {
		Map<String, List<AuditNote>> byTenant = new LinkedHashMap<>();
		changes.stream()
			.sorted(Comparator.comparing(ChangeTransition::id))
			.forEach((change) -> byTenant.computeIfAbsent(change.tenant(), (tenant) -> new ArrayList<>())
				.add(change.note()));
		byTenant.forEach(this.trail::append);
	}

	/** The number of the change that was entered last, by whatever run. */
	long lastChange() {
		return this.jdbc.getJdbcOperations()
			.queryForList("select coalesce(max(id), 0) from sspr_prefill.change", Long.class)
			.get(0);
	}

	/** Notes the changes of a run that were entered after another one. */
	void planned(String run, long after) {
		this.jdbc.getJdbcOperations().execute("set local enable_seqscan = off");
		reached(this.jdbc.query(CHANGES + PLANNED, Map.of("run", run, "after", after), ChangeTransition::of));
	}

	/**
	 * Notes changes that are about to be forgotten; there may be a whole plan of them.
	 */
	void withdrawn(String which, Map<String, ?> parameters) {
		List<ChangeTransition> page = new ArrayList<>();
		this.jdbc.query(CHANGES + which + " order by c.id", parameters, (row) -> {
			page.add(ChangeTransition.of(row, 0).as(WITHDRAWN));
			if (page.size() == PAGE) {
				reached(page);
				page.clear();
			}
		});
		reached(page);
	}

}
