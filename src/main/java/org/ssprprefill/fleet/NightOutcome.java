package org.ssprprefill.fleet;

import java.util.Arrays;

import org.ssprprefill.contact.Word;

/** What became of a tenant's night, in every output. */
public enum NightOutcome implements Word {

	/** Done; nothing to look at. */
	DONE,

	/** Done, and something needs a person. */
	ATTENTION,

	/** Held by a limit. */
	HELD,

	/** A check forbade writing. */
	REFUSED,

	/** Failed, and failed again. */
	FAILED,

	/** Two workers died during it. */
	GIVEN_UP,

	/** The tenant's entry, or the template for it, is wrong. */
	MISCONFIGURED,

	/** Its time was over; it goes on the next night. */
	LEFT_OFF,

	/** In work. */
	RUNNING,

	/** Not begun. */
	WAITING;

	static NightOutcome of(String word) {
		return Arrays.stream(values()).filter((outcome) -> outcome.word().equals(word)).findFirst().orElse(FAILED);
	}

	/** How a run that ended by itself is called. */
	static NightOutcome of(int exitCode) {
		return switch (exitCode) {
			case 0 -> DONE;
			case 2 -> MISCONFIGURED;
			case 3 -> HELD;
			case 4, 5, 8 -> ATTENTION;
			case 7 -> REFUSED;
			default -> FAILED;
		};
	}

	/** Whether it counts as a failure, whatever exit code it came with. */
	boolean countsAsFailure() {
		return switch (this) {
			case FAILED, GIVEN_UP, MISCONFIGURED, LEFT_OFF, RUNNING, WAITING -> true;
			default -> false;
		};
	}

}
