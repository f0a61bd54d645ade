package org.ssprprefill.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

class HelpIT {

	private static final Path BASH = Path.of("/bin/bash");

	@TempDir
	Path folder;

	@TestFactory
	Stream<DynamicTest> fitsAScreenWithAnExample() {
		return verbs().map((verb) -> dynamicTest(verb, () -> {
			List<String> lines = out(verb, "--help").lines().toList();
			assertThat(lines).hasSizeLessThanOrEqualTo(24).allSatisfy((line) -> assertThat(line).hasSizeLessThan(81));
			assertThat(lines).anySatisfy((line) -> assertThat(line).startsWith("Example: sspr-prefill " + verb));
		}));
	}

	@Test
	void introducesTheVerbsOnOneScreen() {
		assertThat(out("--help").lines()).hasSizeLessThanOrEqualTo(36)
			.allSatisfy((line) -> assertThat(line).hasSizeLessThan(81));
		assertThat(out("--help")).contains("Exit codes: 0 done", "Examples: ").doesNotContain("\u001B");
	}

	@Test
	void completesVerbsAndOptionsInBash() throws IOException, InterruptedException {
		assertThat(completions("sspr-prefill", "sched")).containsExactly("schedule");
		assertThat(completions("sspr-prefill", "schedule", "--a")).containsExactlyInAnyOrder("--as", "--at");
		assertThat(completions("sspr-prefill", "schedule", "--as", "s")).containsExactly("systemd");
	}

	@ParameterizedTest
	@CsvSource({ "0, 0 s", "89, 89 s", "90, 2 min", "3600, 60 min", "5400, 1 h 30 min" })
	void tellsHowLongItTakesAsPeopleDo(long seconds, String words) {
		assertThat(LiveProgress.remaining(seconds)).isEqualTo(words);
	}

	private static Stream<String> verbs() {
		Console nowhere = new Console(new PrintStream(new ByteArrayOutputStream()),
				new PrintStream(new ByteArrayOutputStream()));
		return new CommandLine(new CommandLines(nowhere)).getSubcommands()
			.keySet()
			.stream()
			.filter((verb) -> !verb.equals("generate-completion"));
	}

	private List<String> completions(String... words) throws IOException, InterruptedException {
		Assumptions.assumeTrue(Files.isExecutable(BASH), "No bash here");
		Path script = Files.writeString(this.folder.resolve("completion"), out("generate-completion"));
		// Bash knows compopt only while it completes
		String probe = "compopt() { :; }; source " + script + "; COMP_WORDS=(" + String.join(" ", words)
				+ "); COMP_CWORD=" + (words.length - 1)
				+ "; _complete_sspr-prefill; printf '%s\\n' \"${COMPREPLY[@]}\"";
		Process bash = new ProcessBuilder(BASH.toString(), "-c", probe).redirectErrorStream(true).start();
		String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(bash.waitFor()).as(said).isZero();
		return said.lines().map(String::strip).toList();
	}

	private static String out(String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		CommandLines.run(new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(new ByteArrayOutputStream())), arguments);
		return out.toString(StandardCharsets.UTF_8);
	}

}
