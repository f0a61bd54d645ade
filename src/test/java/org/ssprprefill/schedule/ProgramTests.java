package org.ssprprefill.schedule;

import java.io.File;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgramTests {

	private static final Path JAVA_HOME = Path.of("/usr/lib/jvm/java-17");

	@Test
	void isStartedAgainFromItsJar() {
		Program program = Program.running(JAVA_HOME, "target/sspr-prefill.jar");
		assertThat(program.assumed()).isFalse();
		assertThat(program.run(Path.of("/etc/nightly.yaml"), Path.of("/var/lib/sspr-prefill"))).containsExactly(
				"/usr/lib/jvm/java-17/bin/java", "-jar", Path.of("target/sspr-prefill.jar").toAbsolutePath().toString(),
				"run", "/etc/nightly.yaml", "--home", "/var/lib/sspr-prefill", "--quiet");
	}

	@Test
	void assumesTheUsualJarWhereItRunsFromClasses() {
		Program program = Program.running(JAVA_HOME, "target/classes" + File.pathSeparator + "picocli.jar");
		assertThat(program.assumed()).isTrue();
		assertThat(program.jar()).isEqualTo(Path.of("/opt/sspr-prefill/sspr-prefill.jar"));
	}

}
