package org.ssprprefill.probe;

import java.util.Locale;
import java.util.Map;

import org.ssprprefill.contact.MethodKind;

/**
 * The values of a probe, of ranges that are kept for fiction: Ofcom's numbers for drama
 * (07700 900xxx, 020 7946 0xxx) and example.org (RFC 2606). The one address of the
 * tenant's own domain has a local part that no mailbox has. What the account holds of
 * them is the probe's, and nothing else is.
 */
public final class FictionalValues {

	static final String MOBILE = "+447700900191";

	static final String SECOND_MOBILE = "+44 7700900192";

	static final String CHANGED_MOBILE = "+44 7700900193";

	static final String ALTERNATE_MOBILE = "+44 7700900194";

	static final String OFFICE = "+44 2079460195";

	static final String OFFICE_LOWER = "+44 2079460195x12";

	static final String OFFICE_UPPER = "+44 2079460195X12";

	static final String NO_NUMBER = "+44 7700900196abc";

	static final String TRUNK_ZERO = "+44 07700900197";

	/** More digits than E.164 allows. */
	static final String LONG_NUMBER = "+44 7700900198765432";

	/** Known only where a second test account signs in with it. */
	static final String TAKEN_MOBILE = "+44 7700900199";

	static final String EMAIL = "sspr-probe@example.org";

	static final String SECOND_EMAIL = "sspr-probe-2@example.org";

	/** Followed by the tenant's own domain. */
	static final String OWN_DOMAIN = "sspr-probe-own-domain@";

	static final String NO_EMAIL = "sspr-probe.example.org";

	private FictionalValues() {
	}

	/**
	 * Whether a registered value came from a probe, however Graph writes it.
	 * @param kind the method
	 * @param held the value as Graph writes it
	 * @return {@code true} for values of the probe's own ranges
	 */
	public static boolean isOurs(MethodKind kind, String held) {
		if (kind.isPhone()) {
			String digits = held.replaceAll("[^0-9]", "").replaceFirst("^440", "44");
			return digits.startsWith("44770090019") || digits.startsWith("44207946019");
		}
		String address = held.toLowerCase(Locale.ROOT);
		return address.startsWith(OWN_DOMAIN) || (address.startsWith("sspr-probe") && address.endsWith("example.org"));
	}

	/**
	 * Whether nothing but values of probes is held.
	 * @param held the registered values
	 * @return {@code true} where there is none too
	 */
	static boolean areOurs(Map<MethodKind, String> held) {
		return held.entrySet().stream().allMatch((method) -> isOurs(method.getKey(), method.getValue()));
	}

}
