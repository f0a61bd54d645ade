package org.ssprprefill.feed;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.Country;

/**
 * Where HR's files are and how they are read; the {@code feed} section of a job
 * definition.
 *
 * @param drop the folder HR drops files into
 * @param files the glob that a file's name must match
 * @param settledFor a file changed more recently than this is left alone
 * @param checksumRequired whether a file without {@code FILE.sha256} beside it is refused
 * @param newestWithin without a file newer than this the feed is stale
 * @param charset the character set, or nothing to recognise it
 * @param delimiter the delimiter, or nothing to recognise it
 * @param columns the headers accepted for each field; case and spacing do not matter
 * @param defaultCountry the country of rows that name none
 * @param pgpKey what opens encrypted files
 * @param keep how long processed and refused files are kept; for good if it is nothing
 * @param take which of the files of a run count
 */
public record FeedSettings(Path drop, String files, Duration settledFor, boolean checksumRequired,
		Duration newestWithin, Optional<Charset> charset, Optional<Character> delimiter,
		Map<Field, List<String>> columns, Optional<Country> defaultCountry, Optional<PgpKey> pgpKey,
		Optional<Duration> keep, Take take) {

	/** Which of the files of a run count. */
	public enum Take {

		/** All of them are one feed. */
		ALL,

		/** Only the newest; the others are archived unread. */
		NEWEST

	}

	/**
	 * Settings for files that are not encrypted and kept for good.
	 * @param drop the folder HR drops files into
	 * @param files the glob that a file's name must match
	 * @param settledFor a file changed more recently than this is left alone
	 * @param checksumRequired whether a file without {@code FILE.sha256} is refused
	 * @param newestWithin without a file newer than this the feed is stale
	 * @param charset the character set, or nothing to recognise it
	 * @param delimiter the delimiter, or nothing to recognise it
	 * @param columns the headers accepted for each field
	 * @param defaultCountry the country of rows that name none
	 */
	public FeedSettings(Path drop, String files, Duration settledFor, boolean checksumRequired, Duration newestWithin,
			Optional<Charset> charset, Optional<Character> delimiter, Map<Field, List<String>> columns,
			Optional<Country> defaultCountry) {
		this(drop, files, settledFor, checksumRequired, newestWithin, charset, delimiter, columns, defaultCountry,
				Optional.empty(), Optional.empty(), Take.ALL);
	}

}
