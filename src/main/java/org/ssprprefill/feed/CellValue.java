package org.ssprprefill.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ssprprefill.contact.Placeholder;

/** What a cell says once the tricks around it are taken off. */
final class CellValue {

	/** The formula that keeps a spreadsheet from changing digits. */
	private static final Pattern TEXT_FORMULA = Pattern.compile("=\"([^\"]*)\"");

	/** The apostrophe that does the same; before a letter it belongs to the text. */
	private static final Pattern TEXT_MARK = Pattern.compile("'([0-9+(=-].*)", Pattern.DOTALL);

	private CellValue() {
	}

	/** The cell's text, or nothing where it is blank or holds a placeholder. */
	static Optional<String> of(String cell) {
		return text(cell).filter((text) -> !Placeholder.isOne(text));
	}

	/** The cell's text, whatever it says, or nothing where it is blank. */
	static Optional<String> text(String cell) {
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

	/** Spaces of every kind, and invisible formatting; U+202E turns digits around. */
	private static boolean isEdge(char c) {
		if (c > ' ' && c < '\u007f') {
			return false;
		}
		return Character.isWhitespace(c) || Character.isSpaceChar(c)
				|| (Character.getType(c) == Character.FORMAT && c != '\u202e');
	}

	/** Whether the cell holds what no person typed: control characters, lost bytes. */
	static boolean hasControlCharacters(String cell) {
		boolean high = false;
		for (int at = 0; at < cell.length(); at++) {
			char c = cell.charAt(at);
			high |= c > '\u00ff';
			if ((c < ' ' || (c > '~' && c < '\u00a0')) && c != '\t' && c != '\n' && c != '\r') {
				return true;
			}
		}
		return high && Undecodable.isIn(cell);
	}

}
