package org.ssprprefill.doctor;

import java.util.Locale;
import java.util.Optional;

/**
 * The answer to one question about the tenant, the feed or the ledger.
 *
 * @param id stable id: lower-case letters, digits and hyphens
 * @param status the answer
 * @param title the question's subject in a few words
 * @param detail what was seen, in a sentence
 * @param remedy what to do, for anything but a pass
 * @param skippedBecause why the question could not be asked
 * @param guardsWriting whether a failure means that nothing may be written
 */
public record Check(String id, Status status, String title, String detail, Optional<String> remedy,
		Optional<String> skippedBecause, boolean guardsWriting) {

	/** The possible answers. */
	public enum Status {

		/** In order. */
		PASS,

		/** Worth a look. */
		WARN,

		/** Not in order. */
		FAIL,

		/** Could not be asked. */
		SKIPPED;

		/**
		 * The stable word of every output.
		 * @return for example {@code pass}
		 */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Whether this check forbids writing.
	 * @return {@code true} for a failed check that guards writing
	 */
	public boolean forbidsWriting() {
		return this.guardsWriting && this.status == Status.FAIL;
	}

}
