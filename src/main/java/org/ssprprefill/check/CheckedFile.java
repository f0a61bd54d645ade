package org.ssprprefill.check;

import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.MethodKind;

/**
 * One file that was looked at.
 *
 * @param name its name without the folder
 * @param sha256 the hash of its content, empty where it could not be read at all
 * @param charset the character set it was read in, empty if it was refused
 * @param delimiter what separates its cells, empty if it was refused
 * @param rows its records; none if it was refused
 * @param rejected the records of which nothing can be used
 * @param refusedBecause why it cannot be taken as a whole, in whole sentences
 * @param headers HR's own headers of the columns that carry methods
 */
public record CheckedFile(String name, String sha256, String charset, String delimiter, int rows, int rejected,
		Optional<String> refusedBecause, Map<MethodKind, String> headers) {

	/** Keeps its own copy of the headers. */
	public CheckedFile {
		headers = Map.copyOf(headers);
	}

	static CheckedFile refused(String name, String sha256, String because) {
		return new CheckedFile(name, sha256, "", "", 0, 0, Optional.of(because), Map.of());
	}

	CheckedFile withRejected(int number) {
		return new CheckedFile(this.name, this.sha256, this.charset, this.delimiter, this.rows, number,
				this.refusedBecause, this.headers);
	}

}
