package org.ssprprefill.plan;

import java.util.Optional;

/**
 * What is known about a method before the tenant is asked about this one person.
 *
 * @param wish what should be registered
 * @param report what the registration report says of a method of this kind
 * @param written what this program last wrote and confirmed
 */
public record ReadingNeed(Wish wish, Report report, Optional<Written> written) {

	/** What the registration report may say; it lags behind by a day or two. */
	public enum Report {

		/** The person has one. */
		SHOWS,

		/** The person is in the report, without one. */
		SHOWS_NONE,

		/** The person is not in the report, or there is none. */
		SILENT

	}

	/**
	 * Whether the tenant must be asked for the registered value before anything can be
	 * decided, so that no request is wasted. Where it need not be asked, the method is
	 * {@link Registered.Unread} for {@link Planner#decide}.
	 *
	 * <p>
	 * Where only a missing method may be added, a report without one is believed: Graph
	 * keeps one of each kind and refuses a second, so a user who registered one since
	 * loses nothing (learn.microsoft.com, graph/api/authentication-post-phonemethods).
	 * @return {@code true} if the value must be read
	 */
	public boolean mustRead() {
		if (this.wish.moot().isPresent()) {
			return false;
		}
		return switch (this.wish.policy()) {
			case OFF -> false;
			case MISSING -> switch (this.report) {
				case SHOWS -> false;
				case SHOWS_NONE -> this.written.isPresent();
				case SILENT -> true;
			};
			case OWN -> this.report != Report.SHOWS || !writtenIsWanted();
			case REPLACE -> true;
		};
	}

	private boolean writtenIsWanted() {
		return this.written.filter((ours) -> this.wish.isFor(ours.value())).isPresent();
	}

}
