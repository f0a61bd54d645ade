package org.ssprprefill.schedule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The command that the package installs, with {@code echo} in Java's place. */
@DisabledOnOs(OS.WINDOWS)
class InstalledCommandIT {

	private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

	private static final String LATE_COMPILER = "-XX:Tier4InvocationThreshold=";

	@ParameterizedTest
	@ValueSource(strings = { "run", "plan", "apply", "verify", "undo", "check", "purge", "simulate", "fleet" })
	void letsTheSecondCompilerJoinLateWhereThereCanBeMuchToDo(String verb) throws Exception {
		assertThat(started(Map.of(), verb)).contains(LATE_COMPILER, "-XX:+UseSerialGC").doesNotContain(ONE_COMPILER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "--version", "init", "schema", "schedule", "explain", "history", "report" })
	void leavesTheSecondCompilerOutWhereThereIsLittle(String verb) throws Exception {
		assertThat(started(Map.of(), verb)).contains(ONE_COMPILER, "-XX:+UseSerialGC").doesNotContain(LATE_COMPILER);
	}

	@Test
	void leavesOptionsToTheAdministratorWhoSetsAny() throws Exception {
		assertThat(started(Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseParallelGC"), "run")).doesNotContain("-XX:");
		assertThat(started(Map.of("JDK_JAVA_OPTIONS", "-Xmx64m"), "run")).doesNotContain("-Xms");
		assertThat(started(Map.of("_JAVA_OPTIONS", "-Xmx32m"), "run")).doesNotContain("-Xms");
	}

	@Test
	void passesWordsOnAsTheyAre() throws Exception {
		assertThat(started(Map.of(), "run", "a  job.yaml", "*"))
			.endsWith("-jar /opt/sspr-prefill/sspr-prefill.jar run a  job.yaml *");
	}

	private static String started(Map<String, String> variables, String... arguments)
			throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder("sh", "src/deb/sspr-prefill");
		builder.command().addAll(List.of(arguments));
		builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
		builder.environment().putAll(variables);
		builder.environment().put("SSPR_PREFILL_JAVA", "echo");
		Process process = builder.redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		assertThat(process.waitFor()).isZero();
		return said;
	}

}
