package org.ssprprefill.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.ChangeStore;
import org.ssprprefill.ledger.PlannedChange;

/**
 * What a run has sent that is taken up while it wrote. It is not planned a second time;
 * what was not answered is sent again only where tonight's feed still wants just that.
 */
final class UnderWay {

	/** No more than that can be in flight at a time. */
	private static final int MOST = 100_000;

	private final ChangeStore changes;

	private final String run;

	private final List<ChangeEntry> unanswered;

	UnderWay(ChangeStore changes, String run) {
		this.changes = changes;
		this.run = run;
		this.unanswered = changes.next(run, ChangeState.SENT, EnumSet.allOf(MethodKind.class), 0, MOST);
	}

	/**
	 * What is left to plan for people.
	 * @param people the people who were just decided about
	 * @param planned what they would need
	 */
	List<PlannedChange> without(Collection<ObjectId> people, List<PlannedChange> planned) {
		Map<ObjectId, Set<MethodKind>> begun = this.changes.begun(this.run, people);
		List<PlannedChange> rest = new ArrayList<>(planned);
		rest.removeIf((change) -> begun.getOrDefault(change.user(), Set.of()).contains(change.kind()));
		this.changes.onlyReadBack(this.unanswered.stream()
			.filter((sent) -> people.contains(sent.user()))
			.filter((sent) -> planned.stream().noneMatch((change) -> isSame(sent, change)))
			.map(ChangeEntry::id)
			.toList());
		return rest;
	}

	private static boolean isSame(ChangeEntry sent, PlannedChange planned) {
		return sent.user().equals(planned.user()) && sent.kind() == planned.kind()
				&& sent.value().equals(planned.value());
	}

}
