package org.ssprprefill.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No text and no class has a date of its own: all of them stand in one table. */
class OneTableOfDatesTests {

	private static final Path TABLE = Path.of("src/main/resources/timeline/endings.txt");

	/** Names that are part of a contract with programs outside. */
	private static final Pattern NAMES = Pattern.compile("(?i)february-?_?2027|can_?reset_?2027");

	@Test
	void everyDateOfAnEndingComesFromTheTable() throws IOException {
		Pattern years = Pattern.compile("(?<!u)202[789]");
		for (Path file : files()) {
			String text = NAMES.matcher(read(file)).replaceAll("");
			assertThat(years.matcher(text).find()).as(file.toString()).isFalse();
		}
	}

	/** What people read beside the program may name a day, but no other one. */
	@Test
	void everyDateOfAnEndingInThePagesIsOneOfTheTable() throws IOException {
		Set<String> known = new HashSet<>(Set.of("March 2027"));
		Timeline.standard().endings().forEach((ending) -> {
			known.add(ending.date().toString());
			known.add(ending.date().format(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)));
		});
		Pattern dates = Pattern.compile("202[789]-\\d\\d(-\\d\\d)?|(\\d{1,2} )?\\p{Lu}\\p{L}+ 202[789]");
		try (Stream<Path> pages = Stream.of("README.md", "src/docs", "sample-data", "jobs", "src/deb")
			.map(Path::of)
			.flatMap(OneTableOfDatesTests::below)) {
			pages.filter((page) -> page.toString().matches(".*\\.(md|yaml|1)")).forEach((page) -> {
				String text = NAMES.matcher(read(page)).replaceAll("");
				assertThat(dates.matcher(text).results().map(MatchResult::group)).as(page.toString())
					.allMatch((date) -> known.contains(date.strip()));
			});
		}
	}

	private static Stream<Path> below(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
			return files.filter((file) -> file.toString().matches(".*\\.(java|properties|md|txt|css|js|yaml)"))
				.filter((file) -> !file.equals(TABLE))
				.toList();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
