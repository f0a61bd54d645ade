package org.ssprprefill.tenant;

import org.ssprprefill.message.Message;

/**
 * The tenant gave no usable answer within a bounded time; trying again later may help.
 */
public class TenantUnavailableException extends RuntimeException {

	private final transient Message reason;

	/**
	 * Creates the exception.
	 * @param reason what was asked and what happened, without personal data
	 */
	public TenantUnavailableException(Message reason) {
		super(reason.inEnglish());
		this.reason = reason;
	}

	/**
	 * Creates the exception.
	 * @param message the same, in English only
	 */
	public TenantUnavailableException(String message) {
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
