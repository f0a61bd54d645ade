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

	private static final int LONGEST_NOTHING = NOTHING.stream().mapToInt(String::length).max().orElse(0);

	/** The formula that keeps a spreadsheet from changing digits. */
	private static final Pattern TEXT_FORMULA = Pattern.compile("=\"([^\"]*)\"");

	/** The apostrophe that does the same; before a letter it belongs to the text. */
	private static final Pattern TEXT_MARK = Pattern.compile("'([0-9+(=-].*)", Pattern.DOTALL);

	private CellValue() {
	}

	/** The cell's text, or nothing where it is blank. */
	static Optional<String> of(String cell) {
		String text = withoutEdges(cell);
		if (text.startsWith("'") || text.startsWith("=")) {
			text = withoutMark(text);
		}
		return text.isEmpty() ? Optional.empty() : Optional.of(text);
	}

	private static String withoutMark(String text) {
		Matcher mark = TEXT_MARK.matcher(text);
		String unmarked = mark.matches() ? mark.group(1) : text;
		Matcher formula = TEXT_FORMULA.matcher(unmarked);
		return formula.matches() ? formula.group(1).strip() : unmarked;
	}

	private static String withoutEdges(String cell) {
		int start = 0;
		int end = cell.length();
		while (start < end && isEdge(cell.charAt(start))) {
			start++;
		}
		while (end > start && isEdge(cell.charAt(end - 1))) {
			end--;
		}
		return cell.substring(start, end);
	}

	/** Spaces of every kind, and formatting nobody sees; U+202E turns digits around. */
	private static boolean isEdge(char c) {
		if (c > ' ' && c < '\u007f') {
			return false;
		}
		return Character.isWhitespace(c) || Character.isSpaceChar(c)
				|| (Character.getType(c) == Character.FORMAT && c != '\u202e');
	}

	/** As {@link #of}, where words for "nothing" are nothing too. */
	static Optional<String> known(String cell) {
		return of(cell)
			.filter((text) -> text.length() > LONGEST_NOTHING || !NOTHING.contains(text.toLowerCase(Locale.ROOT)));
	}

	/** Whether the cell holds what no person typed: control characters, lost bytes. */
	static boolean hasControlCharacters(String cell) {
		boolean high = false;
		for (int at = 0; at < cell.length(); at++) {
			char c = cell.charAt(at);
			high |= c > '\u00ff';
			if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
				return true;
			}
		}
		return high && Undecodable.isIn(cell);
	}

}
