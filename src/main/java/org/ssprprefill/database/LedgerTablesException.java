package org.ssprprefill.database;

/** The database answers, but the ledger's tables in it are not fit for this program. */
public final class LedgerTablesException extends LedgerException {

	private static final long serialVersionUID = 1L;

	LedgerTablesException(String message) {
		super(message);
	}

	LedgerTablesException(String message, Throwable cause) {
		super(message, cause);
	}

}
