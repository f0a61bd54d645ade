package org.ssprprefill.init;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ssprprefill.contact.ProgramFile;
import org.ssprprefill.feed.KnownHeaders;
import org.ssprprefill.feed.RefusedExportException;

import static org.assertj.core.api.Assertions.assertThat;

/** What is proposed for the exports of many systems, by their headers. */
class VendorShapesTests {

	private static final Pattern COLUMN = Pattern.compile("(.+) = (\\w+)(?: > ([a-z-]+)([!?]?))?");

	private static final Map<String, List<String>> CELLS = Map.ofEntries(
			Map.entry("id", List.of("10071", "10072", "10073", "10074")),
			Map.entry("count", List.of("1", "2", "3", "4")),
			Map.entry("ten", List.of("9841234561", "9841234572", "9851234583", "9801234594")),
			Map.entry("guid",
					List.of("9f1c2d3e-0000-4000-8000-000000000001", "9f1c2d3e-0000-4000-8000-000000000002",
							"9f1c2d3e-0000-4000-8000-000000000003", "9f1c2d3e-0000-4000-8000-000000000004")),
			Map.entry("work",
					List.of("a.one@contoso.com", "b.two@contoso.com", "c.three@contoso.com", "d.four@contoso.com")),
			Map.entry("work2", List.of("one@contoso.com", "two@contoso.com", "three@contoso.com", "four@contoso.com")),
			Map.entry("private", List.of("one@example.org", "two@example.net", "three@example.com", "four@gmail.com")),
			Map.entry("gmail", List.of("one@gmail.com", "two@gmail.com", "three@gmail.com", "four@gmail.com")),
			Map.entry("mobile", List.of("+31 6 12345601", "+31 6 12345602", "+31 6 12345603", "+31 6 12345604")),
			Map.entry("mobile2", List.of("+31 6 12345611", "+31 6 12345612", "+31 6 12345613", "+31 6 12345614")),
			Map.entry("same", List.of("+31 6 12345600", "+31 6 12345600", "+31 6 12345600", "+31 6 12345600")),
			Map.entry("land", List.of("+31 20 7945501", "+31 20 7945502", "+31 20 7945503", "+31 20 7945504")),
			Map.entry("country", List.of("NL", "BE", "NL", "DE")), Map.entry("state", List.of("CO", "IL", "CA", "IN")),
			Map.entry("date", List.of("01-02-1990", "11-12-1985", "21-03-1979", "05-10-2001")),
			Map.entry("first", List.of("Anna", "Bram", "Cleo", "Daan")),
			Map.entry("last", List.of("Voorbeeld", "Muster", "Sample", "Exemple")),
			Map.entry("full", List.of("Anna Voorbeeld", "Bram Muster", "Cleo Sample", "Daan Exemple")),
			Map.entry("text", List.of("Red", "Green", "Blue", "Red")));

	@TempDir
	private Path folder;

	static Stream<String> shapes() throws IOException {
		return Files.readAllLines(Path.of("src/test/resources/init/shapes.txt"))
			.stream()
			.filter((line) -> !line.startsWith("#"));
	}

	@ParameterizedTest
	@MethodSource("shapes")
	void proposesNoMoreThanTheHeaderProves(String shape) throws IOException, RefusedExportException {
		List<Matcher> columns = columns(shape);
		Map<String, List<String>> proposed = new TreeMap<>();
		Map<String, List<String>> asked = new TreeMap<>();
		TreeSet<String> doubtful = new TreeSet<>();
		for (Matcher column : columns) {
			if (column.group(3) != null) {
				("?".equals(column.group(4)) ? asked : proposed)
					.computeIfAbsent(column.group(3), (it) -> new ArrayList<>())
					.add(column.group(1));
				if ("!".equals(column.group(4))) {
					doubtful.add(column.group(3));
				}
			}
		}
		JobDraft draft = draft(columns);
		assertThat(headers(draft.choices().values(), proposed)).isEqualTo(proposed);
		assertThat(headers(draft.questions().values(), asked)).isEqualTo(asked);
		assertThat(draft.choices()
			.values()
			.stream()
			.filter((choice) -> choice.doubt().isPresent())
			.map((choice) -> choice.field().key())).containsExactlyInAnyOrderElementsOf(doubtful);
		asked.forEach((field, headers) -> assertThat(draft.text())
			.contains("    # " + field + ": \"" + headers.get(0) + "\"\n"));
	}

	@Test
	void isTheSameWordInEveryLanguage() {
		Map<String, TreeSet<String>> meanings = new TreeMap<>();
		for (String line : ProgramFile.entries("/init/headers.txt")) {
			if (!line.startsWith("[")) {
				KnownHeaders.split(line.substring(line.indexOf(':') + 1))
					.forEach((header) -> meanings.computeIfAbsent(KnownHeaders.folded(header), (it) -> new TreeSet<>())
						.add(line.substring(0, line.indexOf(':'))));
			}
		}
		assertThat(meanings).allSatisfy((header, words) -> assertThat(words).as(header).hasSize(1));
	}

	@Test
	void areSixtyAtLeast() throws IOException {
		assertThat(shapes().count()).isGreaterThanOrEqualTo(60);
	}

	/** First and last name are proposed in that order, whatever the file's. */
	private static Map<String, List<String>> headers(Iterable<Choice> choices, Map<String, List<String>> expected) {
		Map<String, List<String>> headers = new TreeMap<>();
		for (Choice choice : choices) {
			List<String> order = expected.getOrDefault(choice.field().key(), List.of());
			headers.put(choice.field().key(),
					choice.headers().stream().sorted(Comparator.comparing(order::indexOf)).toList());
		}
		return headers;
	}

	private static List<Matcher> columns(String shape) {
		return Arrays.stream(shape.substring(shape.indexOf(" | ") + 3).split("; ")).map((column) -> {
			Matcher matcher = COLUMN.matcher(column);
			assertThat(matcher.matches()).as(column).isTrue();
			return matcher;
		}).toList();
	}

	private JobDraft draft(List<Matcher> columns) throws IOException, RefusedExportException {
		String header = columns.stream().map((column) -> '"' + column.group(1) + '"').collect(Collectors.joining(";"));
		String rows = IntStream.range(0, 4)
			.mapToObj((row) -> columns.stream()
				.map((column) -> CELLS.getOrDefault(column.group(2), List.of()).get(row))
				.collect(Collectors.joining(";")))
			.collect(Collectors.joining("\n"));
		return JobDraft
			.of(Files.writeString(this.folder.resolve("hr.csv"), header + '\n' + rows + '\n', StandardCharsets.UTF_8));
	}

}
