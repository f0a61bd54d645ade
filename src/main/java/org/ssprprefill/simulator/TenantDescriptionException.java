package org.ssprprefill.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A tenant description, or a file of invented answers, that cannot be used. */
public final class TenantDescriptionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Problem> problems;

	/**
	 * One thing that is wrong.
	 *
	 * @param key where, for example {@code users[3].licences}
	 * @param value what stands there; hidden for contact values
	 * @param remedy what to write instead
	 */
	public record Problem(String key, String value, String remedy) {

		@Override
		public String toString() {
			return this.key + (this.value.isEmpty() ? "" : ": '" + this.value + "'") + " – " + this.remedy;
		}

	}

	TenantDescriptionException(Path file, List<Problem> problems) {
		super(file + " cannot be used:\n"
				+ problems.stream().map((problem) -> "  " + problem).collect(Collectors.joining("\n")));
		this.problems = List.copyOf(problems);
	}

	/**
	 * Everything that is wrong.
	 * @return at least one problem, in the order of the file
	 */
	public List<Problem> problems() {
		return this.problems;
	}

}
