package org.ssprprefill.definition;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ssprprefill.contact.ObjectId;

/**
 * One scalar of the file. Each reading yields the value, or nothing after noting what is
 * wrong.
 */
final class Value {

	static final Pattern DURATION = Pattern.compile("(\\d{1,6})([smhd])");

	private final String key;

	private final String text;

	private final String shown;

	private final int line;

	private final Problems problems;

	/**
	 * Makes a value.
	 * @param key the full key
	 * @param text the text after substitution, maybe a secret
	 * @param shown what messages may show of it
	 * @param line the line in the file
	 * @param problems where problems go
	 */
	Value(String key, String text, String shown, int line, Problems problems) {
		this.key = key;
		this.text = text;
		this.shown = shown;
		this.line = line;
		this.problems = problems;
	}

	String text() {
		return this.text;
	}

	void wrong(String problem, String remedy) {
		this.problems.add(this.key, this.shown, problem, remedy, this.line);
	}

	OptionalInt wholeNumber(int least, int most, String remedy) {
		if (!this.text.matches("[+-]?[0-9]+")) {
			wrong("is not a whole number", remedy);
			return OptionalInt.empty();
		}
		Optional<Integer> number = parsed().filter((candidate) -> candidate >= least && candidate <= most);
		if (number.isEmpty()) {
			wrong((most == Integer.MAX_VALUE) ? "is not a whole number from " + least + " up"
					: "is not between " + least + " and " + most, remedy);
		}
		return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
	}

	Optional<ObjectId> groupId() {
		if (ObjectId.isValid(this.text)) {
			return Optional.of(new ObjectId(this.text));
		}
		wrong("is not an object id", "Copy the group's object id from the Entra admin center.");
		return Optional.empty();
	}

	Optional<Boolean> yesOrNo() {
		return word(Map.of("true", true, "false", false));
	}

	<E extends Enum<E>> Optional<E> word(Class<E> type, Function<E, String> word) {
		return word(Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(word, Function.identity())));
	}

	<T> Optional<T> word(Map<String, T> words) {
		Optional<T> meaning = Optional.ofNullable(words.get(this.text));
		if (meaning.isEmpty()) {
			List<String> known = words.keySet().stream().sorted().toList();
			wrong("is not one of the words known here", "Use one of: " + String.join(", ", known) + ".");
		}
		return meaning;
	}

	Optional<Duration> duration() {
		Matcher matcher = DURATION.matcher(this.text);
		if (!matcher.matches()) {
			wrong("is not a length of time", "Give a number and s, m, h or d, such as 60s, 15m, 36h or 90d.");
			return Optional.empty();
		}
		long amount = Long.parseLong(matcher.group(1));
		return Optional.of(switch (matcher.group(2)) {
			case "s" -> Duration.ofSeconds(amount);
			case "m" -> Duration.ofMinutes(amount);
			case "h" -> Duration.ofHours(amount);
			default -> Duration.ofDays(amount);
		});
	}

	/** A path, taken from the job file's folder if it is relative. */
	Optional<Path> path(Path folder) {
		try {
			return Optional.of(folder.resolve(this.text).normalize());
		}
		catch (InvalidPathException ex) {
			wrong("is not a path on this machine", "Give an absolute path, or one relative to the job file's folder.");
			return Optional.empty();
		}
	}

	private Optional<Integer> parsed() {
		try {
			return Optional.of(Integer.valueOf(this.text));
		}
		catch (NumberFormatException ex) {
			// Only digits, so it is too long for any range here
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return this.key + ": " + this.shown;
	}

}
