package org.ssprprefill.coverage;

/**
 * A condition with the gap that it is when it fails.
 *
 * @param condition the condition
 * @param gap the gap
 */
record Finding(Condition condition, Gap gap) {

	Ruling answer() {
		return this.condition.answer();
	}

}
