package org.ssprprefill.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;

/**
 * What countries do with numbers and libphonenumber's plans do not say: whose network
 * people use, who shares a plan, which prefixes are gone, which mobiles belong to
 * machines.
 */
final class DiallingCustoms {

	/** Whose mobiles people of a small country carry, and its plan may hold as well. */
	private static final Map<String, Country> NETWORKS = Map.of("MC", new Country("FR"), "LI", new Country("CH"), "SM",
			new Country("IT"), "VA", new Country("IT"));

	/**
	 * France and its overseas departments: one plan of ten digits, dialled nationally all
	 * over it, under five country codes (ARCEP, plan national de numérotation). The
	 * Caribbean Netherlands and Svalbard are no such family: the ones dial each other
	 * abroad, the others share their country code.
	 */
	private static final List<Country> FRANCE = List.of("FR", "GP", "GF", "MQ", "RE", "YT", "BL", "MF")
		.stream()
		.map(Country::new)
		.toList();

	private static final Pattern FRENCH = Pattern.compile("0[1-9]\\d{8}");

	/**
	 * The 1 for mobiles and the prefixes 01, 044 and 045 went on 2019-08-03: ten digits
	 * are dialled (IFT, Plan Nacional de Numeración).
	 */
	private static final Pattern FORMER_MEXICO = Pattern.compile("\\+521(\\d{10})|0(?:1|44|45)(\\d{10})");

	/** A plan's "mobiles" that no person can be called on, by country code. */
	private static final Map<Integer, NotPersonal> NOT_PERSONAL = Map.of(
			// 097: machines (ACM, Nummerplan telefoon- en ISDN-diensten)
			31, new NotPersonal(Pattern.compile("97\\d{9}"), PhoneNumberType.UAN),
			// Mobiles begin with 9 (Subtel); the plan cannot tell others from landlines
			56, new NotPersonal(Pattern.compile("[2-8]\\d{8}"), PhoneNumberType.FIXED_LINE),
			// All mobiles have a 9 before eight digits since 2016 (Anatel)
			55, new NotPersonal(Pattern.compile("\\d{10}"), PhoneNumberType.UNKNOWN),
			// Subscribers have nine digits (ICASA); shorter ones lack some
			27, new NotPersonal(Pattern.compile("\\d{5,8}"), PhoneNumberType.UNKNOWN));

	private DiallingCustoms() {
	}

	/** Numbers of a plan, and what they are in truth. */
	private record NotPersonal(Pattern numbers, PhoneNumberType truth) {
	}

	/** What kind of number it is, where the plan takes it for a mobile. */
	static PhoneNumberType type(PhoneNumberType planned, int code, String national) {
		if (planned != PhoneNumberType.MOBILE && planned != PhoneNumberType.FIXED_LINE_OR_MOBILE) {
			return planned;
		}
		NotPersonal exception = NOT_PERSONAL.get(code);
		return (exception != null && exception.numbers().matcher(national).matches()) ? exception.truth() : planned;
	}

	/** The pattern by which {@link #type} tells the exceptions of a country code. */
	static Optional<String> exception(int code) {
		return Optional.ofNullable(NOT_PERSONAL.get(code)).map((exception) -> exception.numbers().pattern());
	}

	/** The neighbour whose mobiles the people of a country carry. */
	static Optional<Country> network(Country country) {
		return Optional.ofNullable(NETWORKS.get(country.code()));
	}

	/**
	 * Whether a country's plan holds numbers that lie elsewhere: that of France has the
	 * landlines of Martinique and Mayotte, too.
	 */
	static boolean holdsOthers(Country country) {
		return country.equals(FRANCE.get(0));
	}

	/** Whose number digits may be that have lost their zero or their country code. */
	static Stream<Country> relatives(Country country, String digits) {
		List<Country> sharing = sharing(country, digits.startsWith("0") ? digits : "0" + digits);
		return Stream.concat(Stream.of(country), Stream.concat(network(country).stream(), sharing.stream()));
	}

	/** The other countries in which a national number is dialled as at home. */
	static List<Country> sharing(Country country, String dialled) {
		boolean french = dialled.length() == 10 && FRANCE.contains(country) && FRENCH.matcher(dialled).matches();
		return french ? FRANCE : List.of();
	}

	/** A number as it is dialled today. */
	static String today(String dialled, Optional<Country> country) {
		boolean mexican = dialled.startsWith("+521")
				|| (dialled.startsWith("0") && country.isPresent() && country.get().code().equals("MX"));
		if (!mexican) {
			return dialled;
		}
		Matcher former = FORMER_MEXICO.matcher(dialled);
		if (!former.matches()) {
			return dialled;
		}
		return (former.group(1) != null) ? "+52" + former.group(1) : former.group(2);
	}

}
