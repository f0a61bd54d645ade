package org.ssprprefill.notify;

import org.ssprprefill.contact.Word;

/**
 * Whom HR's own answer to its files goes to.
 *
 * @param mail the recipients and the server; its own {@code when} says nothing
 * @param when after which runs
 */
public record HrMailSettings(MailSettings mail, Occasion when) {

	/** After which runs HR is told. */
	public enum Occasion implements Word {

		/** Where something is to be mended. */
		REJECTS,

		/** After every run that took or refused files. */
		ALWAYS,

		/** Not at all. */
		NEVER;

		/**
		 * Whether HR is told.
		 * @param rejects whether something is to be mended
		 * @return {@code true} if a mail is sent
		 */
		public boolean concerns(boolean rejects) {
			return this == ALWAYS || this == REJECTS && rejects;
		}

	}

}
