package org.ssprprefill.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.ssprprefill.simulator.TenantDescriptionException.Problem;

/**
 * How the tenant refuses where Microsoft does not say how. The answers come from a file
 * and are invented; a program that works with one set must work with any other.
 */
public final class InventedAnswers {

	private final Map<Situation, Invented> answers;

	/** What nobody has documented. */
	enum Situation {

		SECOND_OF_A_KIND, ALTERNATE_WITHOUT_MOBILE, MOBILE_BEFORE_ALTERNATE, TYPE_CHANGED, BAD_NUMBER, BAD_ADDRESS,
		UNKNOWN_USER, UNKNOWN_METHOD, NUMBER_NOT_UNIQUE;

		String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** What an invented answer says. */
	private record Invented(int status, String code, String message) {
	}

	private InventedAnswers(Path file, Map<?, ?> root) {
		List<Problem> problems = new ArrayList<>();
		Section section = new Section("", root, problems);
		Map<Situation, Invented> found = new EnumMap<>(Situation.class);
		for (Situation situation : Situation.values()) {
			found.put(situation, answer(section.section(situation.word())));
		}
		section.refuseOthers();
		if (!problems.isEmpty()) {
			throw new TenantDescriptionException(file, problems);
		}
		this.answers = Collections.unmodifiableMap(found);
	}

	private static Invented answer(Section section) {
		return new Invented(section.number("status", 0, 400, 599), section.text("code").orElse(""),
				section.required("message", "The request was refused."));
	}

	/**
	 * Plain answers: 400 {@code badRequest} and 404 {@code resourceNotFound}.
	 * @return the set of {@code simulator/invented-answers.yaml}
	 */
	public static InventedAnswers plain() {
		return bundled("invented-answers.yaml");
	}

	/**
	 * Other statuses, other codes, and messages that are JSON themselves.
	 * @return the set of {@code simulator/invented-answers-other.yaml}
	 */
	public static InventedAnswers other() {
		return bundled("invented-answers-other.yaml");
	}

	/**
	 * A set of one's own.
	 * @param file YAML with the keys of the bundled files
	 * @return the set
	 * @throws TenantDescriptionException if the file cannot be used
	 */
	public static InventedAnswers load(Path file) {
		return new InventedAnswers(file, Yaml.read(file));
	}

	private static InventedAnswers bundled(String name) {
		return new InventedAnswers(Path.of(name), Resource.yaml(name));
	}

	Reply to(Situation situation) {
		Invented answer = this.answers.getOrDefault(situation, new Invented(400, "badRequest", ""));
		return Refusal.of(answer.status(), answer.code(), answer.message());
	}

}
