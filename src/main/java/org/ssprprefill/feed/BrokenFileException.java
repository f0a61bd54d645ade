package org.ssprprefill.feed;

import java.io.IOException;

import org.ssprprefill.message.Message;

/**
 * A file that turns out broken while it is read. The message is whole sentences for HR,
 * with what to do.
 */
final class BrokenFileException extends IOException {

	private static final long serialVersionUID = 1L;

	private final transient Message reason;

	BrokenFileException(Message reason) {
		super(reason.inEnglish());
		this.reason = reason;
	}

	BrokenFileException(Message reason, Throwable cause) {
		this(reason);
		initCause(cause);
	}

	Message reason() {
		return this.reason;
	}

}
