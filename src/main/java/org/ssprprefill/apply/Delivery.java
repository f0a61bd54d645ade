package org.ssprprefill.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeStore;
import org.ssprprefill.ledger.Settlement;
import org.ssprprefill.plan.Action;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.tenant.WriteAnswer;

/**
 * Delivers one JSON batch of changes. What the tenant says it did not do is sent again;
 * what it may have done, or refused, is read back first.
 */
final class Delivery {

	private final Tenant tenant;

	private final ChangeStore changes;

	private final Patience patience;

	private final Aftermath aftermath;

	Delivery(Tenant tenant, ChangeStore changes, Patience patience) {
		this.tenant = tenant;
		this.changes = changes;
		this.patience = patience;
		this.aftermath = new Aftermath(tenant, changes, patience);
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

	/** Sends changes until each is answered or refused. */
	void deliver(List<ChangeEntry> batch) {
		List<ChangeEntry> pending = batch;
		for (int attempt = 0; !pending.isEmpty(); attempt++) {
			Round round = send(pending);
			List<ChangeEntry> lost = this.aftermath.settle(round.doubtful());
			if (attempt == this.patience.attempts()) {
				giveUp(round, lost);
				return;
			}
			pending = new ArrayList<>(round.postponed());
			pending.addAll(lost);
			if (!pending.isEmpty()) {
				this.patience.await(attempt, round.asked());
			}
		}
	}

	private Round send(List<ChangeEntry> pending) {
		Map<Long, String> requestIds = new LinkedHashMap<>();
		List<MethodWrite> writes = new ArrayList<>();
		for (ChangeEntry change : pending) {
			String requestId = UUID.randomUUID().toString();
			requestIds.put(change.id(), requestId);
			writes.add(new MethodWrite(change.user(), change.kind(), verb(change.action()), change.value(), requestId));
		}
		this.changes.sent(requestIds);
		Round round = new Round();
		List<WriteAnswer> answers = this.tenant.write(writes);
		for (int index = 0; index < pending.size(); index++) {
			round.sort(pending.get(index), answers.get(index));
		}
		this.changes.settle(round.settled());
		return round;
	}

	private static MethodWrite.Verb verb(Action action) {
		return switch (action) {
			case ADD -> MethodWrite.Verb.ADD;
			case UPDATE -> MethodWrite.Verb.UPDATE;
			case REMOVE -> MethodWrite.Verb.REMOVE;
			case NONE -> throw new IllegalArgumentException("A decision to do nothing is never sent");
		};
	}

	private void giveUp(Round round, List<ChangeEntry> lost) {
		List<Settlement> rejected = new ArrayList<>();
		round.doubtful().forEach((change, answer) -> {
			if (lost.contains(change)) {
				rejected.add(Aftermath.rejected(change, answer));
			}
		});
		this.changes.settle(rejected);
		if (!round.postponed().isEmpty()) {
			String changes = (round.postponed().size() == 1) ? " change" : " changes";
			throw new TenantUnavailableException("The tenant kept putting off " + round.postponed().size() + changes
					+ " for minutes. Start the same command again later; it goes on where it was.");
		}
	}

}
