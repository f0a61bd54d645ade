package org.ssprprefill.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Microsoft's own JavaScript SDK finds in the simulated tenant what it expects of Graph.
 * Skipped where Node.js or the npm registry is not at hand.
 */
class JavaScriptSdkIT {

	@TempDir
	private Path folder;

	@Test
	void listsPagesCreatesReadsAndBatches() throws IOException, InterruptedException {
		for (String file : List.of("package.json", "graph.js")) {
			try (InputStream content = getClass().getResourceAsStream("/js-sdk/" + file)) {
				Files.copy(Objects.requireNonNull(content), this.folder.resolve(file));
			}
		}
		said("Node.js and npm", "npm", "install", "--no-audit", "--no-fund", "--silent");
		List<SimulatedUser> people = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			people.add(SimulatedUser.of("person" + i + "@contoso.com"));
		}
		try (Simulator simulator = Simulator.start(TenantDescription.contoso(people), SimulatorSettings.defaults())) {
			String seen = said("Node.js", "node", "graph.js", simulator.endpoint().toString(), simulator.accessToken(),
					people.get(0).id());
			assertThat(JsonMapper.builder().build().readTree(seen)).isEqualTo(JsonMapper.builder().build().readTree("""
					{"users": 5, "created": "mobile", "phones": 1, "batch": [201, 200],
					"refusal": {"status": 404, "code": "Request_ResourceNotFound"}}"""));
		}
	}

	private String said(String needed, String... command) throws IOException, InterruptedException {
		Path output = this.folder.resolve("output.txt");
		Process process;
		try {
			process = new ProcessBuilder(command).directory(this.folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
		}
		catch (IOException ex) {
			throw new TestAbortedException("Skipped: " + needed + " is not on this machine.", ex);
		}
		boolean ended = process.waitFor(60, TimeUnit.SECONDS);
		process.destroyForcibly();
		String text = Files.readString(output, StandardCharsets.UTF_8);
		if (command[0].equals("npm") && (!ended || process.exitValue() != 0)) {
			throw new TestAbortedException("Skipped: the npm registry cannot be reached. " + text);
		}
		assertThat(process.exitValue()).as(text).isZero();
		return text;
	}

}
