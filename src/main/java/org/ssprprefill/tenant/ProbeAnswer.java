package org.ssprprefill.tenant;

import java.util.Map;

import org.ssprprefill.contact.MethodKind;

/**
 * What Graph answered to one {@link ProbeRequest}, as far as a probe looks at it.
 *
 * @param status the HTTP status; 0 where there was no answer
 * @param code Graph's error code, or empty
 * @param place where the answer says {@code phoneNumberNotUnique}: {@code code},
 * {@code message}, {@code elsewhere}, or empty
 * @param limits the headers that tell of limits, names in lower case
 * @param held the values that the answer holds, as Graph writes them
 * @param smsSignIn the mobile's {@code smsSignInState}, or empty
 * @param rows how many rows came, or how many reads were answered
 * @param withheld whether nothing left this machine
 */
public record ProbeAnswer(int status, String code, String place, Map<String, String> limits,
		Map<MethodKind, String> held, String smsSignIn, int rows, boolean withheld) {

	/** Copies the maps. */
	public ProbeAnswer {
		limits = Map.copyOf(limits);
		held = Map.copyOf(held);
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
