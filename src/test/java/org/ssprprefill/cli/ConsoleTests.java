package org.ssprprefill.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where messages go to, as Linux shows it. */
class ConsoleTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "/dev/pts/3, true", "/dev/tty1, true", "/var/log/night.log, false", "pipe:[4711], false",
			"socket:[4711], false" })
	void drawsNoBarIntoAFileOrPipe(String target, boolean device) throws IOException {
		Path stream = Files.createSymbolicLink(this.folder.resolve("2"), Path.of(target));
		assertThat(Console.leadsToDevice(stream)).isEqualTo(device);
	}

	@Test
	void printsNothingThatMovesTheCursorOrTurnsTheText() {
		ByteArrayOutputStream told = new ByteArrayOutputStream();
		PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
		Console console = new Console(stream, stream);
		console.say("a\u001B[2Jb\tc");
		console.tell("d\u202Ee\nf");
		assertThat(told.toString(StandardCharsets.UTF_8).lines()).containsExactly("a\uFFFD[2Jb\tc", "d\uFFFDe", "f");
	}

	@Test
	void replacesTheLinesThatChange() {
		ByteArrayOutputStream told = new ByteArrayOutputStream();
		PrintStream stream = new PrintStream(told, true, StandardCharsets.UTF_8);
		Console console = new Console(stream, stream);
		console.live(List.of("a", "b"));
		console.live("c");
		console.say("d");
		assertThat(told.toString(StandardCharsets.UTF_8))
			.isEqualTo("a\nb\r\u001B[2K\u001B[1A\r\u001B[2Kc\r\u001B[2Kd" + System.lineSeparator());
	}

	@Test
	void believesJavaWhereNothingIsShown() {
		assertThat(Console.leadsToDevice(this.folder.resolve("none"))).isTrue();
	}

}
