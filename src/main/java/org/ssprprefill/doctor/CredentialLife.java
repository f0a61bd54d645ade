package org.ssprprefill.doctor;

import java.time.Instant;
import java.util.Optional;

/**
 * How long the credential of a job is good for.
 *
 * @param kind what it is
 * @param ends when it ends, where that can be seen
 */
public record CredentialLife(Kind kind, Optional<Instant> ends) {

	/** What a program signs in with. */
	public enum Kind {

		/** A certificate; it says itself when it ends. */
		CERTIFICATE,

		/** A client secret; only the app registration knows when it ends. */
		CLIENT_SECRET,

		/** An identity that the platform looks after. */
		PLATFORM_IDENTITY,

		/** A token the administrator supplies; it says itself when it ends. */
		ACCESS_TOKEN,

		/** A simulated tenant needs none. */
		NONE

	}

	/** The same with the end that the token names, where the token is all there is. */
	CredentialLife until(Optional<Instant> tokenEnds) {
		return (this.kind == Kind.ACCESS_TOKEN) ? new CredentialLife(this.kind, tokenEnds) : this;
	}

}
