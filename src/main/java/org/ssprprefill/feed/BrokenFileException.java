package org.ssprprefill.feed;

import java.io.IOException;

/**
 * A file that turns out broken while it is read. The message is whole sentences for HR,
 * with what to do.
 */
final class BrokenFileException extends IOException {

	private static final long serialVersionUID = 1L;

	BrokenFileException(String message) {
		super(message);
	}

	BrokenFileException(String message, Throwable cause) {
		super(message, cause);
	}

}
