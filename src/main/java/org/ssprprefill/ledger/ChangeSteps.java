package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Steps that changes take, to be committed together; no change takes two of them.
 *
 * @param sent the client request id of each change that is about to be sent
 * @param withheld changes that were about to be sent, and did not leave
 * @param settled what became of changes
 * @param confirmed changes that were read back as wanted
 */
record ChangeSteps(Map<Long, String> sent, Collection<Long> withheld, Collection<Settlement> settled,
		Collection<Long> confirmed) {

	static ChangeSteps ofSent(Map<Long, String> requestIds, Collection<Settlement> others) {
		return new ChangeSteps(requestIds, List.of(), others, List.of());
	}

	static ChangeSteps ofWithheld(Collection<Long> changes) {
		return new ChangeSteps(Map.of(), changes, List.of(), List.of());
	}

	static ChangeSteps ofSettled(Collection<Settlement> settlements) {
		return new ChangeSteps(Map.of(), List.of(), settlements, List.of());
	}

	static ChangeSteps ofConfirmed(Collection<Long> changes) {
		return new ChangeSteps(Map.of(), List.of(), List.of(), changes);
	}

	static ChangeSteps together(List<ChangeSteps> many) {
		Map<Long, String> sent = new HashMap<>();
		List<Long> withheld = new ArrayList<>();
		List<Settlement> settled = new ArrayList<>();
		List<Long> confirmed = new ArrayList<>();
		many.forEach((steps) -> {
			sent.putAll(steps.sent);
			withheld.addAll(steps.withheld);
			settled.addAll(steps.settled);
			confirmed.addAll(steps.confirmed);
		});
		return new ChangeSteps(sent, withheld, settled, confirmed);
	}

	/**
	 * Takes the steps in the transaction of its caller. All rows are known by their
	 * numbers: PostgreSQL must neither read the whole table for them, nor begin with
	 * those in a state, of which it remembers only how many there were some time ago.
	 */
	void take(JdbcTemplate jdbc, ChangeAudit audit) {
		jdbc.execute("set local enable_seqscan = off");
		List<ChangeTransition> moved = new ArrayList<>();
		if (!this.sent.isEmpty()) {
			moved.addAll(SentRows.update(jdbc, this.sent));
		}
		if (!this.withheld.isEmpty()) {
			moved.addAll(SentRows.takeBack(jdbc, this.withheld));
		}
		if (!this.settled.isEmpty()) {
			moved.addAll(SettledRows.update(jdbc, this.settled));
		}
		if (!this.confirmed.isEmpty()) {
			List<ChangeTransition> now = SettledRows.confirm(jdbc, this.confirmed);
			new WrittenMethods(jdbc).confirmed(now.stream().map(ChangeTransition::id).toList());
			moved.addAll(now);
		}
		audit.reached(moved);
	}

}
