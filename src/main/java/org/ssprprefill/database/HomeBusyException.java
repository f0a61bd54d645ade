package org.ssprprefill.database;

import java.nio.file.Path;

/** Another process, or another part of this one, works in the home folder right now. */
public final class HomeBusyException extends LedgerException {

	private static final long serialVersionUID = 1L;

	HomeBusyException(Path home, String holder) {
		super("The home folder " + home + " is in use by " + holder + ". Wait until that run has ended, "
				+ "or name another folder with --home.");
	}

}
