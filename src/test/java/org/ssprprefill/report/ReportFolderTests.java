package org.ssprprefill.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReportFolderTests {

	@TempDir
	Path directory;

	@Test
	void replacesAFileWhole() throws IOException {
		ReportFolder folder = ReportFolder.in(this.directory.resolve("new"), "run-1");
		folder.write(ReportFolder.REPORT_JSON, "old");
		ReportFolder.in(this.directory.resolve("new"), "run-1").write(ReportFolder.REPORT_JSON, "new");
		assertThat(folder.path().resolve("report.json")).hasContent("new");
		try (var files = Files.list(folder.path())) {
			assertThat(files).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "..", "../x", "a/b", "", ".hidden", "a\\b" })
	void refusesAnIdThatLeadsElsewhere(String id) {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> ReportFolder.in(this.directory, id));
	}

	@Test
	void saysWhereItCannotWrite() throws IOException {
		Path file = Files.writeString(this.directory.resolve("file"), "");
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> ReportFolder.in(file, "run-1"))
			.withMessageContaining("report.directory");
	}

}
