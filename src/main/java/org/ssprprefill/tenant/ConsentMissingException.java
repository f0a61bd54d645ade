package org.ssprprefill.tenant;

import org.ssprprefill.message.Message;

/**
 * The tenant does not know the app that wants to sign in: its administrator has not
 * consented to it, or the app's id is wrong.
 */
public final class ConsentMissingException extends TenantRefusedException {

	/**
	 * Creates the exception.
	 * @param reason what was refused and what to check, without token or secret
	 */
	public ConsentMissingException(Message reason) {
		super(reason);
	}

}
