package org.ssprprefill.tenant;

/**
 * The tenant, or its login, does not accept the credential; trying again will not help.
 */
public class TenantRefusedException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param message what was refused and what to check, without token or secret
	 */
	public TenantRefusedException(String message) {
		super(message);
	}

}
