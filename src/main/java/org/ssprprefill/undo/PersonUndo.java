package org.ssprprefill.undo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.MatchedUser;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.plan.Action;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodAnswers;

/** What is taken back of one person's changes, and what is left alone. */
final class PersonUndo {

	private final MatchedUser user;

	private final Map<MethodKind, PlannedChange> changes = new EnumMap<>(MethodKind.class);

	private final Map<MethodKind, Reason> leftAlone = new EnumMap<>(MethodKind.class);

	PersonUndo(MatchedUser user, List<ChangeEntry> done, MethodAnswers answers) {
		this.user = user;
		for (ChangeEntry change : done) {
			MethodAnswer answer = answers.about(user.id(), change.kind());
			if (answer instanceof MethodAnswer.Registered registered) {
				invert(change, registered);
			}
			else {
				this.changes.put(change.kind(), inverse(change, Optional.of((MethodAnswer.Unread) answer)));
			}
		}
		keepTheMobileThatAnotherNeeds(answers);
	}

	private void invert(ChangeEntry change, MethodAnswer.Registered registered) {
		boolean removed = change.action() == Action.REMOVE;
		Optional<Reason> objection = objection(this.user, change.kind(), registered,
				removed ? Optional.empty() : Optional.of(change.value()));
		if (objection.isEmpty() && change.state() == ChangeState.CONFIRMED && change.refused()
				&& !this.user.written().containsKey(change.kind())) {
			// It was there before the run, which only did not know
			objection = Optional.of(Reason.REGISTERED_BY_USER);
		}
		if (objection.isEmpty() && change.action() == Action.UPDATE && change.previous().isEmpty()) {
			objection = Optional.of(Reason.NO_VALUE);
		}
		objection.ifPresentOrElse((reason) -> this.leftAlone.put(change.kind(), reason),
				() -> this.changes.put(change.kind(), inverse(change, Optional.empty())));
	}

	/**
	 * What speaks against taking a change back.
	 * @param left what the change left behind; nothing where it took the method away
	 * @return nothing if the tenant is still as the change left it
	 */
	static Optional<Reason> objection(MatchedUser user, MethodKind kind, MethodAnswer.Registered registered,
			Optional<ContactValue> left) {
		Optional<ContactValue> now = Optional.ofNullable(registered.methods().get(kind));
		if (now.equals(left)) {
			return Optional.empty();
		}
		if (now.isEmpty()) {
			return Optional.of(Reason.REMOVED_SINCE);
		}
		boolean ours = now.equals(Optional.ofNullable(user.written().get(kind)));
		return Optional.of(ours ? Reason.ALREADY_REGISTERED : Reason.REGISTERED_BY_USER);
	}

	private PlannedChange inverse(ChangeEntry change, Optional<MethodAnswer.Unread> unread) {
		ContactValue value = (change.action() == Action.UPDATE) ? change.previous().orElse(change.value())
				: change.value();
		Optional<ContactValue> replaced = (change.action() == Action.REMOVE) ? Optional.empty()
				: Optional.of(change.value());
		return new PlannedChange(this.user.id(), change.kind(), change.reason().inverse(), value, replaced, unread);
	}

	/**
	 * Graph keeps a mobile as long as there is an alternate one, and wants a mobile
	 * before an alternate one (learn.microsoft.com,
	 * graph/api/resources/phoneauthenticationmethod).
	 */
	private void keepTheMobileThatAnotherNeeds(MethodAnswers answers) {
		if (!(answers.about(this.user.id(), MethodKind.MOBILE) instanceof MethodAnswer.Registered phones)) {
			return;
		}
		boolean alternateStays = phones.methods().containsKey(MethodKind.ALTERNATE_MOBILE)
				&& !isPlanned(MethodKind.ALTERNATE_MOBILE, Action.REMOVE);
		if (isPlanned(MethodKind.MOBILE, Action.REMOVE) && alternateStays) {
			leaveAlone(MethodKind.MOBILE, Reason.REGISTERED_BY_USER);
		}
		boolean mobileThere = phones.methods().containsKey(MethodKind.MOBILE)
				|| isPlanned(MethodKind.MOBILE, Action.ADD);
		if (isPlanned(MethodKind.ALTERNATE_MOBILE, Action.ADD) && !mobileThere) {
			leaveAlone(MethodKind.ALTERNATE_MOBILE, Reason.NO_VALUE);
		}
	}

	private boolean isPlanned(MethodKind kind, Action action) {
		return Optional.ofNullable(this.changes.get(kind))
			.filter((change) -> change.reason().action() == action)
			.isPresent();
	}

	private void leaveAlone(MethodKind kind, Reason reason) {
		this.changes.remove(kind);
		this.leftAlone.put(kind, reason);
	}

	/** The changes to make. */
	List<PlannedChange> changes() {
		return new ArrayList<>(this.changes.values());
	}

	/** Why the other methods are left as they are. */
	Map<MethodKind, Reason> leftAlone() {
		return this.leftAlone;
	}

}
