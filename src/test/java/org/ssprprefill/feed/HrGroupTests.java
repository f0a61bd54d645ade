package org.ssprprefill.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class HrGroupTests {

	@TempDir
	private Path drop;

	private Path original;

	private Path answer;

	private void moved(int dropMode) throws IOException {
		Files.setAttribute(this.drop, "unix:mode", dropMode);
		Path run = Files.createDirectories(this.drop.resolve("archive/run-1"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		this.original = Files.writeString(run.resolve("hr.csv"), "content");
		this.answer = Files.writeString(run.resolve("hr.csv.rejects.csv"), "answer");
		rights(this.original, "rw-rw-r--");
		rights(this.answer, "rw-------");
		HrGroup.letEnter(this.original);
		HrGroup.letRead(this.answer);
	}

	private static void rights(Path path, String rights) throws IOException {
		Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
	}

	private static String rights(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

	@Test
	void theGroupOfASetgidFolderReadsTheAnswersAndNotTheOriginals() throws IOException {
		moved(02770);
		assertThat(rights(this.answer)).isEqualTo("rw-r-----");
		assertThat(rights(this.original)).isEqualTo("rw-------");
		assertThat(rights(this.drop.resolve("archive"))).isEqualTo("rwxr-x---");
		assertThat(rights(this.drop.resolve("archive/run-1"))).isEqualTo("rwxr-x---");
		assertThat(Files.getAttribute(this.answer, "unix:gid")).isEqualTo(Files.getAttribute(this.drop, "unix:gid"));
	}

	@Test
	void withoutTheBitEverythingStaysItsOwners() throws IOException {
		moved(0770);
		assertThat(rights(this.answer)).isEqualTo("rw-------");
		assertThat(rights(this.drop.resolve("archive/run-1"))).isEqualTo("rwx------");
	}

	@Test
	void anAnswerInTheDropFolderItselfIsReadableToo() throws IOException {
		Files.setAttribute(this.drop, "unix:mode", 02770);
		Path check = Files.writeString(this.drop.resolve("hr.csv.check.txt"), "answer");
		HrGroup.letRead(check);
		assertThat(rights(check)).isEqualTo("rw-r-----");
	}

}
