package org.ssprprefill.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.ChangeStore;
import org.ssprprefill.ledger.Finding;
import org.ssprprefill.ledger.Settlement;
import org.ssprprefill.plan.Action;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodAnswers;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.WriteAnswer;

/**
 * Finds out, by reading back, what became of changes that were refused or never answered.
 * A refusal proves little: others have seen Graph store a number and answer 409, because
 * only the automatic registration for SMS sign-in had failed.
 */
final class InDoubtResolver {

	private static final int NOT_FOUND = 404;

	private static final MethodAnswer NOT_ASKED = new MethodAnswer.Unread(0, "");

	private final Tenant tenant;

	private final ChangeStore changes;

	private final RetryPolicy patience;

	InDoubtResolver(Tenant tenant, ChangeStore changes, RetryPolicy patience) {
		this.tenant = tenant;
		this.changes = changes;
		this.patience = patience;
	}

	/**
	 * Settles whatever can be settled.
	 * @return the changes that have not arrived, and write over nothing but what they
	 * were planned over: they may be sent again
	 */
	List<ChangeEntry> settle(Map<ChangeEntry, WriteAnswer> doubtful) {
		Map<ChangeEntry, MethodAnswer> held = look(doubtful);
		List<ChangeEntry> overtaken = doubtful.keySet()
			.stream()
			.filter((change) -> doubtful.get(change) instanceof WriteAnswer.Refused)
			.filter((change) -> isOvertaken(change, held.getOrDefault(change, NOT_ASKED)))
			.toList();
		this.changes.overtaken(overtaken);
		List<Settlement> settlements = new ArrayList<>();
		List<ChangeEntry> lost = new ArrayList<>();
		Map<ChangeEntry, WriteAnswer> open = new LinkedHashMap<>(doubtful);
		open.keySet().removeAll(overtaken);
		open.forEach((change, answer) -> end(change, answer, held.getOrDefault(change, NOT_ASKED))
			.ifPresentOrElse(settlements::add, () -> lost.add(change)));
		this.changes.settle(settlements);
		return lost;
	}

	/**
	 * Reads lag behind writes, so a refused change that does not show is looked for
	 * again; and so is an update without an answer, because a second one would be applied
	 * a second time. A second addition is refused (graph/authentication-post-phonemethods
	 * and -emailmethods: one of each kind), so nothing is lost by trying.
	 */
	private Map<ChangeEntry, MethodAnswer> look(Map<ChangeEntry, WriteAnswer> doubtful) {
		Map<ChangeEntry, MethodAnswer> held = ask(doubtful.keySet());
		for (Duration wait : this.patience.secondLooks()) {
			List<ChangeEntry> notShown = doubtful.keySet()
				.stream()
				.filter((change) -> change.action() == Action.UPDATE
						|| doubtful.get(change) instanceof WriteAnswer.Refused)
				.filter((change) -> Finding.of(change, held.getOrDefault(change, NOT_ASKED)) != Finding.HELD)
				.toList();
			if (notShown.isEmpty()) {
				break;
			}
			this.patience.pause().accept(wait);
			held.putAll(ask(notShown));
		}
		return held;
	}

	/**
	 * A throttled question says nothing, so it is asked again with the run's patience.
	 */
	private Map<ChangeEntry, MethodAnswer> ask(Collection<ChangeEntry> entries) {
		Map<ChangeEntry, MethodAnswer> held = askOnce(entries);
		List<ChangeEntry> open = postponed(entries, held);
		int vain = 0;
		while (!open.isEmpty()) {
			if (vain == this.patience.attempts()) {
				throw ChangeSender.silent(open.size(), "kept putting off the question for what became of");
			}
			this.patience.await(vain, Duration.ZERO);
			held.putAll(askOnce(open));
			List<ChangeEntry> left = postponed(open, held);
			vain = (left.size() < open.size()) ? 0 : vain + 1;
			open = left;
		}
		return held;
	}

	private static List<ChangeEntry> postponed(Collection<ChangeEntry> entries, Map<ChangeEntry, MethodAnswer> held) {
		return entries.stream()
			.filter((change) -> held.get(change) instanceof MethodAnswer.Unread unread && unread.postponed())
			.toList();
	}

	private Map<ChangeEntry, MethodAnswer> askOnce(Collection<ChangeEntry> entries) {
		Set<MethodQuery> queries = new LinkedHashSet<>();
		entries.forEach((change) -> queries.add(MethodQuery.about(change.user(), change.kind())));
		Map<ChangeEntry, MethodAnswer> held = new HashMap<>();
		if (!queries.isEmpty()) {
			MethodAnswers answers = this.tenant.ask(queries);
			entries.forEach((change) -> held.put(change, answers.about(change.user(), change.kind())));
		}
		return held;
	}

	/**
	 * There was none when it was planned; now the user has chosen one, and ours was
	 * refused.
	 */
	private static boolean isOvertaken(ChangeEntry change, MethodAnswer held) {
		return change.action() == Action.ADD && Finding.of(change, held) == Finding.OTHER;
	}

	private static Optional<Settlement> end(ChangeEntry change, WriteAnswer answer, MethodAnswer held) {
		return switch (Finding.of(change, held)) {
			case HELD -> Optional.of(after(change, ChangeState.ANSWERED, answer));
			case UNREAD -> Optional.of(isNowhere(answer, held) ? rejected(change, answer) : unread(change, held));
			case NONE -> (answer instanceof WriteAnswer.Refused) ? Optional.of(rejected(change, answer))
					: againOr(change.action() == Action.ADD, change, ChangeState.MISSING);
			case OTHER -> (answer instanceof WriteAnswer.Refused) ? Optional.of(rejected(change, answer))
					: againOr(isUnchanged(change, held), change, ChangeState.DRIFTED);
		};
	}

	/** Neither the write nor the reading found the person: refused, and not unknown. */
	private static boolean isNowhere(WriteAnswer answer, MethodAnswer held) {
		return answer instanceof WriteAnswer.Refused refused && refused.status() == NOT_FOUND
				&& held instanceof MethodAnswer.Unread unread && unread.status() == NOT_FOUND;
	}

	private static Optional<Settlement> againOr(boolean again, ChangeEntry change, ChangeState state) {
		return again ? Optional.empty() : Optional.of(Settlement.of(change.id(), state));
	}

	/** A value that the user chose meanwhile stays. */
	private static boolean isUnchanged(ChangeEntry change, MethodAnswer held) {
		return held instanceof MethodAnswer.Registered registered && change.previous()
			.filter((previous) -> previous.equals(registered.methods().get(change.kind())))
			.isPresent();
	}

	static Settlement rejected(ChangeEntry change, WriteAnswer answer) {
		return after(change, ChangeState.REJECTED, answer);
	}

	private static Settlement after(ChangeEntry change, ChangeState state, WriteAnswer answer) {
		if (answer instanceof WriteAnswer.Refused refused) {
			return new Settlement(change.id(), state, OptionalInt.of(refused.status()), refused.code());
		}
		if (answer instanceof WriteAnswer.Unanswered unanswered) {
			return new Settlement(change.id(), state, OptionalInt.of(unanswered.status()), unanswered.code());
		}
		return Settlement.of(change.id(), state);
	}

	private static Settlement unread(ChangeEntry change, MethodAnswer held) {
		MethodAnswer.Unread unread = (MethodAnswer.Unread) held;
		return new Settlement(change.id(), ChangeState.UNKNOWN, OptionalInt.of(unread.status()), unread.code());
	}

}
