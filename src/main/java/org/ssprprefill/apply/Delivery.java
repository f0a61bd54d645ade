package org.ssprprefill.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.ChangeStore;
import org.ssprprefill.ledger.Finding;
import org.ssprprefill.ledger.Settlement;
import org.ssprprefill.plan.Action;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodAnswers;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.tenant.WriteAnswer;

/**
 * Delivers one JSON batch of changes. What the tenant says it did not do is sent again;
 * what it may have done is read back first; what it refused is read back too, because
 * Graph is known to store a number and answer 409 (graph-contract, 1.4.8).
 */
final class Delivery {

	/** These say that nothing was stored, so that there is nothing to read back. */
	private static final Set<Integer> PLAIN_REFUSALS = Set.of(401, 403, 404);

	private final Tenant tenant;

	private final ChangeStore changes;

	private final Patience patience;

	Delivery(Tenant tenant, ChangeStore changes, Patience patience) {
		this.tenant = tenant;
		this.changes = changes;
		this.patience = patience;
	}

	/**
	 * Settles changes that a process sent before it died, and sends again what never
	 * arrived.
	 */
	void recover(List<ChangeEntry> sent) {
		List<ChangeEntry> notArrived = new ArrayList<>();
		MethodAnswers held = readBack(sent);
		for (ChangeEntry change : sent) {
			MethodAnswer answer = held.about(change.user(), change.kind());
			switch (Finding.of(change, answer)) {
				case HELD -> settle(change, ChangeState.ANSWERED, OptionalInt.empty(), "");
				case NONE -> notArrivedUnlessUpdate(change, notArrived);
				case OTHER -> notArrivedIfUnchanged(change, answer, notArrived);
				case UNREAD -> settle(change, ChangeState.UNKNOWN, status(answer), code(answer));
			}
		}
		deliver(notArrived);
	}

	private void notArrivedUnlessUpdate(ChangeEntry change, List<ChangeEntry> notArrived) {
		if (change.action() == Action.ADD) {
			notArrived.add(change);
		}
		else {
			settle(change, ChangeState.MISSING, OptionalInt.empty(), "");
		}
	}

	private void notArrivedIfUnchanged(ChangeEntry change, MethodAnswer answer, List<ChangeEntry> notArrived) {
		boolean unchanged = answer instanceof MethodAnswer.Registered registered && change.previous()
			.filter((previous) -> previous.equals(registered.methods().get(change.kind())))
			.isPresent();
		if (unchanged) {
			notArrived.add(change);
		}
		else {
			settle(change, ChangeState.DRIFTED, OptionalInt.empty(), "");
		}
	}

	/** Sends changes until each is answered or refused. */
	void deliver(List<ChangeEntry> batch) {
		List<ChangeEntry> pending = batch;
		for (int attempt = 0; !pending.isEmpty(); attempt++) {
			boolean last = attempt == this.patience.attempts();
			Round round = send(pending);
			judge(round, last);
			if (last && !round.postponed.isEmpty()) {
				throw new TenantUnavailableException("The tenant kept putting off " + round.postponed.size()
						+ " change(s) for minutes. Start the same command again later; it goes on where it was.");
			}
			pending = round.again();
			if (!pending.isEmpty()) {
				this.patience.await(attempt, round.asked);
			}
		}
	}

	private Round send(List<ChangeEntry> pending) {
		Map<Long, String> requestIds = new LinkedHashMap<>();
		List<MethodWrite> writes = new ArrayList<>();
		for (ChangeEntry change : pending) {
			String requestId = UUID.randomUUID().toString();
			requestIds.put(change.id(), requestId);
			MethodWrite.Verb verb = (change.action() == Action.ADD) ? MethodWrite.Verb.ADD : MethodWrite.Verb.UPDATE;
			writes.add(new MethodWrite(change.user(), change.kind(), verb, change.value(), requestId));
		}
		this.changes.sent(requestIds);
		Round round = new Round();
		List<WriteAnswer> answers = this.tenant.write(writes);
		for (int index = 0; index < pending.size(); index++) {
			round.sort(pending.get(index), answers.get(index));
		}
		this.changes.settle(round.settled);
		return round;
	}

	private void judge(Round round, boolean last) {
		if (round.doubtful.isEmpty()) {
			return;
		}
		MethodAnswers held = readBack(round.doubtful.keySet());
		round.doubtful.forEach((change, answer) -> {
			Finding finding = Finding.of(change, held.about(change.user(), change.kind()));
			OptionalInt status = status(answer);
			if (finding == Finding.HELD) {
				settle(change, ChangeState.ANSWERED, status, code(answer));
			}
			else if (answer instanceof WriteAnswer.Refused || last) {
				settle(change, (finding == Finding.UNREAD) ? ChangeState.UNKNOWN : ChangeState.REJECTED, status,
						code(answer));
			}
			else {
				round.unanswered.add(change);
			}
		});
	}

	private MethodAnswers readBack(Iterable<ChangeEntry> entries) {
		Set<MethodQuery> queries = new LinkedHashSet<>();
		entries.forEach((change) -> queries.add(MethodQuery.about(change.user(), change.kind())));
		return this.tenant.ask(queries);
	}

	private void settle(ChangeEntry change, ChangeState state, OptionalInt status, String code) {
		this.changes.settle(List.of(new Settlement(change.id(), state, status, code)));
	}

	private static OptionalInt status(Object answer) {
		if (answer instanceof WriteAnswer.Refused refused) {
			return OptionalInt.of(refused.status());
		}
		if (answer instanceof WriteAnswer.Unanswered unanswered) {
			return OptionalInt.of(unanswered.status());
		}
		return (answer instanceof MethodAnswer.Unread unread) ? OptionalInt.of(unread.status()) : OptionalInt.empty();
	}

	private static String code(Object answer) {
		if (answer instanceof WriteAnswer.Refused refused) {
			return refused.code();
		}
		if (answer instanceof WriteAnswer.Unanswered unanswered) {
			return unanswered.code();
		}
		return (answer instanceof MethodAnswer.Unread unread) ? unread.code() : "";
	}

	/** The changes of one JSON batch, sorted by what the tenant said. */
	private static final class Round {

		private final List<Settlement> settled = new ArrayList<>();

		private final Map<ChangeEntry, WriteAnswer> doubtful = new LinkedHashMap<>();

		private final List<ChangeEntry> postponed = new ArrayList<>();

		private final List<ChangeEntry> unanswered = new ArrayList<>();

		private Duration asked = Duration.ZERO;

		void sort(ChangeEntry change, WriteAnswer answer) {
			if (answer instanceof WriteAnswer.Accepted accepted) {
				this.settled
					.add(new Settlement(change.id(), ChangeState.ANSWERED, OptionalInt.of(accepted.status()), ""));
			}
			else if (answer instanceof WriteAnswer.Postponed wait) {
				this.postponed.add(change);
				this.asked = (wait.after().compareTo(this.asked) > 0) ? wait.after() : this.asked;
			}
			else if (answer instanceof WriteAnswer.Refused refused && PLAIN_REFUSALS.contains(refused.status())) {
				this.settled.add(new Settlement(change.id(), ChangeState.REJECTED, OptionalInt.of(refused.status()),
						refused.code()));
			}
			else {
				this.doubtful.put(change, answer);
			}
		}

		List<ChangeEntry> again() {
			List<ChangeEntry> again = new ArrayList<>(this.postponed);
			again.addAll(this.unanswered);
			return again;
		}

	}

}
