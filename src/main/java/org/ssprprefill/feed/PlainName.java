package org.ssprprefill.feed;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The name of a dropped file as it can be told and kept. Control characters would break
 * out of lines and terminals; and a Java that was started without a UTF-8 locale, as cron
 * does, reads every byte of a name beyond ASCII as U+FFFD, which leads to no file.
 */
final class PlainName {

	private static final Pattern LOST = Pattern.compile("[\\p{Cc}\\p{Cs}\ufffd]");

	private PlainName() {
	}

	/** The file's name, with a low line for every character that cannot be told. */
	static String of(Path path) {
		return LOST.matcher(path.getFileName().toString()).replaceAll("_");
	}

	/** Whether the whole name can be told, so that it leads back to the file. */
	static boolean isWhole(Path path) {
		return !LOST.matcher(path.getFileName().toString()).find();
	}

}
