package org.ssprprefill.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ssprprefill.contact.MethodKind;

/** Many people of every sort, with names and groups as HR systems have them. */
final class Crowd {

	private static final List<String> NAMES = List.of("jan.jansen", "anna.beispiel", "zoe.example", "bob.muster",
			"frederique.van-den-voorbeeld-tot-langenhoven", "o.example", "svc-reception.floor2", "maria.da-amostra");

	/** Long, short, from right to left, with an emoji, empty, and like a formula. */
	private static final List<String> GROUPS = List.of("Sales", "Buchhaltung",
			"Bedrijfsvoering en Facilitaire Dienstverlening Noord-Nederland, afdeling Huisvesting & Gebouwbeheer",
			"\u05DE\u05DB\u05D9\u05E8\u05D5\u05EA (\u05E6\u05E4\u05D5\u05DF)",
			"\u0627\u0644\u0645\u0628\u064A\u0639\u0627\u062A", "Team Rocket \uD83D\uDE80", "", "Forschung/Entwicklung",
			"\u55B6\u696D\u90E8");

	private Crowd() {
	}

	/** So many lines that all need somebody. */
	static Stream<PersonLine> lines(int people, Language language) {
		return IntStream.range(0, people).mapToObj((i) -> line(i, Texts.in(language)));
	}

	private static PersonLine line(int i, Texts texts) {
		String name = NAMES.get(i % NAMES.size()) + ((i < NAMES.size()) ? "" : i) + "@contoso.com";
		String id = (i % 11 == 3) ? "" : Integer.toString(10_000 + i * 7 % 90_000);
		String group = GROUPS.get(i * 5 % GROUPS.size());
		return switch (i % 10) {
			case 0, 1, 2 -> person(texts, i, name, id, group, "matched", "no", "no-method", "");
			case 3, 4 -> person(texts, i, name, id, group, "matched", "no", "not-licensed", "");
			case 5 -> person(texts, i, name, id, group, "matched", "unknown", "not-measurable", "");
			case 6 -> person(texts, i, "", id, group, "unmatched", "", "", "");
			case 7 -> person(texts, i, name, id, group, "matched", "yes", "", "rejected");
			case 8 -> person(texts, i, name, id, group, "no-row", "no", "no-method", "");
			default -> person(texts, i, name, id, group, "matched", "no", "second-method-missing", "missing");
		};
	}

	private static PersonLine person(Texts texts, int i, String name, String id, String group, String decision,
			String canReset, String gap, String outcome) {
		boolean row = !decision.equals("no-row");
		return new PersonLine(row ? "personeel-2026-11-21.csv" : "",
				row ? OptionalLong.of(i + 2) : OptionalLong.empty(), name.isEmpty() ? "" : "object-" + i, name, id,
				row ? group : "", decision, "",
				Map.of(MethodKind.MOBILE, new PersonLine.MethodCell("add", "not-registered", outcome)), "writeback",
				canReset, gap, "no", gap.isEmpty() ? "" : texts.word("person." + gap));
	}

	/** The report of a night with those people in it, and as many again who can reset. */
	static RunReport report(int people) {
		if (people == 0) {
			return RunReports.quiet();
		}
		Map<String, Integer> reasons = new TreeMap<>();
		lines(people, Language.EN).map(PersonLine::gap)
			.filter((gap) -> !gap.isEmpty())
			.forEach((gap) -> reasons.merge(gap, 1, Integer::sum));
		int population = people * 2;
		int able = population - reasons.values().stream().mapToInt(Integer::intValue).sum();
		RunReport ordinary = RunReports.ordinary();
		CoverageSection coverage = new CoverageSection(true, population, able, percent(able, population),
				OptionalDouble.of(95), Optional.of(RunReports.START), reasons,
				new CoverageSection.Later(able / 2, percent(able / 2, population), "none"), groups(people),
				ordinary.coverage().trend(), ordinary.coverage().effectiveness(), ordinary.coverage().timeline(),
				ordinary.coverage().phoneOnly());
		return new RunReport(ordinary.run(), ordinary.feed(), ordinary.matching(), ordinary.plan(), ordinary.outcomes(),
				ordinary.licence(), coverage, ordinary.checks(), ordinary.graph(), ordinary.steps());
	}

	private static List<CoverageSection.GroupLine> groups(int people) {
		int size = Math.max(2, people / GROUPS.size());
		return IntStream.range(0, GROUPS.size())
			.mapToObj((i) -> new CoverageSection.GroupLine(GROUPS.get(i), size, size * i / GROUPS.size(),
					percent(size * i / GROUPS.size(), size)))
			.toList();
	}

	private static OptionalDouble percent(int part, int whole) {
		return OptionalDouble.of(Math.round(1000.0 * part / whole) / 10.0);
	}

}
