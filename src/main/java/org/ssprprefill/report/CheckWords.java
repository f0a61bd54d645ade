package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.ssprprefill.check.CheckedFile;
import org.ssprprefill.check.CheckedRow;
import org.ssprprefill.check.FeedVerdict;
import org.ssprprefill.contact.Country;
import org.ssprprefill.feed.HrRow;

/**
 * The answer of {@code check} for people: a line for each file, what is to be mended and
 * where, and what would be taken. Never a value.
 */
public final class CheckWords {

	/** More places of one problem than that are better read in a list by machine. */
	private static final int PLACES = 50;

	/** More examples of one thing than that help no reader. */
	private static final int EXAMPLES = 3;

	private final FeedVerdict verdict;

	private final Texts texts;

	/**
	 * Prepares an answer.
	 * @param verdict what was found
	 * @param language the reader's language
	 */
	public CheckWords(FeedVerdict verdict, Language language) {
		this.verdict = verdict;
		this.texts = Texts.in(language);
	}

	/**
	 * The whole answer but its last sentence.
	 * @param knowsOwnDomains whether work addresses could be told from private ones
	 * @return its lines
	 */
	public List<String> lines(boolean knowsOwnDomains) {
		List<String> lines = new ArrayList<>(files());
		this.verdict.files().forEach((file) -> file.refusedBecause().ifPresent((because) -> {
			lines.add("");
			lines.addAll(Paragraph.lines("", file.name() + ": " + this.texts.tell(because)));
		}));
		Map<String, Set<Country>> countries = countries();
		places()
			.forEach((problem, places) -> problem(lines, problem, places, countries.getOrDefault(problem, Set.of())));
		lines.add("");
		lines.addAll(Paragraph.lines("", taken()));
		if (!this.verdict.phones().isEmpty()) {
			lines.addAll(Paragraph.lines("", this.texts.say("check.phones", phones())));
		}
		if (!knowsOwnDomains) {
			lines.addAll(Paragraph.lines("", this.texts.say("check.own-domains")));
		}
		return lines;
	}

	/**
	 * The answer in a sentence.
	 * @return for example {@code In order: all 22 rows can be taken.}
	 */
	public String closing() {
		if (this.verdict.files().isEmpty()) {
			return this.texts.say("check.verdict.none");
		}
		long refused = this.verdict.files().stream().filter((file) -> file.refusedBecause().isPresent()).count();
		if (refused > 0) {
			return this.texts.say("check.verdict.refused", refused);
		}
		int rejected = this.verdict.files().stream().mapToInt(CheckedFile::rejected).sum();
		int rows = this.verdict.files().stream().mapToInt(CheckedFile::rows).sum();
		return this.verdict.rejectsSomething()
				? this.texts.say("check.verdict.rejected", rejected, this.verdict.lostValues())
				: this.texts.say("check.verdict.done", rows);
	}

	private List<String> files() {
		TextTable table = new TextTable(this.texts.say("check.file"), this.texts.say("check.read-as"))
			.numbers(this.texts.say("check.rows"), this.texts.say("check.accepted"), this.texts.say("check.rejected"));
		for (CheckedFile file : this.verdict.files()) {
			if (file.refusedBecause().isPresent()) {
				table.row(file.name(), this.texts.say("check.unreadable"), "–", "–", "–");
			}
			else {
				table.row(file.name(), file.charset() + ", " + delimiter(file.delimiter()), count(file.rows()),
						count(file.rows() - file.rejected()), count(file.rejected()));
			}
		}
		return table.lines();
	}

	private String delimiter(String delimiter) {
		return delimiter.equals("\\t") ? this.texts.say("check.tab") : delimiter;
	}

	private String count(int number) {
		return this.texts.figures().count(number);
	}

	/** Where each problem is, in the order of the words. */
	private Map<String, List<String>> places() {
		Map<String, Integer> counts = this.verdict.problems();
		Map<String, List<String>> places = new TreeMap<>();
		this.verdict.rowsWithProblems().forEach((row) -> {
			for (HrRow.Problem problem : row.problems()) {
				List<String> some = places.computeIfAbsent(problem.problem().word(), (word) -> new ArrayList<>());
				if (some.size() < PLACES) {
					some.add(place(row, problem));
				}
			}
		});
		places.forEach((word, some) -> {
			int left = counts.getOrDefault(word, 0) - some.size();
			if (left > 0) {
				some.add(this.texts.say("check.more", left));
			}
		});
		return places;
	}

	private String place(CheckedRow row, HrRow.Problem problem) {
		// Lines are looked up in an editor, which writes no separators
		String line = Long.toString(row.line());
		String place = problem.column().isEmpty() ? this.texts.say("check.row", row.file(), line)
				: this.texts.say("check.cell", row.file(), line, problem.column());
		if (problem.found() > 1 || problem.detail().equals(HrRow.Problem.CUT_OFF)) {
			return place + ": " + this.texts.problem(problem.problem().word(), problem.found(), problem.detail());
		}
		return problem.detail().isEmpty() ? place : place + ": " + this.texts.besides(problem.detail());
	}

	/** Whose numbers are examples for the rows of each problem. */
	private Map<String, Set<Country>> countries() {
		Map<String, Set<Country>> countries = new TreeMap<>();
		this.verdict.rowsWithProblems()
			.forEach((row) -> row.country().ifPresent((country) -> row.problems().forEach((problem) -> {
				Set<Country> some = countries.computeIfAbsent(problem.problem().word(),
						(word) -> new LinkedHashSet<>());
				if (some.size() < EXAMPLES) {
					some.add(country);
				}
			})));
		return countries;
	}

	private void problem(List<String> lines, String word, List<String> places, Set<Country> countries) {
		lines.add("");
		lines.add(word + ", " + this.texts.say("check.times", this.verdict.problems().getOrDefault(word, 0)));
		lines.addAll(Paragraph.lines("  ", this.texts.problem(word)));
		lines.addAll(Paragraph.lines("  ", this.texts.say("check.mend", this.texts.mending(word, countries))));
		places.forEach((place) -> lines.add("    " + Paragraph.harmless(place)));
	}

	/** The most frequent country code first. */
	private String phones() {
		return this.verdict.phones()
			.entrySet()
			.stream()
			.sorted(Comparator.comparingInt((code) -> -code.getValue().accepted()))
			.map((code) -> this.texts.say("check.phones.code", code.getKey(), count(code.getValue().accepted()),
					this.texts.figures().percent(100.0 * code.getValue().national() / code.getValue().accepted())))
			.collect(Collectors.joining(", "));
	}

	private String taken() {
		List<String> values = this.verdict.taken()
			.entrySet()
			.stream()
			.map((taken) -> this.texts.say("check.taken." + taken.getKey().word(), taken.getValue()))
			.toList();
		return values.isEmpty() ? this.texts.say("check.taken-nothing") : this.texts.say("check.taken", listed(values));
	}

	private String listed(List<String> values) {
		int last = values.size() - 1;
		return (last == 0) ? values.get(0)
				: this.texts.say("check.and", String.join(", ", values.subList(0, last)), values.get(last));
	}

}
