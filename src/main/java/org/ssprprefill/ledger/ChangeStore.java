package org.ssprprefill.ledger;

import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.tenant.MethodAnswer;

/** The changes of every run and what became of them. Each method commits by itself. */
public final class ChangeStore {

	private static final String PLANNED = "change (run, tenant, object_id, kind, action, reason, state, value,"
			+ " fingerprint, previous, status, code)";

	private final DataSource dataSource;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Vault vault;

	ChangeStore(DataSource dataSource, TransactionTemplate transaction, Vault vault) {
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
		this.transaction = transaction;
		this.vault = vault;
	}

	/**
	 * Forgets the changes of a run that has not begun to write.
	 * @param run the run's id
	 * @throws LedgerException if any of them was sent
	 */
	public void forgetPlanned(String run) {
		List<Long> sent = this.jdbc.queryForList("select id from change where run = ? and attempts > 0 limit 1",
				Long.class, run);
		if (!sent.isEmpty()) {
			throw new LedgerException("Run " + run + " has written already; its plan cannot be made anew.");
		}
		this.jdbc.update("delete from change where run = ?", run);
	}

	/**
	 * Enters planned changes.
	 * @param run the run
	 * @param changes the changes
	 */
	public void plan(RunRecord run, List<PlannedChange> changes) {
		CopyWriter copy = new CopyWriter();
		for (PlannedChange change : changes) {
			String context = SealedValues.context(change.kind());
			copy.column(run.id()).column(run.tenant()).column(change.user().value()).column(change.kind().word());
			copy.column(change.reason().action().word()).column(change.reason().name());
			copy.column(change.unread().isPresent() ? ChangeState.REJECTED : ChangeState.PLANNED);
			copy.column(this.vault.seal(change.value().inClear(), context));
			copy.column(SealedValues.fingerprint(this.vault, change.value()));
			copy.column(change.previous().map((value) -> this.vault.seal(value.inClear(), context)).orElse(null));
			copy.column(change.unread().map(MethodAnswer.Unread::status).orElse(null));
			copy.column(change.unread().map(MethodAnswer.Unread::code).orElse(null)).end();
		}
		copy.into(this.dataSource, PLANNED);
	}

	/**
	 * The next changes in some state, in the order of planning.
	 * @param run the run's id
	 * @param state the state
	 * @param kinds the methods meant
	 * @param after the number after which to look
	 * @param limit how many at most
	 * @return the changes
	 */
	public List<ChangeEntry> next(String run, ChangeState state, Collection<MethodKind> kinds, long after, int limit) {
		return JdbcClient.create(this.dataSource)
			.sql("select * from change where run = :run and state = :state and kind in (:kinds) and id > :after"
					+ " order by id limit :limit")
			.params(Map.of("run", run, "state", state.name(), "kinds", kinds.stream().map(MethodKind::word).toList(),
					"after", after, "limit", limit))
			.query((row, number) -> ChangeEntry.of(row, this.vault))
			.list();
	}

	/**
	 * All changes of a run, in the order of planning.
	 * @param run the run's id
	 * @return the changes, streamed
	 */
	public Cursor<ChangeEntry> all(String run) {
		return Cursor.open(this.dataSource, "select * from change where run = ? order by object_id collate \"C\", id",
				(row) -> ChangeEntry.of(row, this.vault), run);
	}

	/**
	 * Commits that changes are about to be sent. After this returns, a change is never
	 * sent again before the tenant was asked what it holds.
	 * @param requestIds the client request id of each change, by the change's number
	 */
	public void sent(Map<Long, String> requestIds) {
		this.transaction.executeWithoutResult((status) -> {
			int[] updated = this.jdbc.batchUpdate(
					"update change set state = 'SENT', client_request_id = ?, attempts = attempts + 1,"
							+ " sent_at = now() where id = ? and state in ('PLANNED', 'SENT')",
					requestIds.entrySet()
						.stream()
						.map((entry) -> new Object[] { entry.getValue(), entry.getKey() })
						.toList());
			if (IntStream.of(updated).anyMatch((count) -> count != 1)) {
				throw new LedgerException("A change that has already ended was about to be sent again.");
			}
		});
	}

	/**
	 * Commits what became of changes.
	 * @param settlements one a change
	 */
	public void settle(List<Settlement> settlements) {
		this.transaction.executeWithoutResult((status) -> this.jdbc.batchUpdate(
				"update change set state = ?, status = ?, code = ?, settled_at = now() where id = ?"
						+ " and state in ('PLANNED', 'SENT', 'ANSWERED')",
				settlements, 200, (statement, settlement) -> {
					statement.setString(1, settlement.state().name());
					OptionalInt answer = settlement.status();
					statement.setObject(2, answer.isPresent() ? answer.getAsInt() : null, Types.INTEGER);
					statement.setString(3, settlement.code());
					statement.setLong(4, settlement.change());
				}));
	}

	/**
	 * Commits that changes were read back as written: from now on the values are ours.
	 * @param confirmed the changes' numbers
	 */
	public void confirm(Collection<Long> confirmed) {
		this.transaction.executeWithoutResult((status) -> {
			List<Object[]> ids = confirmed.stream().map((id) -> new Object[] { id }).toList();
			// A refusal that changed nothing (phoneNumberNotUnique) is told all the same
			this.jdbc.batchUpdate("update change set state = 'CONFIRMED', settled_at = now(), status = case when status"
					+ " between 400 and 499 then status end where id = ? and state in ('PLANNED', 'SENT', 'ANSWERED')",
					ids);
			this.jdbc.batchUpdate("""
					insert into written_method (tenant, object_id, kind, value, confirmed_at, change)
					select tenant, object_id, kind, value, now(), id from change where id = ? and state = 'CONFIRMED'
					on conflict (tenant, object_id, kind) do update set value = excluded.value,
					confirmed_at = excluded.confirmed_at, change = excluded.change
					""", ids);
		});
	}

	/**
	 * Takes back additions of what the person has registered otherwise by now.
	 * @param changes the changes; none of them was stored
	 */
	public void overtaken(List<ChangeEntry> changes) {
		new OvertakenChanges(this.jdbc, this.transaction).takeBack(changes);
	}

	/**
	 * Withdraws what is planned for a person who may not be written to any more. What was
	 * sent, and may have arrived, is only read back from now on, never sent again.
	 * @param run the run's id
	 * @param user the person
	 */
	public void withdraw(String run, ObjectId user) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.update("delete from change where run = ? and object_id = ? and state = 'PLANNED'", run,
					user.value());
			this.jdbc.update("update change set state = 'ANSWERED' where run = ? and object_id = ? and state = 'SENT'",
					run, user.value());
		});
	}

	/**
	 * The fingerprint of each change of a run, in the order of people and methods.
	 * @param run the run's id
	 * @return the changes, streamed
	 */
	public Cursor<ChangeFingerprint> fingerprints(String run) {
		return Cursor.open(this.dataSource, "select * from change where run = ? order by object_id collate \"C\", kind",
				(row) -> new ChangeFingerprint(new ObjectId(row.getString("object_id")),
						MethodKind.of(row.getString("kind")), Reason.valueOf(row.getString("reason")),
						row.getString("fingerprint")),
				run);
	}

}
