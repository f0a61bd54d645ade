package org.ssprprefill.contact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Numbers that stand for texts and contact values, so that equal ones are found without
 * keeping any. They are salted anew for each object and say nothing to another one. Of a
 * million different values, two have the same number with a chance of one in ten million.
 */
public final class ValuePrints {

	private final byte[] salt = new byte[16];

	private final MessageDigest digest;

	/** Begins with a new salt. */
	public ValuePrints() {
		new SecureRandom().nextBytes(this.salt);
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * The number of a contact value.
	 * @param value a phone number or an address; a number is the same as mobile and as
	 * office phone
	 * @return any number but 0; the same for equal values
	 */
	public long of(ContactValue value) {
		return of(value.normalForm());
	}

	/**
	 * The number of a text.
	 * @param text any text
	 * @return any number but 0; the same for equal texts
	 */
	public long of(String text) {
		this.digest.update(this.salt);
		long print = ByteBuffer.wrap(this.digest.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
		return (print == 0) ? 1 : print;
	}

}
