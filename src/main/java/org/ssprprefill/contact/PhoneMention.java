package org.ssprprefill.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;

/**
 * A part of a text that may be a phone number.
 *
 * @param before what stands before it
 * @param text the part, in plain characters
 * @param alone whether it is the whole text
 */
public record PhoneMention(String before, String text, boolean alone) {

	private static final int FEWEST_DIGITS = 7;

	/** A plus sign of which no plan need be asked; in {@code E+12345678} it is none. */
	private static final Pattern INTERNATIONAL = Pattern.compile("(?<![\\p{L}\\p{N}+])\\+\\(?\\d[\\d ()./-]{5,}\\d");

	private static final Pattern DATE = Pattern.compile(
			"(?<!\\d)(?:(?:19|20)\\d\\d([./-])[01]?\\d\\1[0-3]?\\d|[0-3]?\\d([./-])[0-3]?\\d\\2(?:19|20)\\d\\d)(?!\\d)");

	/** Digits between words, which need not be looked for; not {@code NL001234567B01}. */
	private static final Pattern ONE_GROUP = Pattern.compile("([^\\d+]*)(\\d+)(?![\\p{L}\\p{N}])[^\\d+]*");

	/** An id goes on with a number: {@code PO-0612345678}. */
	private static final Pattern PART_OF_AN_ID = Pattern.compile("[#\\p{L}]$|[\\p{L}\\p{N}][-_]$");

	/** So many groups of digits that are no numbers are looked at in one text. */
	private static final int MOST_TRIES = 100;

	/**
	 * Finds what may be phone numbers in a text.
	 * @param text any text
	 * @param country the country whose national form they may have, asked for if needed
	 * @return the parts: all of a text that has nothing but digits and what stands
	 * between them; else what follows a plus sign, and what is a number of the country
	 */
	public static List<PhoneMention> in(String text, Supplier<Optional<Country>> country) {
		if (!hasDigits(text)) {
			return List.of();
		}
		String plain = CellText.dialled(text);
		boolean whole = isDialled(plain);
		if (whole && DATE.matcher(plain).matches()) {
			return List.of();
		}
		List<PhoneMention> found = new ArrayList<>();
		if (whole) {
			found.add(new PhoneMention("", plain, true));
		}
		if (!whole || plain.indexOf(' ') >= 0) {
			String rest = plain;
			for (Matcher plus = INTERNATIONAL.matcher(plain); !whole && plus.find();) {
				if (hasDigits(plus.group())) {
					found.add(new PhoneMention(plain.substring(0, plus.start()), plus.group(), false));
					rest = rest.replace(plus.group(), ";");
				}
			}
			national(rest, country, found);
		}
		return found;
	}

	private static void national(String text, Supplier<Optional<Country>> country, List<PhoneMention> found) {
		String dateless = DATE.matcher(text).replaceAll(";");
		Matcher group = ONE_GROUP.matcher(dateless);
		if (group.matches()) {
			add(group.group(1), group.group(2), found);
			return;
		}
		if (!hasDigits(dateless)) {
			return;
		}
		String region = country.get().map(Country::code).orElse("ZZ");
		for (PhoneNumberMatch match : PhoneNumberUtil.getInstance()
			.findNumbers(dateless, region, Leniency.VALID, MOST_TRIES)) {
			add(dateless.substring(0, match.start()), match.rawString(), found);
		}
	}

	private static void add(String before, String text, List<PhoneMention> found) {
		if (text.startsWith("+") || !PART_OF_AN_ID.matcher(before).find()) {
			found.add(new PhoneMention(before, text, false));
		}
	}

	/** Digits enough for a phone number. */
	private static boolean hasDigits(String text) {
		int digits = 0;
		for (int at = 0; at < text.length(); at++) {
			digits += Character.isDigit(text.charAt(at)) ? 1 : 0;
		}
		return digits >= FEWEST_DIGITS;
	}

	/** Nothing but digits and what stands between them. */
	private static boolean isDialled(String text) {
		for (int at = 0; at < text.length(); at++) {
			char c = text.charAt(at);
			if (!Character.isDigit(c) && " ()+-./".indexOf(c) < 0) {
				return false;
			}
		}
		return true;
	}

	/**
	 * {@return whether it begins with a plus sign}
	 */
	public boolean hasPlus() {
		return this.text.startsWith("+") || this.text.startsWith("(+");
	}

	/**
	 * {@return whether it is digits and nothing else}
	 */
	public boolean isUngrouped() {
		return this.text.chars().allMatch(Character::isDigit);
	}

	/** Says nothing of the number. */
	@Override
	public String toString() {
		return "a part of a cell";
	}

}
