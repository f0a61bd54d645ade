package org.ssprprefill.database;

/**
 * The ledger cannot be used. The message says what happened, where and what to do next,
 * in words for an administrator; it never holds a password, a key or a contact value.
 */
public class LedgerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * A refusal of this program's own.
	 * @param message what happened, where, and the remedy
	 */
	public LedgerException(String message) {
		super(message);
	}

	/**
	 * A refusal that another error led to.
	 * @param message what happened, where, and the remedy
	 * @param cause the error behind it
	 */
	public LedgerException(String message, Throwable cause) {
		super(message, cause);
	}

}
