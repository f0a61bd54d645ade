package org.ssprprefill.contact;

import java.security.SecureRandom;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;

/**
 * Numbers that stand for texts and contact values, so that equal ones are found without
 * keeping any. They are keyed anew for each object and say nothing to another one. Of a
 * million different values, two have the same number with a chance of one in ten million.
 */
public final class ValueFingerprints {

	private final HashFunction hash;

	/** Begins with a new key. */
	public ValueFingerprints() {
		SecureRandom random = new SecureRandom();
		this.hash = Hashing.sipHash24(random.nextLong(), random.nextLong());
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
		long print = this.hash.hashUnencodedChars(text).asLong();
		return (print == 0) ? 1 : print;
	}

}
