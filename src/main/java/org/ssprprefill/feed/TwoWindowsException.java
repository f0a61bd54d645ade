package org.ssprprefill.feed;

import org.ssprprefill.message.Message;

/** The file is from one Windows or the other, and only its country tells which. */
final class TwoWindowsException extends RefusedExportException {

	private static final long serialVersionUID = 1L;

	TwoWindowsException(Message reason) {
		super(reason);
	}

}
