package org.ssprprefill.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

import org.ssprprefill.apply.Clearance.Cleared;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeStore;
import org.ssprprefill.ledger.Settlement;
import org.ssprprefill.plan.Action;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.tenant.WriteAnswer;
import org.ssprprefill.tenant.WritePermit;

/**
 * Delivers one JSON batch of changes. What the tenant says it did not do is sent again;
 * what it may have done, or refused, is read back first.
 */
final class ChangeSender {

	private final Tenant tenant;

	private final ChangeStore changes;

	private final RetryPolicy patience;

	private final InDoubtResolver aftermath;

	private final BooleanSupplier stopping;

	private final WritePermit permit;

	private final Clearance clearance;

	private final Queue<Settlement> answered = new ConcurrentLinkedQueue<>();

	private volatile boolean goesOn;

	ChangeSender(Tenant tenant, ChangeStore changes, RetryPolicy patience, BooleanSupplier stopping, WritePermit permit,
			Clearance clearance) {
		this.tenant = tenant;
		this.changes = changes;
		this.patience = patience;
		this.stopping = stopping;
		this.permit = permit;
		this.clearance = clearance;
		this.aftermath = new InDoubtResolver(tenant, changes, patience);
	}

	/**
	 * Settles changes that a process sent before it died, and sends again what never
	 * arrived.
	 */
	void recover(List<ChangeEntry> sent) {
		Map<ChangeEntry, WriteAnswer> doubtful = new LinkedHashMap<>();
		sent.forEach((change) -> doubtful.put(change, new WriteAnswer.Unanswered(0, "")));
		deliver(this.aftermath.settle(doubtful));
	}

	/**
	 * Sends changes until each is answered or refused, or the run is to stop: what is
	 * left then is read back and sent when the run is taken up.
	 * @throws PermitLapsedException if the right to write lapsed; what it held back is as
	 * before
	 */
	void deliver(List<ChangeEntry> batch) {
		List<ChangeEntry> pending = batch;
		int size = batch.size();
		int vain = 0;
		int givenUp = 0;
		while (!pending.isEmpty()) {
			List<ChangeEntry> sent = pending.subList(0, Math.min(size, pending.size()));
			List<ChangeEntry> rest = new ArrayList<>(pending.subList(sent.size(), pending.size()));
			Cleared cleared = this.clearance.clear(sent);
			sent = cleared.changes();
			if (sent.isEmpty()) {
				pending = rest;
				continue;
			}
			BatchOutcome round = send(cleared);
			List<ChangeEntry> lost = this.aftermath.settle(round.doubtful());
			takeBack(round.withheld());
			rest.addAll(0, round.withheld());
			if (vain == this.patience.attempts()) {
				giveUp(round, lost);
				givenUp++;
				if (givenUp > 1 && !rest.isEmpty()) {
					throw silent(rest.size(), "did not answer for");
				}
				pending = rest;
				size = batch.size();
				vain = 0;
				continue;
			}
			List<ChangeEntry> left = new ArrayList<>(round.postponed());
			left.addAll(lost);
			// Whatever brings an exchange down is met less often by half of it
			size = (left.size() == sent.size()) ? Math.max(1, size / 2) : batch.size();
			// Progress begins the patience anew
			vain = (left.size() < sent.size()) ? 0 : vain;
			givenUp = (left.size() < sent.size()) ? 0 : givenUp;
			pending = rest;
			pending.addAll(left);
			if (pending.isEmpty() || this.stopping.getAsBoolean()) {
				return;
			}
			if (!left.isEmpty()) {
				settleAnswered();
				this.patience.await(vain, round.asked());
				vain++;
			}
		}
	}

	/** What was held back because knowledge of it grew old is looked at again. */
	private void takeBack(List<ChangeEntry> withheld) {
		if (withheld.isEmpty()) {
			return;
		}
		this.changes.withheld(withheld.stream().map(ChangeEntry::id).toList());
		if (!this.permit.holds()) {
			throw new PermitLapsedException();
		}
	}

	private BatchOutcome send(Cleared cleared) {
		List<ChangeEntry> pending = cleared.changes();
		Map<Long, String> requestIds = new LinkedHashMap<>();
		List<MethodWrite> writes = new ArrayList<>();
		for (ChangeEntry change : pending) {
			String requestId = UUID.randomUUID().toString();
			requestIds.put(change.id(), requestId);
			writes.add(new MethodWrite(change.user(), change.kind(), verb(change.action()), change.value(), requestId));
		}
		this.changes.sent(requestIds, takeAnswered());
		BatchOutcome round = new BatchOutcome();
		List<WriteAnswer> answers = this.tenant.write(writes, this.permit.and(cleared.permit()));
		for (int index = 0; index < pending.size(); index++) {
			round.sort(pending.get(index), answers.get(index));
		}
		this.answered.addAll(round.settled());
		if (!this.goesOn) {
			settleAnswered();
		}
		return round;
	}

	/**
	 * Says whether others will be sent soon, so that answers can be committed together
	 * with them instead of by themselves.
	 */
	void goesOn(boolean on) {
		this.goesOn = on;
	}

	/**
	 * Commits all answers that were not yet. Should the process die before, they are read
	 * back as everything that was sent.
	 */
	void settleAnswered() {
		this.changes.settle(takeAnswered());
	}

	private List<Settlement> takeAnswered() {
		List<Settlement> taken = new ArrayList<>();
		for (Settlement one = this.answered.poll(); one != null; one = this.answered.poll()) {
			taken.add(one);
		}
		return taken;
	}

	private static MethodWrite.Verb verb(Action action) {
		return switch (action) {
			case ADD -> MethodWrite.Verb.ADD;
			case UPDATE -> MethodWrite.Verb.UPDATE;
			case REMOVE -> MethodWrite.Verb.REMOVE;
			case NONE -> throw new IllegalArgumentException("A decision to do nothing is never sent");
		};
	}

	private void giveUp(BatchOutcome round, List<ChangeEntry> lost) {
		List<Settlement> rejected = new ArrayList<>();
		round.doubtful().forEach((change, answer) -> {
			if (lost.contains(change)) {
				rejected.add(InDoubtResolver.rejected(change, answer));
			}
		});
		this.changes.settle(rejected);
		if (!round.postponed().isEmpty()) {
			throw silent(round.postponed().size(), "kept putting off");
		}
	}

	/**
	 * What ends a run that another may go on with: how the tenant kept so many changes
	 * waiting.
	 */
	static TenantUnavailableException silent(int changes, String how) {
		return new TenantUnavailableException(
				"The tenant " + how + " " + changes + ((changes == 1) ? " change" : " changes")
						+ " for minutes. Start the same command again later; it goes on where it was.");
	}

}
