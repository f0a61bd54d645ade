package org.ssprprefill.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.doctor.Area;
import org.ssprprefill.doctor.Check;
import org.ssprprefill.doctor.Check.Status;

/** Checks as a terminal of eighty columns shows them, grouped, each with its remedy. */
final class CheckList {

	private static final int COLUMNS = 80;

	private static final String INDENT = " ".repeat(11);

	private final List<Check> checks;

	CheckList(List<Check> checks) {
		this.checks = checks;
	}

	List<String> lines() {
		List<String> lines = new ArrayList<>();
		for (Area area : Area.values()) {
			List<Check> group = this.checks.stream().filter((check) -> check.subject().area() == area).toList();
			if (!group.isEmpty()) {
				lines.add(area.title());
				group.forEach((check) -> lines.addAll(lines(check)));
				lines.add("");
			}
		}
		return lines;
	}

	private static List<String> lines(Check check) {
		String name = check.title() + ((check.status() == Status.PASS) ? "" : " (" + check.subject().id() + ")");
		List<String> lines = new ArrayList<>(
				wrapped(String.format("  %-9s", check.status().word()), name + ": " + check.detail()));
		check.remedy().ifPresent((remedy) -> lines.addAll(wrapped(INDENT, "Remedy: " + remedy)));
		return lines;
	}

	/** Breaks between words only, so that a path or a command can be copied. */
	private static List<String> wrapped(String first, String text) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder(first);
		boolean empty = true;
		for (String word : text.split(" ")) {
			if (!empty && line.length() + 1 + word.length() > COLUMNS) {
				lines.add(line.toString());
				line = new StringBuilder(INDENT);
				empty = true;
			}
			line.append(empty ? "" : " ").append(word);
			empty = false;
		}
		lines.add(line.toString());
		return lines;
	}

	/** All of it in a sentence, and where to read on. */
	String closing(String job) {
		long guards = this.checks.stream().filter(Check::forbidsWriting).count();
		String counts = count(Status.PASS) + " passed, " + count(Status.WARN) + " to look at, " + count(Status.FAIL)
				+ " failed, " + count(Status.SKIPPED) + " not asked";
		String verdict = (guards > 0) ? "A run would be refused: " + guards + " of the failed checks guard"
				+ ((guards == 1) ? "s" : "") + " writing" : "Nothing keeps a run from writing";
		return verdict + " (" + counts + ")."
				+ firstToExplain()
					.map((check) -> "\nWhat a check means: sspr-prefill doctor " + job + " --about " + check)
					.orElse("");
	}

	private Optional<String> firstToExplain() {
		return this.checks.stream()
			.filter((check) -> check.status() == Status.FAIL || check.status() == Status.WARN)
			.min((one, other) -> other.status().compareTo(one.status()))
			.map((check) -> check.subject().id());
	}

	private long count(Status status) {
		return this.checks.stream().filter((check) -> check.status() == status).count();
	}

}
