package org.ssprprefill.ledger;

import java.util.OptionalInt;

/**
 * What became of one change.
 *
 * @param change the change's number
 * @param state the state it is in now
 * @param status the HTTP status that decided it
 * @param code Graph's error code, or empty
 */
public record Settlement(long change, ChangeState state, OptionalInt status, String code) {

	/**
	 * A settlement that no error decided.
	 * @param change the change's number
	 * @param state the state it is in now
	 * @return the settlement
	 */
	public static Settlement of(long change, ChangeState state) {
		return new Settlement(change, state, OptionalInt.empty(), "");
	}

}
