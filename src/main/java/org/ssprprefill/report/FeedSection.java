package org.ssprprefill.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonValue;

import org.ssprprefill.feed.PhoneCount;
import org.ssprprefill.message.Message;

/**
 * What HR delivered.
 *
 * @param files each file of the run
 * @param rows records in all files
 * @param accepted rows with something usable
 * @param rejected rows with nothing usable
 * @param problems how often each row problem was found, by its stable word
 * @param stale whether the newest file is older than the job definition allows
 * @param phonesByCode accepted phone numbers by calling code, for example {@code +31}
 */
public record FeedSection(List<FeedFile> files, int rows, int accepted, int rejected, Map<String, Integer> problems,
		boolean stale, Map<String, Integer> phonesByCode) {

	/** No file was seen. */
	public static final FeedSection NONE = new FeedSection(List.of(), 0, 0, 0, Map.of(), false, Map.of());

	/** Keeps copies of the collections. */
	public FeedSection {
		files = List.copyOf(files);
		problems = Map.copyOf(problems);
		phonesByCode = Map.copyOf(phonesByCode);
	}

	/**
	 * The figure that programs get of counts by country code.
	 * @param phones the counts
	 * @return how many numbers were accepted, by code
	 */
	static SortedMap<String, Integer> accepted(Map<String, PhoneCount> phones) {
		SortedMap<String, Integer> accepted = new TreeMap<>();
		phones.forEach((code, count) -> accepted.put(code, count.accepted()));
		return accepted;
	}

	/** How many files were put aside unread. */
	long refused() {
		return this.files.stream().filter((file) -> file.disposition() == Disposition.REFUSED).count();
	}

	/**
	 * Whether anything is for HR to mend. A duplicate costs nothing; every other problem
	 * cost a value, a row or a file.
	 * @return {@code true} if a file, row or value was not taken
	 */
	public boolean rejectsSomething() {
		// A file that was left with a reason could not be moved
		return this.rejected > 0 || refused() > 0
				|| this.files.stream().anyMatch((file) -> file.refusedBecause().isPresent() && !file.superseded())
				|| this.problems.entrySet()
					.stream()
					.anyMatch((problem) -> problem.getValue() > 0 && !problem.getKey().equals("duplicate-row"));
	}

	/**
	 * One file of the drop folder.
	 *
	 * @param name the file's name without its folder
	 * @param sha256 the content's hash, 64 hexadecimal digits in lower case;
	 * {@link #NOT_READ} where the content was not read
	 * @param charset how its bytes were read
	 * @param delimiter what separates its cells
	 * @param rows records below the header
	 * @param accepted rows with something usable
	 * @param rejected rows with nothing usable
	 * @param disposition where the file went
	 * @param refusedBecause why it was not taken, in words; of an archived file, which
	 * newer one counts instead
	 */
	public record FeedFile(String name, String sha256, String charset, String delimiter, int rows, int accepted,
			int rejected, Disposition disposition, Optional<Message> refusedBecause) {

		/**
		 * In the place of the hash of a file that is still growing or may not be read.
		 */
		public static final String NOT_READ = "0".repeat(64);

		/** Puts {@link #NOT_READ} in the place of an empty hash. */
		public FeedFile {
			sha256 = sha256.isEmpty() ? NOT_READ : sha256;
		}

		/** Whether it lies in the archive unread, because a newer file counts. */
		boolean superseded() {
			return this.disposition == Disposition.ARCHIVED && this.refusedBecause.isPresent();
		}

	}

	/** Where a file went. */
	public enum Disposition {

		/** Into the archive, processed. */
		ARCHIVED,

		/** Aside, because it could not be read. */
		REFUSED,

		/** Nowhere: it still lies in the drop folder. */
		LEFT;

		/**
		 * The stable word of every output.
		 * @return for example {@code archived}
		 */
		@JsonValue
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
