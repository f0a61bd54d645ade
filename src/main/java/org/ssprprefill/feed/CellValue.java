package org.ssprprefill.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell says once the tricks around it are taken off. */
final class CellValue {

	/** What people write where a number or key is demanded and none is known. */
	private static final Set<String> NOTHING = Set.of("-", "--", "---", ".", "?", "/", "x", "n/a", "na", "n.a.",
			"n.v.t.", "nvt", "null", "nil", "none", "geen", "onbekend", "keine", "kein", "keines", "unbekannt",
			"unknown", "(geen)", "(leeg)", "\\n", "(none)", "(keine)", "(blank)");

	/** The formula that keeps a spreadsheet from changing digits. */
	private static final Pattern TEXT_FORMULA = Pattern.compile("=\"([^\"]*)\"");

	/** The apostrophe that does the same; before a letter it belongs to the text. */
	private static final Pattern TEXT_MARK = Pattern.compile("'([0-9+(=-].*)", Pattern.DOTALL);

	private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

	private CellValue() {
	}

	/** The cell's text, or nothing where it is blank. */
	static Optional<String> of(String cell) {
		String text = EDGES.matcher(cell).replaceAll("");
		Matcher mark = TEXT_MARK.matcher(text);
		String unmarked = mark.matches() ? mark.group(1) : text;
		Matcher formula = TEXT_FORMULA.matcher(unmarked);
		String value = formula.matches() ? formula.group(1).strip() : unmarked;
		return value.isEmpty() ? Optional.empty() : Optional.of(value);
	}

	/** As {@link #of}, where words for "nothing" are nothing too. */
	static Optional<String> known(String cell) {
		return of(cell).filter((text) -> !NOTHING.contains(text.toLowerCase(Locale.ROOT)));
	}

	/** Whether the cell holds what no person typed: control characters, lost bytes. */
	static boolean hasControlCharacters(String cell) {
		return Undecodable.isIn(cell)
				|| cell.chars().anyMatch((c) -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r');
	}

}
