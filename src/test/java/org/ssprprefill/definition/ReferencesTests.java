package org.ssprprefill.definition;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.definition.TestJob.graph;

class ReferencesTests {

	@TempDir
	Path folder;

	@Test
	void namesEveryVariableAndFile() {
		References references = references(graph("client-id: ${APP}", "certificate: app.pem", "proxy: ${A}${B}")
				+ "# ${NOT_THIS_ONE}\nscope: {exclude: ['a@${DOMAIN}']}\nledger: {key: '${file:/etc/ledger.key}'}");
		assertThat(references.variables()).containsExactly("A", "APP", "B", "DOMAIN");
		assertThat(references.files()).containsExactlyInAnyOrder(Path.of("/etc/ledger.key"),
				this.folder.resolve("app.pem"));
	}

	@Test
	void findsNothingInAFileThatIsNoYaml() {
		assertThat(references("- {")).isEqualTo(references(""));
	}

	private References references(String yaml) {
		return References.of(new TestJob(this.folder).file("job.yaml", "rw-------", yaml));
	}

}
