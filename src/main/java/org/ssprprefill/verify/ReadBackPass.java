package org.ssprprefill.verify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.ChangeStore;
import org.ssprprefill.ledger.Finding;
import org.ssprprefill.ledger.Settlement;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodAnswers;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.Tenant;

/**
 * One look at everything that has no outcome yet. What shows is confirmed; what does not
 * stays open for the next look, unless this is the last one.
 */
final class ReadBackPass {

	private final Tenant tenant;

	private final ChangeStore changes;

	private final boolean last;

	/** Whether the tenant said nothing of all that the look before left open. */
	private final boolean afterSilence;

	private final AtomicLong seen = new AtomicLong();

	private final AtomicLong open = new AtomicLong();

	private final AtomicLong silent = new AtomicLong();

	private final AtomicLong postponed = new AtomicLong();

	private ReadBackPass(Tenant tenant, ChangeStore changes, boolean last, boolean afterSilence) {
		this.tenant = tenant;
		this.changes = changes;
		this.last = last;
		this.afterSilence = afterSilence;
	}

	static ReadBackPass first(Tenant tenant, ChangeStore changes) {
		return new ReadBackPass(tenant, changes, false, false);
	}

	/**
	 * The next look, at what this one left open.
	 * @param isLast whether it gives outcomes; not where the tenant put this one off, or
	 * what was read only now would have been looked for once
	 */
	ReadBackPass next(boolean isLast) {
		return new ReadBackPass(this.tenant, this.changes, isLast && this.postponed.get() == 0,
				this.silent.get() == this.open.get());
	}

	/** How many changes were looked for. */
	long seen() {
		return this.seen.get();
	}

	/** How many of them have no outcome yet. */
	long open() {
		return this.open.get();
	}

	/** How many of those the tenant put off (429), which says nothing of them. */
	long postponed() {
		return this.postponed.get();
	}

	/** Looks for the changes of one JSON batch. */
	void at(List<ChangeEntry> batch) {
		Set<MethodQuery> queries = new LinkedHashSet<>();
		batch.forEach((change) -> queries.add(MethodQuery.about(change.user(), change.kind())));
		MethodAnswers answers = this.tenant.ask(queries);
		List<Long> confirmed = new ArrayList<>();
		List<Settlement> others = new ArrayList<>();
		for (ChangeEntry change : batch) {
			MethodAnswer answer = answers.about(change.user(), change.kind());
			if (Finding.of(change, answer) == Finding.HELD) {
				confirmed.add(change.id());
			}
			else if (!isPostponed(answer) && (this.last || this.afterSilence && isSilent(answer))) {
				others.add(outcome(change, answer));
			}
			else {
				this.open.incrementAndGet();
				this.silent.addAndGet(isSilent(answer) ? 1 : 0);
				this.postponed.addAndGet(isPostponed(answer) ? 1 : 0);
			}
		}
		this.changes.confirm(confirmed);
		this.changes.settle(others);
		this.seen.addAndGet(batch.size());
	}

	/**
	 * Whether the tenant, which is asked for minutes each time, said nothing. 404 is no
	 * silence: it may be the answer for a person who was only just written to.
	 */
	private static boolean isSilent(MethodAnswer answer) {
		return answer instanceof MethodAnswer.Unread unread && unread.status() != 404;
	}

	private static boolean isPostponed(MethodAnswer answer) {
		return answer instanceof MethodAnswer.Unread unread && unread.postponed();
	}

	private static Settlement outcome(ChangeEntry change, MethodAnswer answer) {
		if (answer instanceof MethodAnswer.Unread unread) {
			return new Settlement(change.id(), ChangeState.UNKNOWN, OptionalInt.of(unread.status()), unread.code());
		}
		return Settlement.of(change.id(),
				(Finding.of(change, answer) == Finding.OTHER) ? ChangeState.DRIFTED : ChangeState.MISSING);
	}

}
