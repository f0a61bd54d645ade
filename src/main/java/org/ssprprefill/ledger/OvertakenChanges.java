package org.ssprprefill.ledger;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import org.ssprprefill.plan.Reason;

/** Turns additions that the tenant already had into what they should have been. */
final class OvertakenChanges {

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final ChangeAudit audit;

	OvertakenChanges(JdbcTemplate jdbc, TransactionTemplate transaction, ChangeAudit audit) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.audit = audit;
	}

	void takeBack(List<ChangeEntry> changes) {
		Reason reason = Reason.ALREADY_REGISTERED;
		this.transaction.executeWithoutResult((status) -> changes.forEach((change) -> {
			String column = change.kind().word().replace('-', '_');
			this.jdbc.update("update sspr_prefill.decision d set " + column + "_action = ?, " + column + "_reason = ?"
					+ " from sspr_prefill.change c where c.id = ? and d.run = c.run and d.object_id = c.object_id",
					reason.action().word(), reason.word(), change.id());
			this.jdbc.update(
					"insert into sspr_prefill.seen_method (tenant, object_id, kind, seen_at)"
							+ " select tenant, object_id, kind, now() from sspr_prefill.change where id = ?"
							+ " on conflict (tenant, object_id, kind) do update set seen_at = excluded.seen_at",
					change.id());
			this.audit.withdrawn("c.id = :id", Map.of("id", change.id()));
			this.jdbc.update("delete from sspr_prefill.change where id = ?", change.id());
		}));
	}

}
