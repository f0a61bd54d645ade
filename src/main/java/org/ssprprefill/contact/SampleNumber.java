package org.ssprprefill.contact;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;

/**
 * Mobile numbers that texts show as examples: one kept for fiction where the country has
 * such numbers and its plan holds them, else libphonenumber's example.
 */
public final class SampleNumber {

	/** The country code of all countries whose area codes have three digits. */
	private static final int NORTH_AMERICA = 1;

	/** Kept for fiction in every area, though not all plans hold it as a mobile. */
	private static final String FICTION = "5550100";

	private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

	private static final Map<String, String> CHOSEN = ProgramFile.entries("/contact/sample-numbers.txt")
		.stream()
		.collect(Collectors.toUnmodifiableMap((line) -> line.substring(0, 2), (line) -> line.substring(3)));

	private static final Map<Country, String> SAMPLES = new ConcurrentHashMap<>();

	private SampleNumber() {
	}

	/**
	 * A mobile number of a country, as HR would write it; {@link PhoneNumber#read} takes
	 * it in a row of any country.
	 * @param country the country; where it has no mobiles, those of its country code's
	 * main country stand for it
	 * @return for example {@code +31 6 12345678}
	 */
	public static String of(Country country) {
		return SAMPLES.computeIfAbsent(country, SampleNumber::found);
	}

	private static String found(Country country) {
		String chosen = CHOSEN.get(country.code());
		if (chosen != null) {
			return chosen;
		}
		Phonenumber.PhoneNumber example = PLANS.getExampleNumberForType(country.code(), PhoneNumberType.MOBILE);
		if (example == null) {
			return Country.withCode(country.callingCode())
				.filter((main) -> !main.equals(country))
				.map(SampleNumber::of)
				.orElse("");
		}
		String usual = written(example);
		if (example.getCountryCode() != NORTH_AMERICA) {
			return usual;
		}
		String area = PLANS.getNationalSignificantNumber(example).substring(0, 3);
		String fiction = written(example.setNationalNumber(Long.parseLong(area + FICTION)));
		return PhoneNumber.read(fiction, Optional.of(country), MethodKind.MOBILE) instanceof Reading.Accepted ? fiction
				: usual;
	}

	private static String written(Phonenumber.PhoneNumber number) {
		return PLANS.format(number, PhoneNumberFormat.INTERNATIONAL).replace('-', ' ');
	}

}
