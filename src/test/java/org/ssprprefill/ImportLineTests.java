package org.ssprprefill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ssprprefill.Sources.SourceFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * What the compiled classes do not show: a constant of a higher floor is copied into the
 * class that uses it, and a link in a comment leaves no trace at all. The names written
 * in the source do.
 */
class ImportLineTests {

	/** A package of ours, wherever it is named: import, link or qualified name. */
	private static final Pattern OURS = Pattern.compile("\\borg\\.ssprprefill\\.([a-z]+|[A-Z]\\w*)");

	/** A class named with its package, in code. */
	private static final Pattern QUALIFIED = Pattern
		.compile("\\b(java|javax|com|org|io|tools|net)(\\.[a-z]\\w*)+\\.([A-Z]\\w*)");

	private static final Pattern TABLE = Pattern
		.compile("create (?:unlogged )?table (?:if not exists )?(?:sspr_prefill\\.)?(\\w+)");

	/** A line of a text block. */
	private static final Pattern SQL_LINE = Pattern
		.compile("^(select|from|(left )?join|insert|update|delete|and|where|with|\\w+ as \\() ?");

	@TestFactory
	Stream<DynamicTest> sourcesNameOnlyLowerFloors() {
		return Floors.packages().map((name) -> dynamicTest(name, () -> {
			List<SourceFile> sources = Sources.program()
				.stream()
				.filter((source) -> source.packageName().equals(name))
				.toList();
			Set<String> forbidden = Set.copyOf(Floors.forbiddenTo(name));
			assertThat(sources).isNotEmpty();
			assertThat(sources.stream().filter((source) -> named(source).anyMatch(forbidden::contains))).isEmpty();
		}));
	}

	private static Stream<String> named(SourceFile source) {
		return OURS.matcher(source.text()).results().map((match) -> match.group(1));
	}

	@Test
	void classesAreImportedWhereTheyAreUsed() {
		assertThat(Sources.all().stream().filter(ImportLineTests::qualifiesNeedlessly)).isEmpty();
	}

	/** Behind a pooler no session remembers a search path. */
	@Test
	void statementsNameTheSchemaOfEveryTable() throws IOException {
		List<String> tables = new ArrayList<>(List.of("flyway_schema_history"));
		try (Stream<Path> migrations = Files.walk(Path.of("src/main/resources/db"))) {
			for (Path migration : migrations.filter(Files::isRegularFile).toList()) {
				TABLE.matcher(Files.readString(migration))
					.results()
					.map((found) -> found.group(1))
					.forEach(tables::add);
			}
		}
		Pattern unqualified = Pattern
			.compile("\\b(from|join|into|update|copy|analyze) (" + String.join("|", tables) + ")\\b(?! \\*?/)");
		assertThat(Sources.all().stream().flatMap((source) -> source.lines().stream().map(String::strip)))
			.hasSizeGreaterThan(1000)
			.filteredOn((line) -> line.startsWith("\"") || line.contains(" \"") || line.contains("(\"")
					|| SQL_LINE.matcher(line).find())
			.filteredOn((line) -> unqualified.matcher(line).find())
			.as("write sspr_prefill. before the table")
			.isEmpty();
	}

	/** Two classes of one name are the only need to write out a package. */
	private static boolean qualifiesNeedlessly(SourceFile source) {
		return source.lines()
			.stream()
			.map(String::strip)
			.filter((line) -> !line.startsWith("import ") && !line.startsWith("*") && !line.startsWith("/"))
			.flatMap((line) -> QUALIFIED.matcher(line.replaceAll("\"[^\"]*\"", "")).results())
			.anyMatch((match) -> !source.knows(match.group(3)));
	}

}
