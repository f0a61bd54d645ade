package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.ssprprefill.coverage.Gap;
import org.ssprprefill.ledger.ChangeState;

/**
 * Why a line of {@code people.csv} needs attention, in the stable words by which the
 * page's table of people is filtered: a gap, a row without a user, an outcome that is not
 * the wanted one, or a way back that an announced ending takes.
 */
final class AttentionReasons {

	/** Can reset today, but not after all endings; the id of the check that says so. */
	static final String FEBRUARY = "february-2027";

	private static final Set<String> NOBODYS = Set.of("unmatched", "ambiguous");

	private static final List<String> OUTCOMES = Stream
		.of(ChangeState.MISSING, ChangeState.DRIFTED, ChangeState.UNKNOWN, ChangeState.REJECTED)
		.map(ChangeState::word)
		.toList();

	private AttentionReasons() {
	}

	/** The words of a line, the most pressing first; none if it needs no attention. */
	static List<String> of(PersonLine line) {
		List<String> matters = new ArrayList<>();
		if (NOBODYS.contains(line.decision())) {
			matters.add(line.decision());
		}
		// A disabled account needs no reset, and is not counted either
		if (!line.gap().isEmpty() && !line.gap().equals(Gap.DISABLED.word())) {
			matters.add(line.gap());
		}
		OUTCOMES.stream()
			.filter((word) -> line.methods().values().stream().anyMatch((method) -> method.outcome().equals(word)))
			.forEach(matters::add);
		if (line.canReset().equals("yes") && line.canReset2027().equals("no")) {
			matters.add(FEBRUARY);
		}
		return matters;
	}

}
