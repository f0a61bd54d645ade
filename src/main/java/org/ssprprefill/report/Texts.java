package org.ssprprefill.report;

import java.util.Locale;
import java.util.ResourceBundle;

/** What stable words mean, in a sentence a person understands. */
final class Texts {

	private static final ResourceBundle REJECTS = ResourceBundle.getBundle("report.rejects", Locale.ROOT);

	private static final ResourceBundle WORDS = ResourceBundle.getBundle("report.words", Locale.ROOT);

	private Texts() {
	}

	/** What is wrong with a row. */
	static String problem(String word) {
		return REJECTS.getString(word + ".wrong");
	}

	/** How HR mends it. */
	static String mending(String word) {
		return REJECTS.getString(word + ".mend");
	}

	/** Why somebody cannot reset. */
	static String gap(String word) {
		return WORDS.getString("gap." + word);
	}

	/** What is done about it. */
	static String gapRemedy(String word) {
		return WORDS.getString("gap." + word + ".remedy");
	}

	/** Who does it. */
	static Errand.Owner gapOwner(String word) {
		return Errand.Owner.valueOf(WORDS.getString("gap." + word + ".owner"));
	}

	/** Why nobody writes to somebody. */
	static String barrier(String word) {
		return WORDS.getString("barrier." + word);
	}

	/** Why nothing was to be done for a method. */
	static String none(String word) {
		return WORDS.getString("none." + word);
	}

	/** What a limit counts. */
	static String limit(String word) {
		return WORDS.getString("limit." + word);
	}

	/** A method's name. */
	static String method(String word) {
		return WORDS.getString("method." + word);
	}

	/** What a licence allows. */
	static String entitles(String word) {
		return WORDS.getString("entitles." + word);
	}

}
