package org.ssprprefill.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell taken apart before any numbering plan is asked: the number in dialling form, the
 * extension, and whether a spreadsheet has been at it.
 *
 * @param readings every way in which the cell may be read, each {@code +} and digits, or
 * digits alone; one in all but rare cases
 * @param extension the digits after an extension marker
 * @param thousands whether the digits are grouped as a formatted number
 * @param separated whether they are grouped otherwise, as only people do
 */
record PhoneCell(List<String> readings, Optional<String> extension, boolean thousands, boolean separated) {

	/**
	 * What stands between is taken once, so that a long cell costs no more than its
	 * length.
	 */
	private static final Pattern EXTENSION = Pattern.compile(
			"(.*\\d)[ ),;]*+(?:x|ext|ext=|extension|tst|toestel|durchwahl|dw|nebenstelle|nst|poste|#)[.:]?[ ]*(\\d{1,7})",
			Pattern.CASE_INSENSITIVE);

	private static final String PUNCTUATION = ").-/[]";

	private static final Pattern BRACKETED_ZERO = Pattern.compile("([( ]*(?:\\+|00)[ (]*\\d{1,3}[ ).-]*)\\(0\\)(.*)");

	private static final Pattern PAIRS = Pattern.compile("\\d\\d(/\\d\\d)+");

	/** Digits that an area code, or a country code and an area code, may have. */
	private static final int AREA_CODE = 6;

	private static final int INTERNATIONAL_AREA_CODE = 9;

	/**
	 * Takes a cell apart.
	 * @param text the cell, already in plain characters
	 * @return the parts, or nothing where the text cannot be one phone number
	 */
	static Optional<PhoneCell> of(String text) {
		if (!mayBeExtended(text)) {
			return of(text, Optional.empty());
		}
		Matcher marker = EXTENSION.matcher(text);
		return marker.matches() ? of(marker.group(1), Optional.of(marker.group(2))) : Optional.empty();
	}

	/** Letters can be nothing but the marker of an extension. */
	private static boolean mayBeExtended(String text) {
		for (int at = 0; at < text.length(); at++) {
			if (text.charAt(at) == '#' || Character.isLetter(text.charAt(at))) {
				return true;
			}
		}
		return false;
	}

	private static Optional<PhoneCell> of(String number, Optional<String> extension) {
		if (!isDialled(number) || holdsTwoNumbers(number)) {
			return Optional.empty();
		}
		boolean thousands = SpreadsheetDamage.isLikely(number);
		boolean separated = !thousands && isGrouped(number) && !SpreadsheetDamage.isFraction(number);
		return Optional.of(new PhoneCell(readings(number), extension, thousands, separated));
	}

	/** Digits and their punctuation, with a plus sign before them or without. */
	private static boolean isDialled(String number) {
		boolean begun = false;
		for (int at = 0; at < number.length(); at++) {
			char c = number.charAt(at);
			boolean opening = c == '(' || c == ' ';
			if ((c == '+') ? begun : !(isDigit(c) || opening || PUNCTUATION.indexOf(c) >= 0)) {
				return false;
			}
			begun |= !opening;
		}
		return begun;
	}

	private static boolean isGrouped(String number) {
		for (int at = 0; at < number.length(); at++) {
			if (!isDigit(number.charAt(at)) && number.charAt(at) != '+') {
				return true;
			}
		}
		return false;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	/**
	 * A slash ends an area code ({@code 0171/3920012}) or separates pairs; further right
	 * it separates two numbers or two extensions ({@code 030 23125-100/101}).
	 */
	private static boolean holdsTwoNumbers(String number) {
		int slash = number.lastIndexOf('/');
		if (slash < 0 || PAIRS.matcher(number).matches()) {
			return false;
		}
		int before = CellText.digits(number.substring(0, slash)).length();
		return before > (isInternational(number) ? INTERNATIONAL_AREA_CODE : AREA_CODE);
	}

	private static boolean isInternational(String number) {
		return number.contains("+") || CellText.digits(number).startsWith("00");
	}

	/**
	 * The zero of {@code +31 (0)6} is not dialled, that of {@code +39 (0)6} is; and a
	 * leading {@code 00} is not everywhere the way abroad. So both are tried.
	 */
	private static List<String> readings(String number) {
		List<String> readings = new ArrayList<>();
		readings.add(dialled(number));
		if (number.contains("(0)")) {
			Matcher zero = BRACKETED_ZERO.matcher(number);
			if (zero.matches()) {
				readings.add(dialled(zero.group(1) + zero.group(2)));
			}
		}
		if (!number.contains("+") && readings.get(0).startsWith("+")) {
			readings.add(CellText.digits(number));
		}
		return readings;
	}

	private static String dialled(String number) {
		String digits = CellText.digits(number);
		if (number.contains("+")) {
			return "+" + digits;
		}
		return digits.startsWith("00") ? "+" + digits.substring(2) : digits;
	}

	/** Says nothing of the number. */
	@Override
	public String toString() {
		return "a cell with " + this.readings.size() + " readings";
	}

}
