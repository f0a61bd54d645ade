package org.ssprprefill.coverage;

import java.util.Map;

/**
 * The coverage of a population. Everybody in it can reset, or is counted under exactly
 * one gap.
 *
 * @param canReset who can reset today
 * @param gaps how many people each gap concerns, by its word, in the order of
 * {@link Gap}, without zeros
 * @param canReset2027 who can reset from 2027-02-01
 * @param entitled who is licensed for the kind of account
 * @param withoutLicenceCloud cloud-only people who are not, or of whom it is not known
 * @param withoutLicenceHybrid synchronised people who are not, or of whom it is not known
 * @param groups who can reset today, by group label in alphabetical order
 * @param effectiveness of the people for whom this program confirmed a method more than
 * 48 hours before their row of the registration report, and who have enough methods with
 * it, those whom Microsoft counts as registered
 * @param savedByEmail how many of those who can reset today, but not from 2027-02-01,
 * could then too with a private e-mail address registered
 */
public record Coverage(Share canReset, Map<String, Long> gaps, Share canReset2027, Share entitled,
		long withoutLicenceCloud, long withoutLicenceHybrid, Map<String, Share> groups, Share effectiveness,
		long savedByEmail) {

	/**
	 * How many people were measured.
	 * @return the size of the population
	 */
	public long population() {
		return this.canReset.whole();
	}

	/**
	 * How many people are not licensed for their kind of account, or not known to be.
	 * @return the rest of the population beside the entitled
	 */
	public long notEntitled() {
		return this.entitled.whole() - this.entitled.part();
	}

}
