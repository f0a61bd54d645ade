package org.ssprprefill.graph;

import java.time.Instant;

/** Where access tokens come from. */
interface TokenSource {

	/**
	 * Asks for a new token.
	 * @return the token
	 */
	Token fetch();

	/**
	 * Whether asking again can give another token.
	 * @return {@code false} for a token the administrator supplied
	 */
	default boolean renewable() {
		return true;
	}

	/** A token; masked when printed. */
	record Token(String value, Instant expiresAt) {

		@Override
		public String toString() {
			return "Token[••••, " + this.expiresAt + "]";
		}

	}

}
