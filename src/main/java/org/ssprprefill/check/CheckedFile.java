package org.ssprprefill.check;

import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.PhoneCount;
import org.ssprprefill.message.Message;

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
 * @param phones its accepted phone numbers by country code
 */
public record CheckedFile(String name, String sha256, String charset, String delimiter, int rows, int rejected,
		Optional<Message> refusedBecause, Map<MethodKind, String> headers, Map<String, PhoneCount> phones) {

	/** Keeps its own copies of the maps. */
	public CheckedFile {
		headers = Map.copyOf(headers);
		phones = Map.copyOf(phones);
	}

	static CheckedFile refused(String name, String sha256, Message because) {
		return new CheckedFile(name, sha256, "", "", 0, 0, Optional.of(because), Map.of(), Map.of());
	}

	CheckedFile withRejected(int number) {
		return new CheckedFile(this.name, this.sha256, this.charset, this.delimiter, this.rows, number,
				this.refusedBecause, this.headers, this.phones);
	}

}
