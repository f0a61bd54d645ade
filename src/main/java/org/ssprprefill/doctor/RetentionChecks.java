package org.ssprprefill.doctor;

import java.util.List;

/** The check of what is deleted on schedule. */
public final class RetentionChecks {

	/** More of them are told by their number. */
	private static final int TOLD = 3;

	private RetentionChecks() {
	}

	/**
	 * What {@code feed.keep} and {@code report.keep} no longer wanted kept is gone.
	 * @param removed what was deleted, in words
	 * @param obstacles what could not be deleted, in whole sentences
	 * @return a warning if something is still there
	 */
	public static Check kept(String removed, List<String> obstacles) {
		String detail = "Deleted because of their age: " + removed + ".";
		if (obstacles.isEmpty()) {
			return Checks.pass(Subject.RETENTION, detail);
		}
		int more = obstacles.size() - TOLD;
		return Checks.warn(Subject.RETENTION,
				"Still there although it is too old: "
						+ String.join(" ", obstacles.subList(0, Math.min(TOLD, obstacles.size())))
						+ ((more > 0) ? " And " + more + " more." : "") + " " + detail,
				"Give the program's user the right to delete in these folders; the next run tries again.");
	}

}
