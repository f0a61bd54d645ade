package org.ssprprefill.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.Settlement;
import org.ssprprefill.tenant.WriteAnswer;

/** The changes of one JSON batch, sorted by what the tenant said. */
final class BatchOutcome {

	/** These say that nothing was stored, so that there is nothing to read back. */
	private static final Set<Integer> PLAIN_REFUSALS = Set.of(401, 403);

	private final List<Settlement> settled = new ArrayList<>();

	private final Map<ChangeEntry, WriteAnswer> doubtful = new LinkedHashMap<>();

	private final List<ChangeEntry> postponed = new ArrayList<>();

	private final List<ChangeEntry> withheld = new ArrayList<>();

	private Duration asked = Duration.ZERO;

	void sort(ChangeEntry change, WriteAnswer answer) {
		if (answer instanceof WriteAnswer.Accepted accepted) {
			this.settled.add(new Settlement(change.id(), ChangeState.ANSWERED, OptionalInt.of(accepted.status()), ""));
		}
		else if (answer instanceof WriteAnswer.Postponed wait) {
			this.postponed.add(change);
			this.asked = (wait.after().compareTo(this.asked) > 0) ? wait.after() : this.asked;
		}
		else if (answer instanceof WriteAnswer.Withheld) {
			this.withheld.add(change);
		}
		else if (answer instanceof WriteAnswer.Refused refused && PLAIN_REFUSALS.contains(refused.status())) {
			this.settled.add(InDoubtResolver.rejected(change, refused));
		}
		else {
			this.doubtful.put(change, answer);
		}
	}

	/** What is settled by the answer alone. */
	List<Settlement> settled() {
		return this.settled;
	}

	/** What must be read back, with what the tenant said. */
	Map<ChangeEntry, WriteAnswer> doubtful() {
		return this.doubtful;
	}

	/** What the tenant said it did not do. */
	List<ChangeEntry> postponed() {
		return this.postponed;
	}

	/** What never left this machine, because the right to write had lapsed. */
	List<ChangeEntry> withheld() {
		return this.withheld;
	}

	/** The longest wait the tenant named. */
	Duration asked() {
		return this.asked;
	}

}
