package org.ssprprefill.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What is said to people, made where it is known and put into words where it is read. The
 * texts are in {@code messages.properties} and its translations. As JSON it is its
 * English text.
 *
 * @param code the key of its text
 * @param arguments what belongs into the places of the text: text, whole numbers, or
 * messages
 */
public record Message(String code, List<Object> arguments) {

	/** Its argument is text in no particular language, which stays as it is. */
	private static final String VERBATIM = "verbatim";

	/** Its arguments are messages, said one after the other. */
	private static final String SENTENCES = "sentences";

	private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

	/** Dates, paths and the like become text, so that what is kept is what was said. */
	public Message {
		arguments = arguments.stream().map(Message::plain).toList();
	}

	private static Object plain(Object argument) {
		if (argument instanceof Number number) {
			return number.longValue();
		}
		return (argument instanceof Message) ? argument : argument.toString();
	}

	/**
	 * A message.
	 * @param code the key of its text, as a literal
	 * @param arguments what belongs into the places of the text, in their order
	 * @return the message
	 */
	public static Message of(String code, Object... arguments) {
		return new Message(code, List.of(arguments));
	}

	/**
	 * Text that is the same in every language, or known in one only.
	 * @param text the text
	 * @return a message that says just that
	 */
	public static Message verbatim(String text) {
		return of(VERBATIM, text);
	}

	/**
	 * Several sentences.
	 * @param sentences the sentences, at least one
	 * @return a message that says all of them in that order
	 */
	public static Message sentences(List<Message> sentences) {
		return (sentences.size() == 1) ? sentences.get(0) : new Message(SENTENCES, List.copyOf(sentences));
	}

	/**
	 * Several items in one place.
	 * @param code the key of the text that joins two of them
	 * @param items text or messages, at least one
	 * @return what stands for all of them
	 */
	public static Message joined(String code, List<?> items) {
		Object all = items.get(0);
		for (Object next : items.subList(1, items.size())) {
			all = of(code, all, next);
		}
		return (all instanceof Message message) ? message : verbatim(all.toString());
	}

	/**
	 * Goes on with another sentence.
	 * @param code the key of its text, as a literal
	 * @param more what belongs into its places
	 * @return both
	 */
	public Message then(String code, Object... more) {
		return then(of(code, more));
	}

	/**
	 * Goes on with other sentences.
	 * @param next what is said next
	 * @return both
	 */
	public Message then(Message next) {
		List<Message> all = new ArrayList<>(parts());
		all.addAll(next.parts());
		return sentences(all);
	}

	/**
	 * Its sentences.
	 * @return several, if it is made of them; else itself
	 */
	public List<Message> parts() {
		return this.code.equals(SENTENCES) ? this.arguments.stream().map(Message.class::cast).toList() : List.of(this);
	}

	/**
	 * Whether it is text as it was found, to which no code is known.
	 * @return {@code true} for the text of programs before 1.1, or of other programs
	 */
	public boolean isVerbatim() {
		return this.code.equals(VERBATIM);
	}

	/**
	 * The English text, which programs and logs get.
	 * @return one or more sentences, or a part of one
	 */
	@JsonValue
	public String inEnglish() {
		return in(Locale.ENGLISH);
	}

	/**
	 * The text in a language.
	 * @param locale the reader's language: English, Dutch or German
	 * @return one or more sentences, or a part of one
	 */
	public String in(Locale locale) {
		return switch (this.code) {
			case VERBATIM -> argument(0, locale);
			case SENTENCES -> parts().stream().map((part) -> part.in(locale)).collect(Collectors.joining(" "));
			default -> PLACE.matcher(text(locale))
				.replaceAll((place) -> Matcher.quoteReplacement(argument(Integer.parseInt(place.group(1)), locale)));
		};
	}

	/**
	 * The machine's own language has no say. A message that another version of the
	 * program kept is told by its code where this one has no text for it.
	 */
	private String text(Locale locale) {
		ResourceBundle texts = ResourceBundle.getBundle("message.messages", locale,
				Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
		return texts.containsKey(this.code) ? texts.getString(this.code) : this.code;
	}

	private String argument(int place, Locale locale) {
		Object argument = (place < this.arguments.size()) ? this.arguments.get(place) : "";
		return (argument instanceof Message message) ? message.in(locale) : argument.toString();
	}

	/**
	 * Reads a message.
	 * @param text what {@link StoredMessage} wrote, or any other text
	 * @return the message
	 */
	@JsonCreator
	static Message read(String text) {
		return StoredMessage.read(text);
	}

	@Override
	public String toString() {
		return inEnglish();
	}

}
