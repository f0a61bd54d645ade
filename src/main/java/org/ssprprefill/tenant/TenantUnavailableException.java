package org.ssprprefill.tenant;

/**
 * The tenant gave no usable answer within a bounded time; trying again later may help.
 */
public class TenantUnavailableException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param message what was asked and what happened, without personal data
	 */
	public TenantUnavailableException(String message) {
		super(message);
	}

}
