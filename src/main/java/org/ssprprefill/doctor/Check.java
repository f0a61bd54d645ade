package org.ssprprefill.doctor;

import java.util.Optional;

import org.ssprprefill.contact.Word;
import org.ssprprefill.message.Message;

/**
 * The answer to one question about the tenant, the feed or the ledger.
 *
 * @param subject what was asked about
 * @param id stable id: the subject's, which one of several groups adds its own to
 * @param status the answer
 * @param detail what was seen, in whole sentences
 * @param remedy what to do, for anything but a pass
 * @param skippedBecause why the question could not be asked
 * @param guardsWriting whether a failure means that nothing may be written
 */
public record Check(Subject subject, String id, Status status, Message detail, Optional<Message> remedy,
		Optional<Skip> skippedBecause, boolean guardsWriting) {

	/** The possible answers. */
	public enum Status implements Word {

		/** In order. */
		PASS,

		/** Worth a look. */
		WARN,

		/** Not in order. */
		FAIL,

		/** Could not be asked. */
		SKIPPED;

	}

	/**
	 * The question's subject for people.
	 * @return a few words
	 */
	public String title() {
		return this.subject.title();
	}

	/**
	 * Whether this check forbids writing.
	 * @return {@code true} for a failed check that guards writing
	 */
	public boolean forbidsWriting() {
		return this.guardsWriting && this.status == Status.FAIL;
	}

	/** The same answer, about one of several of the subject's kind. */
	Check of(String id) {
		return new Check(this.subject, id, this.status, this.detail, this.remedy, this.skippedBecause,
				this.guardsWriting);
	}

}
