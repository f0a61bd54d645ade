package org.ssprprefill.database;

/** Another run has the right to write to a tenant. */
public final class TenantBusyException extends LedgerException {

	private static final long serialVersionUID = 1L;

	TenantBusyException(String holder) {
		super("Another run is active on this tenant: " + holder + ". Wait for it to end; nothing was touched.");
	}

}
