package org.ssprprefill.feed;

/**
 * A file that cannot be taken as an HR export. The message says what is wrong with it and
 * what to do, in words for HR and the administrator, and never quotes a contact value.
 */
public class RefusedExportException extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * Refuses a file.
	 * @param reason one or more whole sentences
	 */
	public RefusedExportException(String reason) {
		super(reason);
	}

}
