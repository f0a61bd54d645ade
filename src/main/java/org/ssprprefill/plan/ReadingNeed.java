package org.ssprprefill.plan;

import java.util.Optional;

/**
 * What is known about a method before anybody asks the tenant about this one person.
 *
 * @param wish what should be registered
 * @param reportShowsMethod whether the registration report lists a method of this kind
 * for the person; {@code false} where the report says nothing
 * @param written what this program last wrote and confirmed
 */
public record ReadingNeed(Wish wish, boolean reportShowsMethod, Optional<Written> written) {

	/**
	 * Whether the tenant must be asked for the registered value before anything can be
	 * decided, so that nobody is asked about in vain. Where it need not be asked, the
	 * method is {@link Registered.Unread} for {@link Planner#decide}.
	 * @return {@code true} if the value must be read
	 */
	public boolean mustRead() {
		if (this.wish.moot().isPresent()) {
			return false;
		}
		return switch (this.wish.policy()) {
			case OFF -> false;
			case MISSING -> !this.reportShowsMethod;
			case OWN -> !this.reportShowsMethod || !writtenIsWanted();
			case REPLACE -> true;
		};
	}

	private boolean writtenIsWanted() {
		return this.written.filter((ours) -> this.wish.isFor(ours.value())).isPresent();
	}

}
