package org.ssprprefill.report;

import java.util.List;

/**
 * The people that {@code report.html} names: those who cannot reset, or of whom it is not
 * known.
 *
 * @param shown the first of them; keep it to some hundreds, the page holds them all
 * @param total how many there are
 */
public record CannotReset(List<PersonLine> shown, int total) {

	/** Nobody. */
	public static final CannotReset NOBODY = new CannotReset(List.of(), 0);

	/** Keeps a copy of the list. */
	public CannotReset {
		shown = List.copyOf(shown);
		if (total < shown.size()) {
			throw new IllegalArgumentException("Shows " + shown.size() + " people of " + total);
		}
	}

}
