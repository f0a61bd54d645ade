package org.ssprprefill.contact;

import java.util.Optional;
import java.util.Set;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;

/**
 * Whether digits without a plus sign are a number in the form in which its country writes
 * it: a trunk prefix that is missing is the mark of a spreadsheet, except where people
 * leave it out.
 */
final class NationalForm {

	private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

	/**
	 * Where people group a number and leave its prefix out, as in {@code 20/123-4567},
	 * although libphonenumber does not mark it optional.
	 */
	private static final Set<String> GROUPED_WITHOUT_PREFIX = Set.of("HU", "PH", "BY");

	private NationalForm() {
	}

	/** Why a valid number is not proven by its national form, if so. */
	static Optional<ContactProblem> problem(Phonenumber.PhoneNumber parsed, String dialled, String national,
			String region, boolean separated) {
		CountryCodeSource source = parsed.getCountryCodeSource();
		if (source == CountryCodeSource.FROM_NUMBER_WITHOUT_PLUS_SIGN && parsed.getCountryCode() != 1) {
			return Optional.of(ContactProblem.PHONE_EXCEL_DAMAGED);
		}
		if (source == CountryCodeSource.FROM_NUMBER_WITH_IDD) {
			return leadsAbroad(parsed, dialled, region) ? Optional.empty()
					: Optional.of(ContactProblem.PHONE_NOT_POSSIBLE_FOR_COUNTRY);
		}
		// North America dials its country code as trunk prefix
		if (source != CountryCodeSource.FROM_DEFAULT_COUNTRY || isPrefixed(dialled, national)) {
			return Optional.empty();
		}
		String written = CellText.digits(PLANS.format(parsed, PhoneNumberFormat.NATIONAL));
		if (written.equals(dialled)) {
			return Optional.empty();
		}
		boolean bare = dialled.equals(national);
		if ((bare || written.equals(PLANS.getNddPrefixForRegion(region, true) + dialled))
				&& isWrittenWithoutPrefix(dialled, region, separated)) {
			return Optional.empty();
		}
		return Optional.of(bare ? ContactProblem.PHONE_EXCEL_DAMAGED : ContactProblem.PHONE_NOT_POSSIBLE_FOR_COUNTRY);
	}

	/**
	 * Whether the digits begin as calls abroad do: a prefix that a carrier sells may as
	 * well be the beginning of another number.
	 */
	private static boolean leadsAbroad(Phonenumber.PhoneNumber parsed, String dialled, String region) {
		return dialled.startsWith("00")
				|| CellText.digits(PLANS.formatOutOfCountryCallingNumber(parsed, region)).equals(dialled);
	}

	private static boolean isPrefixed(String dialled, String national) {
		return dialled.length() > national.length() && dialled.endsWith(national);
	}

	/** The finder of numbers in texts passes them without a prefix that is optional. */
	private static boolean isWrittenWithoutPrefix(String dialled, String region, boolean separated) {
		return (separated && GROUPED_WITHOUT_PREFIX.contains(region))
				|| PLANS.findNumbers(dialled, region, Leniency.VALID, 1).iterator().hasNext();
	}

}
