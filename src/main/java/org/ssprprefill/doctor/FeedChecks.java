package org.ssprprefill.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ssprprefill.feed.DropFolderException;
import org.ssprprefill.feed.PhoneCount;
import org.ssprprefill.message.Message;

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
		return Checks.pass(Subject.FEED_FOLDER, Message.of("check.folder", folder));
	}

	/**
	 * The drop folder cannot be read.
	 * @param obstacle what is wrong with it
	 * @return a failure that guards writing
	 */
	public static Check noFolder(DropFolderException obstacle) {
		return Checks.guard(Subject.FEED_FOLDER, obstacle.problem(), obstacle.remedy());
	}

	/**
	 * Files can be moved out of the drop folder, which every run that processed them
	 * does.
	 * @param folder the folder
	 * @return the check; it guards writing, because a file that stays would look
	 * unprocessed
	 */
	public static Check writable(Path folder) {
		if (!Files.isWritable(folder)) {
			return Checks.guard(Subject.FEED_WRITABLE, Message.of("check.writable.not", folder),
					Message.of("check.writable.next"));
		}
		return Stream.of("archive", "refused")
			.map(folder::resolve)
			.filter(Files::isSymbolicLink)
			.findFirst()
			.map((link) -> Checks.warn(Subject.FEED_WRITABLE, Message.of("refused.folder.link", link),
					Message.of("refused.folder.link.next")))
			.orElseGet(
					() -> Checks.pass(Subject.FEED_WRITABLE, Message.of("check.writable", folder.resolve("archive"))));
	}

	/**
	 * Only the owner and the group can read the drop folder.
	 * @param folder the folder
	 * @return a warning where every account of the machine can
	 */
	static Check privacy(Path folder) {
		try {
			Set<PosixFilePermission> granted = Files.getPosixFilePermissions(folder);
			boolean open = granted.contains(PosixFilePermission.OTHERS_READ)
					|| granted.contains(PosixFilePermission.OTHERS_EXECUTE);
			return open
					? Checks.warn(Subject.FEED_PRIVATE,
							"Every account of this machine can look into " + folder
									+ ", where HR's numbers lie in clear.",
							"Take the rights of others away, for example with chmod o= " + folder + ".")
					: Checks.pass(Subject.FEED_PRIVATE, "Only the folder's owner and group can look into it.");
		}
		catch (IOException | UnsupportedOperationException ex) {
			// Windows and some network shares know other rights
			return Checks.skipped(Subject.FEED_PRIVATE, Skip.NOT_VISIBLE,
					"This file system does not show rights that the program understands.",
					"See that only HR and the program's user can read the folder.");
		}
	}

	/**
	 * Files that wait in the drop folder and that no run will take.
	 * @param reasons why, by file name
	 * @param onlyOnes whether no other file waits
	 * @return a failure; it guards writing if nothing else is there
	 */
	static Check unfit(Map<String, String> reasons, boolean onlyOnes) {
		List<String> words = new ArrayList<>();
		reasons.forEach((name, reason) -> words.add(name + ": " + reason));
		String detail = "Not fit to be taken: " + String.join(" ", words);
		String remedy = "Let HR mend the file and drop it once more.";
		return onlyOnes ? Checks.guard(Subject.FEED_REFUSED, detail, remedy)
				: Checks.fail(Subject.FEED_REFUSED, detail, remedy);
	}

	/**
	 * The newest file is recent enough.
	 * @param newest the newest file's time, if there ever was a file
	 * @param within how old it may be
	 * @param now the time now
	 * @return the check; a stale feed fails
	 */
	public static Check age(Optional<Instant> newest, Duration within, Instant now) {
		Message remedy = Message.of("check.stale.next", words(within));
		if (newest.isEmpty()) {
			return Checks.fail(Subject.FEED_STALE, Message.of("check.stale.never"), remedy);
		}
		Duration age = Duration.between(newest.get(), now);
		Message seen = Message.of("check.stale", newest.get().truncatedTo(ChronoUnit.SECONDS));
		return (age.compareTo(within) > 0) ? Checks.fail(Subject.FEED_STALE, seen, remedy)
				: Checks.pass(Subject.FEED_STALE, seen);
	}

	/**
	 * Where no file is recent enough, those are named that may be meant.
	 * @param age the check of the newest file's age
	 * @param passedOver files that the job does not let in
	 * @return the check, with their names if it failed
	 */
	public static Check beside(Check age, List<String> passedOver) {
		return (age.status() != Check.Status.FAIL || passedOver.isEmpty()) ? age
				: Checks.fail(Subject.FEED_STALE,
						Message.of("check.stale.beside", String.join(", ", passedOver)).then(age.detail()),
						age.remedy().orElseThrow());
	}

	/**
	 * There is no new file, so the last accepted ones are judged again in the archive.
	 * @param names the files
	 * @param lost those that are not what was accepted
	 * @return a pass, or a failure if any is not what was accepted
	 */
	public static Check readAgain(List<String> names, List<String> lost) {
		return lost.isEmpty() ? Checks.pass(Subject.FEED_ARCHIVED, Message.of("check.again", String.join(", ", names)))
				: Checks.fail(Subject.FEED_ARCHIVED, Message.of("check.again.lost", String.join(", ", lost)),
						Message.of("check.again.lost.next"));
	}

	/**
	 * Files that do not count because there is a newer one.
	 * @param names the files
	 * @param newest the file that counts
	 * @return a pass
	 */
	public static Check superseded(List<String> names, String newest) {
		return Checks.pass(Subject.FEED_SUPERSEDED, Message.of("check.superseded", newest, String.join(", ", names)));
	}

	/**
	 * What is said of one file that does not count because there is a newer one.
	 * @param newest the file that counts
	 * @return a sentence
	 */
	public static Message supersededBy(String newest) {
		return Message.of("check.superseded.one", newest);
	}

	/**
	 * Files that are still being written.
	 * @param names the files
	 * @param settledFor how long a file must rest
	 * @return a warning
	 */
	public static Check growing(List<String> names, Duration settledFor) {
		return Checks.warn(Subject.FEED_GROWING,
				Message.of("check.growing", words(settledFor), String.join(", ", names)),
				Message.of("check.growing.next"));
	}

	/**
	 * Files that were still being written, or were replaced while the run was at work.
	 * @param names the files
	 * @param settledFor how long a file must rest
	 * @return a warning
	 */
	public static Check changed(List<String> names, Duration settledFor) {
		String all = String.join(", ", names);
		return Checks.warn(Subject.FEED_GROWING, settledFor.isZero() ? Message.of("check.changed.now", all)
				: Message.of("check.changed", words(settledFor), all), Message.of("check.growing.next"));
	}

	/**
	 * Files that could not be read.
	 * @param names the files
	 * @param onlyOnes whether no other file was left to process
	 * @return a failure; it guards writing if nothing else was there
	 */
	public static Check refused(List<String> names, boolean onlyOnes) {
		Message detail = Message.of("check.refused", String.join(", ", names));
		Message remedy = Message.of("check.refused.next");
		return onlyOnes ? Checks.guard(Subject.FEED_REFUSED, detail, remedy)
				: Checks.fail(Subject.FEED_REFUSED, detail, remedy);
	}

	/**
	 * Files that were dealt with and could not be moved out of the drop folder.
	 * @param names the files
	 * @param obstacle what stood in the way of the last of them
	 * @return a failure
	 */
	public static Check stuck(List<String> names, DropFolderException obstacle) {
		return Checks.fail(Subject.FEED_STUCK,
				Message.of("check.stuck", String.join(", ", names)).then(obstacle.problem()),
				obstacle.remedy().then("check.stuck.next"));
	}

	/**
	 * Which countries' numbers were accepted, and how many of them only the row's country
	 * proved.
	 * @param phones the counts by country code, at least one
	 * @return a pass
	 */
	public static Check phones(Map<String, PhoneCount> phones) {
		return Checks.pass(Subject.FEED_PHONES, Message.of("check.phones", phones.entrySet()
			.stream()
			.sorted(Comparator.comparingInt((code) -> -code.getValue().accepted()))
			.map((code) -> code.getKey() + " " + code.getValue().accepted() + " (" + code.getValue().national() + ")")
			.collect(Collectors.joining(", "))));
	}

	/** For example {@code 36 hours}. */
	static Message words(Duration duration) {
		if (duration.toHours() > 0 && duration.toMinutes() % 60 == 0) {
			long hours = duration.toHours();
			if (hours % 24 == 0) {
				return (hours == 24) ? Message.of("part.day", 1) : Message.of("part.days", hours / 24);
			}
			return (hours == 1) ? Message.of("part.hour", 1) : Message.of("part.hours", hours);
		}
		long seconds = duration.toSeconds();
		return (seconds == 1) ? Message.of("part.second", 1) : Message.of("part.seconds", seconds);
	}

}
