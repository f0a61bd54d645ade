package org.ssprprefill.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A feed file as a run saw it.
 *
 * @param name the file's name
 * @param path where it lay in the drop folder
 * @param sha256 the hash of its content
 * @param size in bytes
 * @param modifiedAt its time stamp
 * @param charset the character set it was read in
 * @param delimiter the delimiter it was read with
 * @param rows its records
 * @param rejected the records that were rejected
 * @param disposition what becomes, or became, of it
 * @param refusedBecause why it was refused
 * @param staged whether all its records are staged
 * @param repeated whether its content was processed by an earlier run
 */
public record FeedFileRecord(String name, String path, String sha256, long size, Instant modifiedAt, String charset,
		String delimiter, long rows, long rejected, Disposition disposition, Optional<String> refusedBecause,
		boolean staged, boolean repeated) {

	/** What becomes of a feed file. */
	public enum Disposition {

		/** It is processed by this run. */
		ARCHIVED,

		/** It cannot be read. */
		REFUSED,

		/** It stays where it is, for a later run. */
		LEFT;

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
