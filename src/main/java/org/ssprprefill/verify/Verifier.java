package org.ssprprefill.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

import org.ssprprefill.contact.MethodKind;
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
 * Reads back every change that the tenant accepted. Reads are eventually consistent after
 * writes, so what does not show yet is asked for again a little later.
 */
public final class Verifier {

	private static final int PAGE = 1600;

	private static final List<Duration> SECOND_LOOKS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2),
			Duration.ofSeconds(4));

	private final Tenant tenant;

	private final ChangeStore changes;

	private final Consumer<Duration> pause;

	/**
	 * Creates a verifier.
	 * @param tenant the tenant to read
	 * @param changes the ledger's changes
	 * @param pause waits for the given time
	 */
	public Verifier(Tenant tenant, ChangeStore changes, Consumer<Duration> pause) {
		this.tenant = tenant;
		this.changes = changes;
		this.pause = pause;
	}

	/**
	 * Gives every accepted change of a run its outcome.
	 * @param run the run's id
	 * @return how many changes were read back
	 */
	public long verify(String run) {
		long verified = 0;
		Set<MethodKind> all = EnumSet.allOf(MethodKind.class);
		List<ChangeEntry> page = this.changes.next(run, ChangeState.ANSWERED, all, 0, PAGE);
		while (!page.isEmpty()) {
			verify(page);
			verified += page.size();
			page = this.changes.next(run, ChangeState.ANSWERED, all, page.get(page.size() - 1).id(), PAGE);
		}
		return verified;
	}

	private void verify(List<ChangeEntry> page) {
		MethodAnswers answers = ask(page);
		List<ChangeEntry> notYet = confirm(page, answers);
		for (Duration wait : SECOND_LOOKS) {
			if (notYet.isEmpty()) {
				return;
			}
			this.pause.accept(wait);
			MethodAnswers before = answers;
			answers = ask(notYet);
			notYet = confirm(notYet, answers);
			if (isSilent(notYet, before) && isSilent(notYet, answers)) {
				break;
			}
		}
		MethodAnswers last = answers;
		this.changes.settle(
				notYet.stream().map((change) -> outcome(change, last.about(change.user(), change.kind()))).toList());
	}

	/**
	 * Whether the tenant, which is asked for minutes each time, said nothing of these.
	 * 404 is no silence: it may be the answer for somebody who was only just written to.
	 */
	private static boolean isSilent(List<ChangeEntry> page, MethodAnswers answers) {
		return page.stream()
			.allMatch((change) -> answers.about(change.user(), change.kind()) instanceof MethodAnswer.Unread unread
					&& unread.status() != 404);
	}

	private MethodAnswers ask(List<ChangeEntry> page) {
		Set<MethodQuery> queries = new LinkedHashSet<>();
		page.forEach((change) -> queries.add(MethodQuery.about(change.user(), change.kind())));
		return this.tenant.ask(queries);
	}

	private List<ChangeEntry> confirm(List<ChangeEntry> page, MethodAnswers answers) {
		List<Long> confirmed = new ArrayList<>();
		List<ChangeEntry> notYet = new ArrayList<>();
		for (ChangeEntry change : page) {
			if (Finding.of(change, answers.about(change.user(), change.kind())) == Finding.HELD) {
				confirmed.add(change.id());
			}
			else {
				notYet.add(change);
			}
		}
		this.changes.confirm(confirmed);
		return notYet;
	}

	private static Settlement outcome(ChangeEntry change, MethodAnswer answer) {
		if (answer instanceof MethodAnswer.Unread unread) {
			return new Settlement(change.id(), ChangeState.UNKNOWN, OptionalInt.of(unread.status()), unread.code());
		}
		return Settlement.of(change.id(),
				(Finding.of(change, answer) == Finding.OTHER) ? ChangeState.DRIFTED : ChangeState.MISSING);
	}

}
