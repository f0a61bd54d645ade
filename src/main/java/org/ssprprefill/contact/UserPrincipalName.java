package org.ssprprefill.contact;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A user principal name or work address as a key. Case and Unicode composition do not
 * matter; look-alike letters do (NFC, never NFKC, so a Cyrillic letter stays another
 * letter).
 *
 * @param value the name as written
 */
public record UserPrincipalName(String value) {

	/**
	 * Accepts any text that is not blank.
	 * @throws IllegalArgumentException if it is blank
	 */
	public UserPrincipalName {
		value = value.strip();
		if (value.isEmpty()) {
			throw new IllegalArgumentException("A user principal name is not blank");
		}
	}

	/**
	 * The form in which equal names are equal text.
	 * @return composed and lower-case
	 */
	public String key() {
		return Normalizer.normalize(this.value, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof UserPrincipalName name && name.key().equals(key());
	}

	@Override
	public int hashCode() {
		return key().hashCode();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
