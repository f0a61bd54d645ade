package org.ssprprefill.ledger;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.database.TenantLease;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.vault.Vault;

/** The changes of every run and what became of them. Each method commits by itself. */
public final class ChangeStore {

	private final DataSource dataSource;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Vault vault;

	private final ChangeSeals seals;

	private final ChangeAudit audit;

	private final SharedCommit<ChangeSteps> steps;

	private final Withdrawal withdrawal;

	ChangeStore(DataSource dataSource, TransactionTemplate transaction, Vault vault, Optional<TenantLease> lease) {
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
		this.transaction = transaction;
		this.vault = vault;
		this.seals = new ChangeSeals(dataSource, vault);
		this.audit = new ChangeAudit(dataSource, new AuditTrail(dataSource, transaction, vault));
		this.withdrawal = new Withdrawal(this.jdbc, transaction, this.audit);
		this.steps = new SharedCommit<>((together) -> transaction.executeWithoutResult((status) -> {
			lease.ifPresent((held) -> held.requireHeld(this.jdbc));
			ChangeSteps.together(together).take(this.jdbc, this.audit);
		}));
	}

	/**
	 * Forgets what a run has planned and never sent, before it plans anew.
	 * @param run the run's id
	 */
	public void forgetPlanned(String run) {
		this.withdrawal.forget("c.run = :run and c.attempts = 0", Map.of("run", run));
	}

	/**
	 * Whether anything of a run is still to be sent, or was sent and not answered.
	 * @param run the run's id
	 * @return {@code false} where the run has only to be brought to its end
	 */
	public boolean isOpen(String run) {
		return !this.jdbc
			.queryForList("select 1 from sspr_prefill.change where run = ? and state in ('PLANNED', 'SENT') limit 1",
					Integer.class, run)
			.isEmpty();
	}

	/**
	 * The methods of people for which a run has sent a change already.
	 * @param run the run's id
	 * @param users the people asked about
	 * @return by person; nothing for people to whom nothing was sent
	 */
	public Map<ObjectId, Set<MethodKind>> begun(String run, Collection<ObjectId> users) {
		Map<ObjectId, Set<MethodKind>> begun = new HashMap<>();
		this.jdbc.query(
				"select object_id, kind from sspr_prefill.change where run = ? and attempts > 0 and object_id = any(?)",
				(row) -> {
					begun.computeIfAbsent(new ObjectId(row.getString(1)), (user) -> EnumSet.noneOf(MethodKind.class))
						.add(MethodKind.of(row.getString(2)));
				}, run, users.stream().map(ObjectId::value).toArray(String[]::new));
		return begun;
	}

	/**
	 * Never sends changes again that were sent: they are only read back from now on.
	 * @param sent the changes' numbers
	 */
	public void onlyReadBack(Collection<Long> sent) {
		if (!sent.isEmpty()) {
			this.withdrawal.onlyReadBack("c.id in (:ids) and c.state = 'SENT'", Map.of("ids", sent));
		}
	}

	/**
	 * The same for whatever a run has sent.
	 * @param run the run's id
	 */
	public void onlyReadBack(String run) {
		this.withdrawal.onlyReadBack("c.run = :run and c.state = 'SENT'", Map.of("run", run));
	}

	/**
	 * The same for what was sent to people about whom the run decides nothing any more.
	 * @param run the run's id
	 */
	public void onlyReadBackUndecided(String run) {
		this.withdrawal
			.onlyReadBack("c.run = :run and c.state = 'SENT' and not exists (select 1 from sspr_prefill.decision d"
					+ " where d.run = c.run and d.object_id = c.object_id)", Map.of("run", run));
	}

	/**
	 * Enters planned changes.
	 * @param run the run
	 * @param changes the changes
	 */
	public void plan(RunRecord run, List<PlannedChange> changes) {
		this.transaction.executeWithoutResult((status) -> {
			long last = this.audit.lastChange();
			PlannedRows.of(this.vault, run, changes).into(this.dataSource, PlannedRows.COLUMNS);
			this.audit.planned(run.id(), last);
		});
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
			.sql("select * from sspr_prefill.change where run = :run and state = :state and kind in (:kinds) and id > :after"
					+ " order by id limit :limit")
			.params(Map.of("run", run, "state", state.name(), "kinds", kinds.stream().map(MethodKind::word).toList(),
					"after", after, "limit", limit))
			.query((row, number) -> ChangeEntry.of(row, this.seals))
			.list();
	}

	/**
	 * All changes of a run, in the order of planning.
	 * @param run the run's id
	 * @return the changes, streamed
	 */
	public Cursor<ChangeEntry> all(String run) {
		return Cursor.open(this.dataSource,
				"select * from sspr_prefill.change where run = ? order by object_id collate \"C\", id",
				(row) -> ChangeEntry.of(row, this.seals), run);
	}

	/**
	 * Commits that changes are about to be sent and, as a commit costs time, what became
	 * of others meanwhile. After this returns, a change is never sent again before the
	 * tenant was asked what it holds.
	 * @param requestIds the client request id of each change, by the change's number
	 * @param others what became of other changes
	 */
	public void sent(Map<Long, String> requestIds, Collection<Settlement> others) {
		this.steps.commit(ChangeSteps.ofSent(requestIds, others));
	}

	/**
	 * Takes back that changes were about to be sent, because nothing left. What was sent
	 * before, by whichever process, stays sent: it is read back before it is sent again.
	 * @param changes the changes' numbers
	 */
	public void withheld(Collection<Long> changes) {
		this.steps.commit(ChangeSteps.ofWithheld(changes));
	}

	/**
	 * Commits what became of changes.
	 * @param settlements one a change
	 */
	public void settle(List<Settlement> settlements) {
		if (!settlements.isEmpty()) {
			this.steps.commit(ChangeSteps.ofSettled(settlements));
		}
	}

	/**
	 * Commits that changes were read back as wanted: from now on the values are ours, or
	 * not ours any more where they were taken back.
	 * @param confirmed the changes' numbers
	 */
	public void confirm(Collection<Long> confirmed) {
		if (!confirmed.isEmpty()) {
			this.steps.commit(ChangeSteps.ofConfirmed(confirmed));
		}
	}

	/**
	 * Takes back additions of what the person has registered otherwise by now.
	 * @param changes the changes; none of them was stored
	 */
	public void overtaken(List<ChangeEntry> changes) {
		new OvertakenChanges(this.jdbc, this.transaction, this.audit).takeBack(changes);
	}

	/**
	 * Gives up whatever of a run has not left; what was sent is only read back from now
	 * on.
	 * @param run the run's id
	 */
	public void withdrawAll(String run) {
		forgetPlanned(run);
		onlyReadBack(run);
	}

	/**
	 * Withdraws one change. What was sent, and may have arrived, is only read back from
	 * now on, never sent again.
	 * @param change the change's number
	 * @return whether it was sent, and so stays
	 */
	public boolean withdraw(long change) {
		this.withdrawal.forget("c.id = :id and c.state = 'PLANNED'", Map.of("id", change));
		this.withdrawal.onlyReadBack("c.id = :id and c.state = 'SENT'", Map.of("id", change));
		return !this.jdbc.queryForList("select 1 from sspr_prefill.change where id = ?", Integer.class, change)
			.isEmpty();
	}

	/**
	 * Whether a run takes methods away.
	 * @param run the run's id
	 * @return {@code true} for an undo of additions
	 */
	public boolean removesAny(String run) {
		return !this.jdbc
			.queryForList("select 1 from sspr_prefill.change where run = ? and reason = 'ADDITION_TAKEN_BACK' limit 1",
					Integer.class, run)
			.isEmpty();
	}

	/**
	 * The fingerprint of each change of a run, in the order of people and methods.
	 * @param run the run's id
	 * @return the changes, streamed
	 */
	public Cursor<ChangeFingerprint> fingerprints(String run) {
		return Cursor.open(this.dataSource,
				"select * from sspr_prefill.change where run = ? order by object_id collate \"C\", kind",
				ChangeFingerprint::of, run);
	}

}
