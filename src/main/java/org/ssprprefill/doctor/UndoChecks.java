package org.ssprprefill.doctor;

import org.ssprprefill.message.Message;

/** What an undo found about the run it takes back. */
public final class UndoChecks {

	private UndoChecks() {
	}

	/**
	 * The run had broken off while it wrote.
	 * @param run the run's id
	 * @return a warning
	 */
	public static Check brokenOff(String run) {
		return Checks.warn(Subject.UNDO_BROKEN_OFF, Message.of("check.undo", run).then("check.undo.sent"),
				Message.of("check.undo.next"));
	}

}
