package org.ssprprefill.tenant;

import java.time.Duration;

/**
 * What the tenant said to one {@link MethodWrite}. None of it proves what is registered.
 */
public sealed interface WriteAnswer {

	/**
	 * 2xx.
	 *
	 * @param status the HTTP status
	 */
	record Accepted(int status) implements WriteAnswer {
	}

	/**
	 * 4xx other than 429: refused, although the method may be stored all the same.
	 *
	 * @param status the HTTP status
	 * @param code Graph's error code, or empty
	 */
	record Refused(int status, String code) implements WriteAnswer {
	}

	/**
	 * 429 or 503, or never left this machine: not done, to be sent again.
	 *
	 * @param after how long the tenant asked to wait; zero if it named no time
	 */
	record Postponed(Duration after) implements WriteAnswer {
	}

	/**
	 * Nothing left this machine, because the {@link WritePermit} had lapsed.
	 */
	record Withheld() implements WriteAnswer {
	}

	/**
	 * No answer, or another 5xx: it may have been done.
	 *
	 * @param status the HTTP status, 0 where there was none
	 * @param code Graph's error code, or empty
	 */
	record Unanswered(int status, String code) implements WriteAnswer {
	}

}
