package org.ssprprefill.schedule;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ssprprefill.contact.ProgramFile;

/**
 * Fills the resources of {@code /schedule}, which a packager can read and compare. A word
 * between at signs is replaced by its text. One that stands alone in its line makes as
 * many lines as its text has, indented as it is itself.
 */
final class Template {

	private static final Pattern WORD = Pattern.compile("(?m)^( *)@([A-Z-]+)@\n|@([A-Z-]+)@");

	private final Map<String, String> words = new HashMap<>();

	/** What the entries of every scheduler name. */
	static Template of(Appointment appointment) {
		return new Template().with("NAME", appointment.name())
			.with("JOB", appointment.definition().name())
			.with("ACCOUNT", appointment.account())
			.with("AT", appointment.at())
			.with("HOUR", appointment.at().getHour())
			.with("MINUTE", appointment.at().getMinute())
			.with("CHECK-MINUTES", Appointment.CHECK_MINUTES)
			.with("GRACE", Appointment.GRACE_SECONDS);
	}

	Template with(String word, Object text) {
		this.words.put(word, text.toString());
		return this;
	}

	/** The resource of that name with the words so far. */
	String fill(String name) {
		return WORD.matcher(ProgramFile.text("/schedule/" + name))
			.replaceAll((found) -> Matcher.quoteReplacement((found.group(2) != null)
					? lines(found.group(1), text(found.group(2), name)) : text(found.group(3), name)));
	}

	private String text(String word, String name) {
		return Objects.requireNonNull(this.words.get(word), () -> "No text for @" + word + "@ in " + name);
	}

	private static String lines(String indent, String text) {
		return text.lines().map((line) -> line.isBlank() ? "\n" : indent + line + "\n").collect(Collectors.joining());
	}

}
