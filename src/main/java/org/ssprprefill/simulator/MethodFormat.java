package org.ssprprefill.simulator;

import java.util.Map;
import java.util.regex.Pattern;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;

/**
 * How Graph writes authentication methods: fixed ids, the types' names, and the one form
 * of number it accepts (resource types {@code phoneAuthenticationMethod} and
 * {@code emailAuthenticationMethod}). Like Graph it knows no national numbering plan. How
 * long a number or an address may be is not documented: these bounds are invented.
 */
final class MethodFormat {

	private static final Map<MethodKind, String> IDS = Map.of(MethodKind.MOBILE, "3179e48a-750b-4051-897c-87b9720928f7",
			MethodKind.ALTERNATE_MOBILE, "b6332ec1-7057-4abe-9331-3d72feddfe41", MethodKind.OFFICE,
			"e37fc753-ff3b-4958-9484-eaa9425c82bc", MethodKind.EMAIL, "3ddfcfc8-9383-446f-83cc-3ab9be4be18f");

	private static final Map<MethodKind, String> PHONE_TYPES = Map.of(MethodKind.MOBILE, "mobile",
			MethodKind.ALTERNATE_MOBILE, "alternateMobile", MethodKind.OFFICE, "office");

	private static final Pattern NUMBER = Pattern.compile("\\+\\d{1,3} ?\\d{4,14}(x\\d{1,11})?");

	private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]+");

	private MethodFormat() {
	}

	/** The id of the method, the same for every user of every tenant. */
	static String id(MethodKind kind) {
		return IDS.getOrDefault(kind, "");
	}

	/** Graph's word for a phone; empty for the e-mail address. */
	static String phoneType(MethodKind kind) {
		return PHONE_TYPES.getOrDefault(kind, "");
	}

	static boolean accepts(MethodKind kind, String value) {
		return (kind.isPhone() ? NUMBER : ADDRESS).matcher(value).matches();
	}

	/** As Graph answers it: a number with a space after the country code. */
	static String answered(MethodKind kind, String value) {
		int capital = value.indexOf('X');
		if (kind.isPhone() && capital > 0) {
			return answered(kind, value.substring(0, capital)) + value.substring(capital);
		}
		return kind.isPhone() ? ContactValue.held(kind, value).inClear() : value;
	}

	static String masked(MethodKind kind, String value) {
		return ContactValue.held(kind, value).toString();
	}

}
