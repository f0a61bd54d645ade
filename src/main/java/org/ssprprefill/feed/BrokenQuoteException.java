package org.ssprprefill.feed;

import java.io.IOException;

/** Quotes that do not pair, so that nobody can tell where a cell ends. */
final class BrokenQuoteException extends IOException {

	private static final long serialVersionUID = 1L;

	BrokenQuoteException(String message) {
		super(message);
	}

}
