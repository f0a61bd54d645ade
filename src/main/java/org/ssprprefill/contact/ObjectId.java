package org.ssprprefill.contact;

import java.util.Locale;

/**
 * The object id of a user or group in Entra: stable, and the only way in which requests
 * address users.
 *
 * @param value lower-case text without spaces, slashes or control characters
 */
public record ObjectId(String value) {

	/**
	 * Accepts any id that is safe as one segment of an address.
	 * @throws IllegalArgumentException if it is empty or holds other characters
	 */
	public ObjectId {
		value = value.strip().toLowerCase(Locale.ROOT);
		if (!value.matches("[a-z0-9._-]{1,64}")) {
			throw new IllegalArgumentException("Not an object id: " + value.length() + " characters");
		}
	}

	/**
	 * Whether the text can be an object id.
	 * @param text any text
	 * @return {@code true} if the constructor accepts it
	 */
	public static boolean isValid(String text) {
		return text.strip().matches("[A-Za-z0-9._-]{1,64}");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
