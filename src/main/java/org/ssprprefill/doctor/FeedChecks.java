package org.ssprprefill.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The checks of the drop folder and the files in it. */
public final class FeedChecks {

	private FeedChecks() {
	}

	/**
	 * The drop folder is there and can be read.
	 * @param folder the folder
	 * @return a pass
	 */
	public static Check folder(String folder) {
		return Checks.pass("feed-folder", "Drop folder", "The folder " + folder + " can be read.");
	}

	/**
	 * The drop folder cannot be read.
	 * @param problem what is wrong with it
	 * @return a failure that guards writing
	 */
	public static Check noFolder(String problem) {
		return Checks.guard("feed-folder", "Drop folder", problem,
				"Create the folder, or correct feed.drop, and give the program's user the right to read and write it.");
	}

	/**
	 * The newest file is recent enough.
	 * @param newest the newest file's time, if there ever was a file
	 * @param within how old it may be
	 * @param now the time now
	 * @return the check; a stale feed fails
	 */
	public static Check age(Optional<Instant> newest, Duration within, Instant now) {
		String title = "Feed is fresh";
		String remedy = "Ask HR whether the export ran; the newest file may be at most " + words(within) + " old.";
		if (newest.isEmpty()) {
			return Checks.fail("feed-stale", title, "No feed file has ever been seen.", remedy);
		}
		Duration age = Duration.between(newest.get(), now);
		String seen = "The newest feed file is of " + newest.get().truncatedTo(ChronoUnit.SECONDS) + ".";
		return (age.compareTo(within) > 0) ? Checks.fail("feed-stale", title, seen, remedy)
				: Checks.pass("feed-stale", title, seen);
	}

	/**
	 * Files whose content an earlier run has processed.
	 * @param names the files
	 * @return a warning
	 */
	public static Check repeated(List<String> names) {
		return Checks.warn("feed-repeated", "Files seen before",
				"Processed by an earlier run and not taken again: " + String.join(", ", names) + ".",
				"Nothing to do, unless HR meant to send something new.");
	}

	/**
	 * Files that are still being written.
	 * @param names the files
	 * @param settledFor how long a file must rest
	 * @return a warning
	 */
	public static Check growing(List<String> names, Duration settledFor) {
		return Checks.warn("feed-growing", "Files still being written",
				"Changed less than " + words(settledFor) + " ago and left alone: " + String.join(", ", names) + ".",
				"Nothing to do; the next run takes them.");
	}

	/**
	 * Files that could not be read.
	 * @param names the files
	 * @param onlyOnes whether no other file was left to process
	 * @return a failure; it guards writing if nothing else was there
	 */
	public static Check refused(List<String> names, boolean onlyOnes) {
		String detail = "Not readable as an HR export: " + String.join(", ", names) + ".";
		String remedy = "The answer beside each file in the refused folder says what to mend.";
		return onlyOnes ? Checks.guard("feed-refused", "Files refused", detail, remedy)
				: Checks.fail("feed-refused", "Files refused", detail, remedy);
	}

	private static String words(Duration duration) {
		if (duration.toHours() > 0 && duration.toMinutes() % 60 == 0) {
			return (duration.toHours() % 24 == 0) ? counted(duration.toDays(), "day")
					: counted(duration.toHours(), "hour");
		}
		return counted(duration.toSeconds(), "second");
	}

	private static String counted(long number, String unit) {
		return number + " " + unit + ((number == 1) ? "" : "s");
	}

}
