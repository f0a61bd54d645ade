package org.ssprprefill.tenant;

import org.ssprprefill.message.Message;

/**
 * The tenant, or its login, does not accept the credential; trying again will not help.
 */
public class TenantRefusedException extends RuntimeException {

	private final transient Message reason;

	/**
	 * Creates the exception.
	 * @param reason what was refused and what to check, without token or secret
	 */
	public TenantRefusedException(Message reason) {
		super(reason.inEnglish());
		this.reason = reason;
	}

	/**
	 * Creates the exception.
	 * @param message the same, in English only
	 */
	public TenantRefusedException(String message) {
		this(Message.verbatim(message));
	}

	/**
	 * What happened, and what to check.
	 * @return one or more whole sentences
	 */
	public Message reason() {
		return this.reason;
	}

}
