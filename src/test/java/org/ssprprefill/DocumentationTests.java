package org.ssprprefill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages are found, short where they greet, and name what there is. */
class DocumentationTests {

	private static final Path README = Path.of("README.md");

	private static final Path DOCS = Path.of("src", "docs");

	private static final Pattern LINK = Pattern.compile("(?<!`)\\]\\(([^)\\s]+)\\)");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

	private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)?[A-Z][a-z]+(?:[A-Z][a-z]+)+)`");

	@Test
	void theReadmeIsReadInMinutes() throws IOException {
		String text = Files.readString(README);
		assertThat(text.lines().count()).isLessThanOrEqualTo(220);
		assertThat(text.split("\\s+").length).isLessThanOrEqualTo(1900);
	}

	@Test
	void everyLinkLeadsSomewhere() throws IOException {
		List<String> broken = new ArrayList<>();
		for (Path page : pages()) {
			for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
				if (!link.group(1).contains(":") && !leadsSomewhere(page, link.group(1))) {
					broken.add(page + ": " + link.group(1));
				}
			}
		}
		assertThat(broken).isEmpty();
	}

	@Test
	void theIndexNamesEveryPage() throws IOException {
		String index = Files.readString(DOCS.resolve("README.md"));
		assertThat(pages()).filteredOn((page) -> DOCS.equals(page.getParent()) && !page.endsWith("README.md"))
			.allSatisfy((page) -> assertThat(index).contains("(" + page.getFileName() + ")"));
	}

	@Test
	void everyClassOfTheTourExists() throws IOException {
		Set<String> known = Sources.all()
			.stream()
			.map((source) -> source.path().getFileName().toString().replace(".java", ""))
			.collect(Collectors.toSet());
		assertThat(CLASS.matcher(Files.readString(DOCS.resolve("architecture.md")))
			.results()
			.map((match) -> match.group(1).replaceFirst(".*\\.", ""))
			.distinct()
			.filter((name) -> !known.contains(name))).isEmpty();
	}

	private static boolean leadsSomewhere(Path page, String target) throws IOException {
		String file = target.replaceFirst("#.*", "");
		Path other = file.isEmpty() ? page : page.resolveSibling(file);
		int anchor = target.indexOf('#');
		return Files.exists(other) && (anchor < 0 || anchors(other).contains(target.substring(anchor + 1)));
	}

	/** As the renderers of Markdown make them. */
	private static Set<String> anchors(Path page) throws IOException {
		String text = Files.readString(page);
		Set<String> anchors = HEADING.matcher(text)
			.results()
			.map((heading) -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
			.map((heading) -> heading.replace(' ', '-'))
			.collect(Collectors.toSet());
		Pattern.compile("<a (?:id|name)=\"([^\"]+)\"")
			.matcher(text)
			.results()
			.forEach((it) -> anchors.add(it.group(1)));
		return anchors;
	}

	private static List<Path> pages() throws IOException {
		try (Stream<Path> docs = Files.walk(DOCS)) {
			return Stream.concat(Stream.of(README, Path.of(".github", "CONTRIBUTING.md")), docs)
				.filter((file) -> file.toString().endsWith(".md"))
				.toList();
		}
	}

}
