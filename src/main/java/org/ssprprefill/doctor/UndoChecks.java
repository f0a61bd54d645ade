package org.ssprprefill.doctor;

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
		return Checks.warn(Subject.UNDO_BROKEN_OFF,
				"Run " + run + " broke off while it wrote. What it had not sent was given up, and what it had sent was "
						+ "read back.",
				"Its feed files still lie in the drop folder: take wrong ones away before the next run.");
	}

}
