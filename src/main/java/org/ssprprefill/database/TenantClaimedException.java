package org.ssprprefill.database;

/** A tenant has its memory under another entry of the fleet. */
public final class TenantClaimedException extends LedgerException {

	private static final long serialVersionUID = 1L;

	TenantClaimedException(String organization, String entry, String other) {
		super("The entries " + entry + " and " + other + " are one tenant, " + organization
				+ ", whose memory is kept under " + other + ". Take the entry " + entry
				+ " out of the fleet file. Nothing was written.");
	}

}
