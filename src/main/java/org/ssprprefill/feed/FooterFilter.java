package org.ssprprefill.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.ssprprefill.contact.ProgramFile;
import org.ssprprefill.feed.Records.Cells;

/**
 * The rows of a table without what some exports put below it: a sum, a count, a word that
 * the list ends here. Such a line is left out only where no other row follows and only
 * where nothing could have been taken from it; everywhere else it is a row like any
 * other.
 */
final class FooterFilter {

	private static final List<String> WORDS = ProgramFile.entries("/feed/total-words.txt");

	/** More cells than that say more than a sum does. */
	private static final int MOST_CELLS = 3;

	/** Numbers of people are shorter than phone numbers. */
	private static final int MOST_DIGITS = 7;

	/** More lines than that are no foot of a table. */
	private static final int MOST_LINES = 5;

	private final Records records;

	private final Deque<Cells> held = new ArrayDeque<>();

	private boolean releasing;

	FooterFilter(Records records) {
		this.records = records;
	}

	/** The next row, or nothing after the last. */
	Optional<Cells> next() throws RefusedExportException {
		while (!this.releasing) {
			Optional<Cells> cells = this.records.next();
			if (cells.isEmpty()) {
				this.held.clear();
				return Optional.empty();
			}
			this.held.add(cells.get());
			this.releasing = !isTotal(cells.get().cells()) || this.held.size() > MOST_LINES;
		}
		Optional<Cells> first = Optional.of(this.held.remove());
		this.releasing = !this.held.isEmpty();
		return first;
	}

	private static boolean isTotal(List<String> cells) {
		List<String> said = new ArrayList<>(MOST_CELLS);
		for (String cell : cells) {
			if (!cell.isBlank()) {
				if (said.size() == MOST_CELLS || mayBeContact(cell)) {
					return false;
				}
				said.add(cell.strip());
			}
		}
		if (said.isEmpty()) {
			return false;
		}
		String first = said.get(0).toLowerCase(Locale.ROOT).replaceFirst("^\\(?(\\d+ +)?", "");
		return WORDS.stream()
			.anyMatch((word) -> first.equals(word) || (first.startsWith(word) && endsWord(first, word.length())));
	}

	private static boolean endsWord(String text, int place) {
		return !Character.isLetterOrDigit(text.charAt(place));
	}

	static boolean mayBeContact(String cell) {
		int digits = 0;
		for (int at = 0; at < cell.length(); at++) {
			digits += Character.isDigit(cell.charAt(at)) ? 1 : 0;
		}
		return digits > MOST_DIGITS || cell.indexOf('@') >= 0;
	}

}
