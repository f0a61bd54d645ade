package org.ssprprefill.ledger;

import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes changes out of the way that must not be sent, or not again. */
final class Withdrawal {

	private final NamedParameterJdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final ChangeAudit audit;

	Withdrawal(JdbcTemplate jdbc, TransactionTemplate transaction, ChangeAudit audit) {
		this.jdbc = new NamedParameterJdbcTemplate(jdbc);
		this.transaction = transaction;
		this.audit = audit;
	}

	/** Forgets changes; the audit trail keeps that they were planned. */
	void forget(String which, Map<String, ?> parameters) {
		this.transaction.executeWithoutResult((status) -> {
			this.audit.withdrawn(which, parameters);
			this.jdbc.update("delete from sspr_prefill.change c where " + which, parameters);
		});
	}

	/** What was sent may have arrived: it is read back, and never sent again. */
	void onlyReadBack(String which, Map<String, ?> parameters) {
		this.transaction.executeWithoutResult((status) -> this.audit
			.reached(this.jdbc.query("update sspr_prefill.change c set state = 'ANSWERED' where " + which
					+ " returning " + ChangeTransition.COLUMNS, parameters, ChangeTransition::of)));
	}

}
