package org.ssprprefill.coverage;

import java.util.List;
import java.util.Map;

/**
 * The coverage of a population. Each person in it can reset, or is counted under exactly
 * one gap.
 *
 * @param canReset who can reset today
 * @param gaps how many people each gap concerns, by its word, in the order of
 * {@link Gap}, without zeros
 * @param later who can reset after each ending of the timeline, in its order
 * @param entitled who is licensed for the kind of account
 * @param withoutLicenceCloud cloud-only people who are not, or of whom it is not known
 * @param withoutLicenceHybrid synchronised people who are not, or of whom it is not known
 * @param groups who can reset today, by group label in alphabetical order
 * @param effectiveness of the people for whom this program confirmed a method more than
 * 48 hours before their row of the registration report, and who have enough methods with
 * it, those whom Microsoft counts as registered
 * @param savedByEmail how many of those who can reset today, but not after the last
 * ending, could then too with a private e-mail address registered
 * @param phoneOnly who depends on a phone alone
 * @param otherWays how many people of each gap can sign in without the password, which is
 * another way back and no reset, by the gap's word, without zeros
 */
public record Coverage(Share canReset, Map<String, Long> gaps, List<Share> later, Share entitled,
		long withoutLicenceCloud, long withoutLicenceHybrid, Map<String, Share> groups, Share effectiveness,
		long savedByEmail, PhoneOnly phoneOnly, Map<String, Long> otherWays) {

	/** Keeps a copy of the list. */
	public Coverage {
		later = List.copyOf(later);
	}

	/**
	 * Who can reset after the last announced ending.
	 * @return the share of today where nothing ends
	 */
	public Share canReset2027() {
		return this.later.isEmpty() ? this.canReset : this.later.get(this.later.size() - 1);
	}

	/**
	 * People who depend on a phone alone.
	 *
	 * @param reset those who can reset, and with phones only
	 * @param mfa those whose only second factor for sign-in is a phone; an e-mail address
	 * or a security question is none
	 */
	public record PhoneOnly(long reset, long mfa) {

	}

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
