package org.ssprprefill.feed;

/**
 * How many phone numbers with one country code were accepted.
 *
 * @param accepted all of them
 * @param national those without the code in their cell, which the row's country proved
 */
public record PhoneCount(int accepted, int national) {

	/**
	 * The counts of two files together.
	 * @param other the other file's counts
	 * @return the sums
	 */
	public PhoneCount plus(PhoneCount other) {
		return new PhoneCount(this.accepted + other.accepted, this.national + other.national);
	}

}
