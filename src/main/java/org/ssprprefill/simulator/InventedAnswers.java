package org.ssprprefill.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.ssprprefill.contact.Word;
import org.ssprprefill.simulator.TenantDescriptionException.Problem;

/**
 * How the tenant answers where Microsoft does not say how. The answers come from a file
 * and are invented, or from the answer sheet of a probe and were seen; a program that
 * works with one set must work with any other.
 */
public final class InventedAnswers {

	private static final Invented MISSING = new Invented(400, "badRequest", "", "");

	private final Map<Situation, Invented> answers;

	private final Manners manners;

	/** What is not documented. */
	enum Situation implements Word {

		SECOND_OF_A_KIND, ALTERNATE_WITHOUT_MOBILE, MOBILE_BEFORE_ALTERNATE, TYPE_CHANGED, BAD_NUMBER, BAD_ADDRESS,
		UNKNOWN_USER, UNKNOWN_METHOD, NUMBER_NOT_UNIQUE, SECOND_EMAIL, UPDATE_MISSING, REMOVE_MISSING,
		MISSING_PERMISSION;

		/** Files that know no such answer mean the one of its kind. */
		Situation kind() {
			return switch (this) {
				case SECOND_EMAIL -> SECOND_OF_A_KIND;
				case UPDATE_MISSING, REMOVE_MISSING -> UNKNOWN_METHOD;
				default -> this;
			};
		}

	}

	private InventedAnswers(Path file, Map<?, ?> root, Map<Situation, Invented> otherwise) {
		List<Problem> problems = new ArrayList<>();
		boolean sheet = root.containsKey("answers");
		Section section = sheet ? new Section("", root, problems).section("answers") : new Section("", root, problems);
		Map<Situation, Invented> found = new EnumMap<>(Situation.class);
		for (Situation situation : Situation.values()) {
			Invented plain = otherwise.getOrDefault(situation, found.getOrDefault(situation.kind(), MISSING));
			found.put(situation, Invented.of(section.section(situation.word())).orElse(plain));
		}
		// Seen in the field, and so never invented
		found.computeIfPresent(Situation.MISSING_PERMISSION, (situation, told) -> (told.equals(MISSING))
				? new Invented(403, "accessDenied", "Request Authorization failed", "") : told);
		this.manners = Manners.of(section);
		section.refuseOthers();
		if (!problems.isEmpty()) {
			throw new TenantDescriptionException(file, problems);
		}
		this.answers = Collections.unmodifiableMap(found);
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
	 * A set of one's own, or the answer sheet of a probe ({@code doctor --probe}). What
	 * it does not say is answered plainly.
	 * @param file YAML with the keys of the bundled files, or the sheet's JSON
	 * @return the set
	 * @throws TenantDescriptionException if the file cannot be used
	 */
	public static InventedAnswers load(Path file) {
		return new InventedAnswers(file, Yaml.read(file), plain().answers);
	}

	private static InventedAnswers bundled(String name) {
		return new InventedAnswers(Path.of(name), Resource.yaml(name), Map.of());
	}

	/** The answer, whatever it is. */
	Reply to(Situation situation) {
		return told(situation).reply();
	}

	/** The refusal; nothing where the tenant does what it was asked. */
	Optional<Reply> refusal(Situation situation) {
		return Optional.of(told(situation)).filter(Invented::refuses).map(Invented::reply);
	}

	/** The refusal of a number that another account signs in with. */
	Reply notUnique() {
		Invented told = told(Situation.NUMBER_NOT_UNIQUE);
		String place = told.value().replaceFirst(".* in ", "");
		return switch (place) {
			case "message" -> Refusal.of(told.status(), told.code(), "phoneNumberNotUnique");
			case "elsewhere" -> Refusal.of(told.status(), told.code(), told.message(), "phoneNumberNotUnique");
			default -> told.reply();
		};
	}

	/** Whether such a number is stored all the same, as others have seen. */
	boolean storesNotUnique() {
		return !told(Situation.NUMBER_NOT_UNIQUE).value().startsWith("not stored");
	}

	private Invented told(Situation situation) {
		return Objects.requireNonNull(this.answers.get(situation));
	}

	Manners manners() {
		return this.manners;
	}

}
