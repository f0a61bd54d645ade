package org.ssprprefill.doctor;

import java.util.List;

import org.ssprprefill.message.Message;

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
	public static Check kept(Message removed, List<Message> obstacles) {
		Message detail = Message.of("check.retention", removed);
		if (obstacles.isEmpty()) {
			return Checks.pass(Subject.RETENTION, detail);
		}
		Message still = Message.of("check.retention.still",
				Message.sentences(obstacles.subList(0, Math.min(TOLD, obstacles.size()))));
		int more = obstacles.size() - TOLD;
		return Checks.warn(Subject.RETENTION,
				((more > 0) ? still.then("check.retention.more", more) : still).then(detail),
				Message.of("check.retention.next"));
	}

}
