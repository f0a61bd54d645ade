package org.ssprprefill.coverage;

import static org.assertj.core.api.Assertions.assertThat;

/** What the coverage tests say about verdicts. */
final class Verdicts {

	private Verdicts() {
	}

	static Verdict judge(People person) {
		return People.rules(People.settings(1, SsprSettings.Writeback.ON)).judge(person.facts());
	}

	static void assertGap(People person, Gap gap) {
		Verdict verdict = judge(person);
		assertThat(verdict.gap()).contains(gap);
		assertThat(verdict.canReset()).isEqualTo(Ruling.NO);
		assertThat(verdict.canReset2027()).isEqualTo(Ruling.NO);
	}

	static void assertUnknown(Verdict verdict) {
		assertThat(verdict.gap()).contains(Gap.NOT_MEASURABLE);
		assertThat(verdict.canReset()).isEqualTo(Ruling.UNKNOWN);
	}

}
