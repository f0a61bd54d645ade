package org.ssprprefill.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page about job definitions says of each key what the code that reads it takes. */
class JobDefinitionPageTests {

	private static final Path PAGE = Path.of("src/docs/job-definition.md");

	private static final Pattern QUOTED = Pattern.compile("`([a-z0-9.-]+)`");

	@Test
	void namesEveryKeyAndNoOther() throws IOException {
		String page = Files.readString(PAGE);
		List<String> columns = new ArrayList<>(Keys.in("feed.columns"));
		assertThat(quoted(page)).containsAll(columns);
		assertThat(quoted(page)).containsAll(keys("").filter((key) -> !key.startsWith("feed.columns.")).toList());
		assertThat(page.lines()
			.filter((line) -> line.startsWith("| `"))
			.flatMap((line) -> quoted(line.split(" \\| ")[0]).stream())).isSubsetOf(keys("").toList());
	}

	@Test
	void namesEveryWordThatAKeyTakes() throws IOException {
		List<String> lines = Files.readAllLines(PAGE);
		JobSchema.words().forEach((key, words) -> {
			// The other methods are said to take the same
			if (!key.startsWith("methods.") && !words.contains("true")) {
				assertThat(lines.stream().filter((line) -> line.contains("`" + key + "`")).findFirst())
					.hasValueSatisfying((line) -> assertThat(line).as(key).contains(words));
			}
		});
	}

	private static Collection<String> quoted(String text) {
		return QUOTED.matcher(text).results().map(MatchResult::group).map((word) -> word.replace("`", "")).toList();
	}

	private static Stream<String> keys(String section) {
		return Keys.in(section)
			.stream()
			.map((key) -> Keys.path(section, key))
			.flatMap((path) -> Keys.isSection(path) ? keys(path) : Stream.of(path));
	}

}
