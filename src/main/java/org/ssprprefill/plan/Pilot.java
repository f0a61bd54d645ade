package org.ssprprefill.plan;

import java.util.OptionalInt;

/**
 * Counts the people who are written to tonight ({@code scope.pilot}), in the order in
 * which they are presented. Not safe for several threads.
 */
public final class Pilot {

	private final int places;

	private int taken;

	private Pilot(int places) {
		this.places = places;
	}

	/**
	 * A pilot of at most that many people.
	 * @param scope the setting {@code scope.pilot}; without it there is no bound
	 * @return the pilot, with every place free
	 */
	public static Pilot of(OptionalInt scope) {
		return new Pilot(scope.orElse(Integer.MAX_VALUE));
	}

	/**
	 * Whether the next person may be written to. A person without changes takes no place.
	 * @param hasChanges whether anything would be written for the person
	 * @return {@code false} if the person is beyond the pilot
	 */
	public boolean admits(boolean hasChanges) {
		if (!hasChanges) {
			return true;
		}
		if (this.taken >= this.places) {
			return false;
		}
		this.taken++;
		return true;
	}

	/**
	 * Whether no further person with changes is admitted.
	 * @return {@code true} once every place is taken
	 */
	public boolean isFull() {
		return this.taken >= this.places;
	}

}
