package org.ssprprefill.report;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.ssprprefill.contact.MethodKind;

/**
 * One count for each authentication method.
 *
 * @param mobile for the mobile phone
 * @param office for the office phone
 * @param alternateMobile for the alternate mobile phone
 * @param email for the e-mail address
 */
public record MethodCounts(int mobile, int office, @JsonProperty("alternate-mobile") int alternateMobile, int email) {

	/** Four times nothing. */
	public static final MethodCounts NONE = new MethodCounts(0, 0, 0, 0);

	/**
	 * The counts of a map; a missing method counts as nothing.
	 * @param counts by method
	 * @return the same counts
	 */
	public static MethodCounts of(Map<MethodKind, Integer> counts) {
		return new MethodCounts(counts.getOrDefault(MethodKind.MOBILE, 0), counts.getOrDefault(MethodKind.OFFICE, 0),
				counts.getOrDefault(MethodKind.ALTERNATE_MOBILE, 0), counts.getOrDefault(MethodKind.EMAIL, 0));
	}

	/**
	 * The count of one method.
	 * @param kind which method
	 * @return its count
	 */
	public int of(MethodKind kind) {
		return switch (kind) {
			case MOBILE -> this.mobile;
			case OFFICE -> this.office;
			case ALTERNATE_MOBILE -> this.alternateMobile;
			case EMAIL -> this.email;
		};
	}

	/**
	 * All four together.
	 * @return the sum
	 */
	public int total() {
		return this.mobile + this.office + this.alternateMobile + this.email;
	}

}
