package org.ssprprefill.report;

import java.util.Arrays;
import java.util.Optional;

import org.ssprprefill.doctor.Check;
import org.ssprprefill.doctor.Skip;
import org.ssprprefill.doctor.Subject;
import org.ssprprefill.message.Message;

/**
 * One check as the report shows it.
 *
 * @param id the check's stable id
 * @param status {@code pass}, {@code warn}, {@code fail} or {@code skipped}
 * @param title its subject
 * @param detail what was seen
 * @param remedy what to do
 * @param skippedBecause the word for why it could not be asked
 */
public record CheckLine(String id, String status, String title, Message detail, Optional<Message> remedy,
		Optional<String> skippedBecause) {

	/**
	 * The report's line for a check.
	 * @param check the check
	 * @return its line
	 */
	public static CheckLine of(Check check) {
		return new CheckLine(check.id(), check.status().word(), check.title(), check.detail(), check.remedy(),
				check.skippedBecause().map(Skip::word));
	}

	/** What it asks about; nothing for a check that this version does not know. */
	Optional<Subject> subject() {
		return Arrays.stream(Subject.values()).filter((known) -> known.title().equals(this.title)).findFirst();
	}

	boolean is(Check.Status wanted) {
		return this.status.equals(wanted.word());
	}

}
