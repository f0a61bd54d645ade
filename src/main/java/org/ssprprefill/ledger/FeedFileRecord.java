package org.ssprprefill.ledger;

import java.util.Locale;
import java.util.Optional;

import org.ssprprefill.feed.FileStamp;
import org.ssprprefill.message.Message;

/**
 * A feed file as a run saw it.
 *
 * @param name the file's name
 * @param path where it was read: in the drop folder, or in the archive of the run that
 * took it before
 * @param sha256 the hash of its content; empty as long as it was not read
 * @param stamp by what it is known again
 * @param charset the character set it was read in
 * @param delimiter the delimiter it was read with
 * @param rows its records
 * @param rejected the records that were rejected
 * @param disposition what becomes, or became, of it
 * @param refusedBecause why it was refused
 * @param staged whether all its records are staged
 * @param takenBy the earlier run in whose archive it lies; nothing if it was dropped for
 * this run
 */
public record FeedFileRecord(String name, String path, String sha256, FileStamp stamp, String charset, String delimiter,
		long rows, long rejected, Disposition disposition, Optional<Message> refusedBecause, boolean staged,
		Optional<String> takenBy) {

	/**
	 * The same file, read in another place.
	 * @param other where it lies
	 * @return the file as a run that has not read it yet sees it
	 */
	public FeedFileRecord at(String other) {
		return new FeedFileRecord(this.name, other, this.sha256, this.stamp, "", "", 0, 0, Disposition.ARCHIVED,
				Optional.empty(), false, this.takenBy);
	}

	/** What becomes of a feed file. */
	public enum Disposition {

		/** It is processed by this run. */
		ARCHIVED,

		/** It cannot be read. */
		REFUSED,

		/** It stays where it is, for a later run. */
		LEFT,

		/** A newer file counts instead; it is archived and not read. */
		SUPERSEDED,

		/** A newer file counts instead, and both stay until a plan of it is applied. */
		LEFT_SUPERSEDED;

		/**
		 * The stable word of every output.
		 * @return for example {@code archived}
		 */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		static Disposition of(String word) {
			return valueOf(word.toUpperCase(Locale.ROOT));
		}

	}

}
