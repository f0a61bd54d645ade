package org.ssprprefill.tenant;

import java.util.Map;

import org.ssprprefill.contact.MethodKind;

/**
 * What Graph answered to one {@link ProbeRequest}, as far as a probe looks at it.
 *
 * @param status the HTTP status; 0 where there was no answer
 * @param code Graph's error code, or empty
 * @param facts what the answer says besides
 * @param limits the headers that tell of limits, names in lower case
 * @param held the values that the answer holds, as Graph writes them
 * @param rows how many rows came, or how many reads were answered
 * @param withheld whether nothing left this machine
 */
public record ProbeAnswer(int status, String code, Map<Fact, String> facts, Map<String, String> limits,
		Map<MethodKind, String> held, int rows, boolean withheld) {

	/** What an answer may say besides its status, code and values. */
	public enum Fact {

		/**
		 * Where it says {@code phoneNumberNotUnique}: {@code code}, {@code message} or
		 * {@code elsewhere}.
		 */
		NOT_UNIQUE_IN,

		/** The mobile's {@code smsSignInState}. */
		SMS_SIGN_IN,

		/** {@code isSsprRegistered} of a row of the registration report. */
		SSPR_REGISTERED,

		/** {@code methodsRegistered} of such a row, sorted, a space between the words. */
		METHODS,

		/** {@code userPreferredMethodForSecondaryAuthentication} of such a row. */
		SECOND_FACTOR,

		/** {@code @odata.nextLink}: more rows follow. */
		MORE

	}

	/** Copies the maps. */
	public ProbeAnswer {
		facts = Map.copyOf(facts);
		limits = Map.copyOf(limits);
		held = Map.copyOf(held);
	}

	/**
	 * What the answer says besides.
	 * @param fact which
	 * @return the text; empty where the answer does not say it
	 */
	public String fact(Fact fact) {
		return this.facts.getOrDefault(fact, "");
	}

	/**
	 * The same answer with another number of rows.
	 * @param count how many
	 * @return the changed copy
	 */
	public ProbeAnswer withRows(int count) {
		return new ProbeAnswer(this.status, this.code, this.facts, this.limits, this.held, count, this.withheld);
	}

	/**
	 * Whether Graph did what it was asked.
	 * @return {@code true} for 2xx
	 */
	public boolean isSuccess() {
		return this.status >= 200 && this.status < 300;
	}

	/**
	 * Whether the same request may be answered otherwise later.
	 * @return {@code true} where there was no answer, and for 408, 429, 503 and 504
	 */
	public boolean passes() {
		return this.status == 0 || this.status == 408 || this.status == 429 || this.status == 503 || this.status == 504;
	}

	@Override
	public String toString() {
		return "ProbeAnswer[" + this.status + " " + this.code + "]";
	}

}
