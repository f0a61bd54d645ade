package org.ssprprefill.vault;

import org.ssprprefill.database.LedgerException;

/**
 * The ledger is not as this program wrote it, so that nothing may be written on its word.
 */
public final class AlteredLedgerException extends LedgerException {

	private static final long serialVersionUID = 1L;

	private final String found;

	/**
	 * Creates the exception.
	 * @param found what was altered, a sentence without personal data
	 */
	public AlteredLedgerException(String found) {
		super(found + " The ledger was altered outside this program. Restore its database from a backup, and find "
				+ "out who had access to it.");
		this.found = found;
	}

	/**
	 * What was altered.
	 * @return sentences without the remedy
	 */
	public String found() {
		return this.found;
	}

}
