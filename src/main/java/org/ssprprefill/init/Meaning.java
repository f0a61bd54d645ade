package org.ssprprefill.init;

import java.util.Locale;
import java.util.Optional;

import org.ssprprefill.feed.Field;

/**
 * What a header says that its column carries.
 *
 * @param word the key of a field; {@code phone} or {@code address} where the header
 * leaves open whose it is
 */
record Meaning(String word) {

	static final Meaning PHONE = new Meaning("phone");

	static final Meaning ADDRESS = new Meaning("address");

	static Meaning of(Field field) {
		return new Meaning(field.key());
	}

	/** The field, where the header leaves nothing open. */
	Optional<Field> field() {
		return (equals(PHONE) || equals(ADDRESS)) ? Optional.empty()
				: Optional.of(Field.valueOf(this.word.toUpperCase(Locale.ROOT).replace('-', '_')));
	}

}
