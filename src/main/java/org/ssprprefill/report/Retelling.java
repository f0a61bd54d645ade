package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells in another language what lower floors say, and the ledger keeps, in English: text
 * that is made of known sentences. Whatever holds an unknown one stays as it is, rather
 * than being told in two languages.
 */
final class Retelling {

	/** Only as a part of a sentence, never by themselves. */
	private static final String PART = "part.";

	private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

	private final List<Sentence> sentences = new ArrayList<>();

	private final List<Sentence> parts = new ArrayList<>();

	Retelling(ResourceBundle english, ResourceBundle other) {
		for (String key : english.keySet()) {
			(key.startsWith(PART) ? this.parts : this.sentences)
				.add(new Sentence(pattern(english.getString(key)), other.getString(key)));
		}
		// What says more is tried first
		Comparator<Sentence> longest = Comparator.comparing((sentence) -> -sentence.english().pattern().length());
		this.sentences.sort(longest);
		this.parts.sort(longest);
	}

	private static Pattern pattern(String text) {
		StringBuilder regex = new StringBuilder();
		int from = 0;
		for (Matcher place = PLACE.matcher(text); place.find(); from = place.end()) {
			regex.append(Pattern.quote(text.substring(from, place.start()))).append("(.+?)");
		}
		return Pattern.compile(regex.append(Pattern.quote(text.substring(from))).append("(?= |$)").toString());
	}

	/** The text in the other language, or as it is. */
	String tell(String english) {
		return told(english).orElse(english);
	}

	/** What a place holds never reaches into the next sentence, if that can be told. */
	private Optional<String> told(String english) {
		return this.sentences.stream()
			.map((sentence) -> new Found(sentence, sentence.english().matcher(english)))
			.filter((found) -> found.match().lookingAt())
			.sorted(Comparator.comparingInt((found) -> found.match().end()))
			.flatMap((found) -> told(found, english.substring(found.match().end()).strip()).stream())
			.findFirst();
	}

	private Optional<String> told(Found found, String rest) {
		Optional<String> next = rest.isEmpty() ? Optional.of("") : told(rest);
		return next.map((it) -> (filled(found.sentence(), found.match()) + " " + it).strip());
	}

	private String filled(Sentence sentence, Matcher match) {
		return PLACE.matcher(sentence.other())
			.replaceAll((place) -> Matcher.quoteReplacement(part(match.group(Integer.parseInt(place.group(1)) + 1))));
	}

	private String part(String english) {
		for (Sentence sentence : this.parts) {
			Matcher match = sentence.english().matcher(english);
			if (match.matches()) {
				return filled(sentence, match);
			}
		}
		return english;
	}

	/** A sentence that a text begins with, and where. */
	private record Found(Sentence sentence, Matcher match) {
	}

	/** A sentence as it is said, and as it is told again. */
	private record Sentence(Pattern english, String other) {
	}

}
