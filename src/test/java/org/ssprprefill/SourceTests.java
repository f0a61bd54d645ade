package org.ssprprefill;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.ssprprefill.Sources.SourceFile;

import static org.assertj.core.api.Assertions.assertThat;

/** What a reader may expect of every file. */
class SourceTests {

	/** A store keeps one table's SQL together, so that it may be longer than a rule. */
	private static final int SCREENS = 300;

	private static final Pattern UNFINISHED = Pattern.compile("\\b(T[O]DO|FIXM[E]|XX[X])\\b");

	/** People are users, accounts, callers. */
	private static final Pattern NO_LONGER_USED = Pattern
		.compile("(?i)\\b(who[e]ver|some[b]ody|no[b]ody|every[b]ody|any[b]ody|in vain|comes? about)\\b");

	/** What is said to people, and the stable word of the report's contract. */
	private static final Pattern SAID = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|\\{@code [^}]+\\}|\\bEVERYBODY\\b");

	@Test
	void theRulesSeeEveryFile() {
		assertThat(Sources.program().size()).isGreaterThan(300);
		assertThat(Sources.all().size()).isGreaterThan(420);
	}

	@Test
	void filesFitOnAFewScreens() {
		assertThat(Sources.program().stream().filter((source) -> source.lines().size() > SCREENS)).isEmpty();
	}

	@Test
	void nothingIsLeftUnfinished() {
		assertThat(Sources.all().stream().filter((source) -> UNFINISHED.matcher(source.text()).find())).isEmpty();
	}

	@Test
	void codeAndCommentsKeepToTheWordsOfTheField() {
		assertThat(Sources.program().stream().flatMap(SourceTests::unused)).isEmpty();
	}

	private static Stream<String> unused(SourceFile source) {
		return source.lines()
			.stream()
			.filter((line) -> NO_LONGER_USED.matcher(SAID.matcher(line).replaceAll("")).find())
			.map((line) -> source.path() + ": " + line.strip());
	}

	@Test
	void packagesSayWhatTheyAreFor() {
		List<SourceFile> sentences = Sources.program().stream().filter(SourceFile::isPackageInfo).toList();
		assertThat(sentences.stream().map(SourceFile::packageName)).contains("ssprprefill")
			.containsAll(Floors.packages().toList());
		assertThat(sentences).allSatisfy((source) -> assertThat(source.text()).as(source.toString())
			.containsPattern("(?s)^/\\*\\*.{30,}\\.\\s+\\*/\\s+@NullMarked\\spackage "));
	}

}
