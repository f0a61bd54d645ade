package org.ssprprefill.contact;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import com.google.i18n.phonenumbers.ShortNumberInfo;

/**
 * What the numbering plans of the world say about one number, as libphonenumber knows
 * them. A national number is held to the form in which it is dialled in its country: its
 * leading zero is part of the proof.
 */
final class NumberingPlan {

	private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

	private static final BitSet CODES = new BitSet();

	static {
		PLANS.getSupportedCallingCodes().forEach(CODES::set);
	}

	private static final NumberRanges RANGES = new NumberRanges();

	private static final int LONGEST_SHORT_NUMBER = 6;

	private static final Map<Country, Boolean> LEAVING_BY_00 = new ConcurrentHashMap<>();

	private NumberingPlan() {
	}

	/** What became of one dialling form. */
	sealed interface Verdict {

		/** The form proves this number. */
		record Proven(PhoneNumber number, PhoneNumberType type) implements Verdict {
		}

		/** The form proves no number. */
		record Unproven(ContactProblem problem) implements Verdict {
		}

	}

	/**
	 * Judges one dialling form.
	 * @param dialled a plus sign and digits, or digits alone in national form
	 * @param country the country whose national form it may have
	 * @param separated whether people grouped the digits, so that no spreadsheet took the
	 * number for one of its own
	 */
	static Verdict judge(String dialled, Optional<Country> country, boolean separated) {
		return RANGES.verdict(dialled, country, separated, () -> ask(dialled, country, separated));
	}

	/** What libphonenumber says, without a look at the ranges that are known. */
	static Verdict ask(String dialled, Optional<Country> country, boolean separated) {
		boolean international = dialled.startsWith("+");
		if (!international && country.isEmpty()) {
			return new Verdict.Unproven(ContactProblem.PHONE_COUNTRY_UNKNOWN);
		}
		try {
			Phonenumber.PhoneNumber parsed = international ? PLANS.parse(dialled, "ZZ")
					: PLANS.parseAndKeepRawInput(dialled, country.map(Country::code).orElseThrow());
			return judge(parsed, dialled, country, separated);
		}
		catch (NumberParseException ex) {
			return new Verdict.Unproven(problem(ex, international));
		}
	}

	private static Verdict judge(Phonenumber.PhoneNumber parsed, String dialled, Optional<Country> country,
			boolean separated) {
		String national = PLANS.getNationalSignificantNumber(parsed);
		PhoneNumberType type = DiallingCustoms.type(PLANS.getNumberType(parsed), parsed.getCountryCode(), national);
		Optional<ContactProblem> problem = Optional.empty();
		if (type == PhoneNumberType.UNKNOWN) {
			problem = Optional.of(problem(parsed, dialled, country));
		}
		else if (!dialled.startsWith("+")) {
			problem = NationalForm.problem(parsed, dialled, national, country.map(Country::code).orElseThrow(),
					separated);
		}
		return problem.<Verdict>map(Verdict.Unproven::new)
			.orElseGet(() -> new Verdict.Proven(PhoneNumber.proven("+" + parsed.getCountryCode() + national), type));
	}

	/**
	 * Whether {@code 00} leads abroad from a country, so that what follows it can be
	 * nothing but an international number.
	 */
	static boolean leavesBy00(Country country) {
		return LEAVING_BY_00.computeIfAbsent(country, NumberingPlan::asksPlan);
	}

	private static boolean asksPlan(Country country) {
		try {
			return PLANS.parseAndKeepRawInput("0031612345678", country.code())
				.getCountryCodeSource() == CountryCodeSource.FROM_NUMBER_WITH_IDD;
		}
		catch (NumberParseException ex) {
			// A country without plan leads nowhere
			return false;
		}
	}

	/** Why no plan knows the number. */
	private static ContactProblem problem(Phonenumber.PhoneNumber parsed, String dialled, Optional<Country> country) {
		if (dialled.startsWith("+")) {
			return ContactProblem.PHONE_NOT_POSSIBLE_FOR_COUNTRY;
		}
		String region = country.map(Country::code).orElseThrow();
		if (dialled.length() <= LONGEST_SHORT_NUMBER
				&& ShortNumberInfo.getInstance().isValidShortNumberForRegion(parsed, region)) {
			return ContactProblem.PHONE_KIND;
		}
		boolean plusLost = !dialled.startsWith("0")
				&& judge(DiallingCustoms.today("+" + dialled, country), country, false) instanceof Verdict.Proven;
		return plusLost ? ContactProblem.PHONE_EXCEL_DAMAGED : ContactProblem.PHONE_NOT_POSSIBLE_FOR_COUNTRY;
	}

	private static ContactProblem problem(NumberParseException thrown, boolean international) {
		return switch (thrown.getErrorType()) {
			case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN, TOO_LONG -> ContactProblem.PHONE_NOT_POSSIBLE_FOR_COUNTRY;
			case INVALID_COUNTRY_CODE ->
				international ? ContactProblem.PHONE_INVALID : ContactProblem.PHONE_COUNTRY_UNKNOWN;
			case NOT_A_NUMBER -> ContactProblem.PHONE_INVALID;
		};
	}

	/** The country code of a country, without plus sign; 0 where it has no plan. */
	static int code(Country country) {
		// Asked for a region without plan, the library writes a warning
		return PLANS.getSupportedRegions().contains(country.code()) ? PLANS.getCountryCodeForRegion(country.code()) : 0;
	}

	/** The country that libphonenumber lists first for a country code. */
	static Optional<Country> mainCountry(String countryCode) {
		if (countryCode.isEmpty()) {
			return Optional.empty();
		}
		String region = PLANS.getRegionCodeForCountryCode(Integer.parseInt(countryCode.substring(1)));
		return (region.length() == 2 && !region.equals("ZZ")) ? Optional.of(new Country(region)) : Optional.empty();
	}

	/**
	 * The country code a number in international form begins with. No country code is the
	 * beginning of another, so the first that fits is the one.
	 * @return for example {@code +31}, or empty text where no plan knows the beginning
	 */
	static String countryCode(String number) {
		int code = 0;
		for (int at = 1; number.startsWith("+") && at < Math.min(4, number.length() - 1); at++) {
			code = 10 * code + Character.digit(number.charAt(at), 10);
			if (code > 0 && CODES.get(code)) {
				return number.substring(0, at + 1);
			}
		}
		return "";
	}

}
