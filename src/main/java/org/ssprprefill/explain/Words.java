package org.ssprprefill.explain;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.ssprprefill.contact.ProgramFile;
import org.ssprprefill.timeline.Audience;
import org.ssprprefill.timeline.Ending;

/** What steps and gaps are called, from {@code explain/words.properties}. */
final class Words {

	private static final Map<String, String> ALL = ProgramFile.entries("/explain/words.properties")
		.stream()
		.filter((line) -> line.contains("="))
		.collect(Collectors.toMap((line) -> line.substring(0, line.indexOf('=')).strip(),
				(line) -> line.substring(line.indexOf('=') + 1).strip()));

	private Words() {
	}

	/** A step's name for people. */
	static String step(String id) {
		return word("step." + id);
	}

	/** Why a user cannot reset, as part of a sentence. */
	static String gap(String word) {
		return word("gap." + word);
	}

	/** The date of an ending, as far as it is announced. */
	static String date(Ending ending) {
		return DateTimeFormatter.ofPattern(ending.dayGiven() ? "d MMMM yyyy" : "MMMM yyyy", Locale.ENGLISH)
			.format(ending.date());
	}

	/** What an ending takes, and from whom. */
	static String ends(Ending ending) {
		String what = String.join(" and ",
				ending.ends().stream().sorted().map((channel) -> word("channel." + channel.word())).toList());
		return (ending.audience() == Audience.EVERYBODY) ? what : what + " of Global Administrators";
	}

	private static String word(String key) {
		String word = ALL.get(key);
		if (word == null) {
			throw new IllegalStateException("explain/words.properties has no " + key);
		}
		return word;
	}

}
