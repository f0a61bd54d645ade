package org.ssprprefill.tenant;

/**
 * The tenant does not know the app that wants to sign in: its administrator has not
 * consented to it, or the app's id is wrong.
 */
public final class ConsentMissingException extends TenantRefusedException {

	/**
	 * Creates the exception.
	 * @param message what was refused and what to check, without token or secret
	 */
	public ConsentMissingException(String message) {
		super(message);
	}

}
