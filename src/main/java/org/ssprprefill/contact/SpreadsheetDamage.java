package org.ssprprefill.contact;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The traces a spreadsheet leaves when it took a phone number for a number, a date or a
 * formula. Each shape is one that is not written by hand.
 */
final class SpreadsheetDamage {

	private static final Pattern THOUSANDS = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3}){2,}");

	private static final Pattern FRACTION = Pattern.compile("(0|[1-9]\\d*)[.,]\\d+");

	/** Of a date without time; one with time has a colon. */
	private static final int LONGEST_DATE = 10;

	private static final List<Pattern> CERTAIN = List.of(
			// 3.16E+10
			Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE][+-]?\\d+"),
			// 31612345678.0
			Pattern.compile("[+-]?\\d+[.,]0+"),
			// -612345678, the result of a subtraction, and 612345678-, as SAP writes it
			Pattern.compile("-\\d+|[1-9]\\d*-"),
			// (612345678) and ( 612,345,678.00 ), a negative number in a balance
			Pattern.compile("\\( *[1-9](\\d*|\\d{0,2}([ ,.'\u2019]\\d{3})+)([.,]\\d+)? *\\)"),
			// 31,612,345,678 and 31'612'345'678
			Pattern.compile("\\d{1,3}([,'\u2019])\\d{3}(\\1\\d{3})+([.]\\d+)?"),
			// 12-05-2024, 05/12/24 and 1.5.2024, perhaps with a time
			Pattern.compile("[0-3]?\\d([-/.])[0-3]?\\d\\1((19|20)\\d{2}|\\d{2})( \\d{1,2}:\\d{2}.*)?"),
			// 2024-05-12
			Pattern.compile("(19|20)\\d{2}([-/.])[01]?\\d\\2[0-3]?\\d([ T]\\d{1,2}:\\d{2}.*)?"),
			// mei-24, Mar-03
			Pattern.compile("(?iu)(jan|feb|mar|mrt|m\u00e4r|apr|mai|mei|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)"
					+ "\\p{L}*\\.?[- ]\\d{2,4}"),
			// 12-mei-24, 3-Mar
			Pattern.compile("[0-3]?\\d[-/ ]\\p{L}{3,9}\\.?([-/ ]\\d{2,4})?"),
			// ########, #N/A, #VALUE!
			Pattern.compile("#{3,}|#[\\p{Lu}/0]+[!?]?"));

	private SpreadsheetDamage() {
	}

	/** Whether the text can only come from a spreadsheet's own formatting. */
	static boolean isCertain(String text) {
		return mayBe(text) && CERTAIN.stream().anyMatch((shape) -> shape.matcher(text).matches());
	}

	/**
	 * Whether the text has anything that one of the shapes needs; most numbers have not.
	 */
	private static boolean mayBe(String text) {
		boolean shortEnough = text.length() <= LONGEST_DATE;
		for (int at = 0; at < text.length(); at++) {
			char c = text.charAt(at);
			boolean dateMark = c == '/' || c == '-' || c == '.' || c == ' ';
			if ((dateMark && shortEnough) || c == ',' || c == ':' || c == '#' || c == '\'' || c == '\u2019'
					|| Character.isLetter(c)) {
				return true;
			}
		}
		return text.startsWith("-") || text.endsWith("-") || text.endsWith(")")
				|| (text.endsWith("0") && text.indexOf('.') >= 0);
	}

	/**
	 * Whether the text can be a number with a decimal point: what stands behind it may
	 * have been rounded, and zeros at its end are gone.
	 */
	static boolean isFraction(String text) {
		return (text.indexOf('.') > 0 || text.indexOf(',') > 0) && FRACTION.matcher(text).matches();
	}

	/**
	 * Whether the text has dots in threes: a formatted number in most countries, and how
	 * people write phone numbers in a few.
	 */
	static boolean isLikely(String text) {
		return text.indexOf('.') > 0 && THOUSANDS.matcher(text).matches();
	}

}
