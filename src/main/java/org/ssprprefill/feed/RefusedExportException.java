package org.ssprprefill.feed;

import org.ssprprefill.message.Message;

/**
 * A file that cannot be taken as an HR export. The message says what is wrong with it and
 * what to do, in words for HR and the administrator, and never quotes a contact value.
 */
public class RefusedExportException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	/**
	 * Refuses a file.
	 * @param reason one or more whole sentences
	 */
	public RefusedExportException(Message reason) {
		super(reason.inEnglish());
		this.reason = reason;
	}

	/**
	 * Why, and what to do.
	 * @return one or more whole sentences
	 */
	public Message reason() {
		return this.reason;
	}

}
