package org.ssprprefill.definition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ssprprefill.feed.PgpKey;

/**
 * Puts environment variables in the place of {@code ${NAME}} and a file's content in the
 * place of {@code ${file:/path}}. What was put in is not searched again.
 */
final class Substitution {

	private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)\\}");

	static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	static final String FILE = "file:";

	private static final String TENANT = "tenant.";

	private final Path folder;

	private final Function<String, Optional<String>> environment;

	Substitution(Path folder, Function<String, Optional<String>> environment) {
		this.folder = folder;
		this.environment = environment;
	}

	/** What became of a text. */
	sealed interface Result {

		/** All references were resolved, some of them from files. */
		record Resolved(String text, List<Path> files) implements Result {

			@Override
			public String toString() {
				return "Resolved[" + this.files + "]";
			}

		}

		/**
		 * A reference leads to nothing.
		 *
		 * @param problem what is wrong, never with a value
		 * @param remedy what to do
		 * @param absent whether the reference is well-formed and this machine lacks what
		 * it names
		 */
		record Failed(String problem, String remedy, boolean absent) implements Result {
		}

	}

	/** Whether the text holds anything besides references. */
	static boolean hasLiteralPart(String raw) {
		return !REFERENCE.matcher(raw).replaceAll("").isBlank();
	}

	/**
	 * What the references in a text name, for example {@code SECRET} or {@code file:key}.
	 */
	static List<String> references(String raw) {
		return REFERENCE.matcher(raw).results().map((reference) -> reference.group(1)).toList();
	}

	Result resolve(String raw) {
		StringBuilder text = new StringBuilder();
		List<Path> files = new ArrayList<>();
		Matcher reference = REFERENCE.matcher(raw);
		int from = 0;
		while (reference.find()) {
			text.append(raw, from, reference.start());
			from = reference.end();
			Result result = follow(reference.group(1));
			if (!(result instanceof Result.Resolved part)) {
				return result;
			}
			text.append(part.text());
			files.addAll(part.files());
		}
		text.append(raw, from, raw.length());
		boolean unclosed = REFERENCE.matcher(raw).replaceAll("").contains("${");
		return unclosed ? malformed() : new Result.Resolved(text.toString(), files);
	}

	private Result follow(String reference) {
		if (reference.startsWith(FILE)) {
			return content(reference.substring(FILE.length()).strip());
		}
		if (reference.startsWith(TENANT)) {
			String name = reference.substring(TENANT.length());
			return new Result.Failed("names a value that the tenant's entry in a fleet file does not give",
					Set.of("id", "name", "drop").contains(name) ? "Give " + name + " in that entry."
							: "Give values: {" + name + ": …} in that entry.",
					false);
		}
		return VARIABLE.matcher(reference).matches() ? variable(reference) : malformed();
	}

	private Result variable(String name) {
		return this.environment.apply(name)
			.<Result>map((value) -> new Result.Resolved(value, List.of()))
			.orElseGet(() -> new Result.Failed("needs the environment variable " + name + ", which is not set",
					"Set " + name + " where the job is started.", true));
	}

	private Result content(String location) {
		try {
			Path file = this.folder.resolve(location).normalize();
			return new Result.Resolved(text(Files.readAllBytes(file)).strip(), List.of(file));
		}
		catch (IOException | InvalidPathException ex) {
			return new Result.Failed("needs the file " + location + ", which cannot be read as text",
					"Create the file, or let the account that runs the job read it.", true);
		}
	}

	/** Text in UTF-8; a key may be binary, or text as Windows PowerShell writes it. */
	private static String text(byte[] content) throws CharacterCodingException {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
		}
		catch (CharacterCodingException ex) {
			return PgpKey.text(content).orElseThrow(() -> ex);
		}
	}

	private static Result malformed() {
		return new Result.Failed("holds a reference that is not well-formed",
				"Write ${NAME} for an environment variable or ${file:/path} for a file's content.", false);
	}

}
