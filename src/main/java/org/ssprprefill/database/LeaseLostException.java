package org.ssprprefill.database;

/** Another run has taken over the right to write to a tenant. */
public final class LeaseLostException extends LedgerException {

	private static final long serialVersionUID = 1L;

	LeaseLostException() {
		super("This run has lost the right to write to the tenant to another run, because the ledger's database had not"
				+ " heard of it for two minutes. It left off before its next write; start the same command again once the"
				+ " other run has ended.");
	}

}
