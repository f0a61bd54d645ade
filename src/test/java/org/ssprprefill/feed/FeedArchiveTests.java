package org.ssprprefill.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class FeedArchiveTests {

	@TempDir
	private Path drop;

	private Path file(String name) throws IOException {
		Path file = this.drop.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, "content");
	}

	private Cleared clear(String... names) {
		return new FeedArchive(this.drop).clear("run-1", () -> List.of(names));
	}

	@Test
	void deletesARunsFilesWithTheirAnswersAndItsFolders() throws IOException {
		for (String name : List.of("archive/run-1/hr.csv", "archive/run-1/hr.csv.sha256",
				"archive/run-1/hr.csv.rejects.csv", "archive/run-1/hr.csv.rejects.xlsx", "refused/run-1/bad.csv",
				"refused/run-1/bad.csv.answer.txt")) {
			file(name);
		}
		Path other = file("archive/run-2/hr.csv");
		assertThat(clear("hr.csv", "bad.csv")).isEqualTo(new Cleared(2, 6, List.of()));
		assertThat(this.drop.resolve("archive/run-1")).doesNotExist();
		assertThat(this.drop.resolve("refused/run-1")).doesNotExist();
		assertThat(other).exists();
		assertThat(clear("hr.csv", "bad.csv")).isEqualTo(Cleared.NOTHING);
	}

	@Test
	void leavesWhatSomebodyElsePutThere() throws IOException {
		Path note = file("archive/run-1/note.txt");
		Path folder = file("archive/run-1/hr.csv/inside.txt");
		file("archive/run-1/other.csv");
		assertThat(clear("hr.csv", "other.csv").files()).isEqualTo(1);
		assertThat(note).exists();
		assertThat(folder).exists();
	}

	@Test
	void followsNoLinks() throws IOException {
		Path elsewhere = file("elsewhere/run-1/hr.csv");
		Files.createDirectories(this.drop.resolve("refused"));
		Files.createSymbolicLink(this.drop.resolve("archive"), this.drop.resolve("elsewhere"));
		Files.createSymbolicLink(this.drop.resolve("refused/run-1"), elsewhere.getParent());
		assertThat(clear("hr.csv")).isEqualTo(Cleared.NOTHING);
		Files.delete(this.drop.resolve("refused/run-1"));
		Files.createDirectories(this.drop.resolve("refused/run-1"));
		Files.createSymbolicLink(this.drop.resolve("refused/run-1/hr.csv"), elsewhere);
		assertThat(clear("hr.csv").files()).isEqualTo(1);
		assertThat(elsewhere).exists();
	}

	@Test
	void tellsWhatCannotBeDeleted() throws IOException {
		file("archive/run-1/hr.csv");
		assertThat(new RunFolder(this.drop.resolve("archive/run-1")).clear(List.of("hr.csv/nothing")).obstacles())
			.singleElement()
			.asString()
			.contains("hr.csv/nothing could not be deleted (FileSystem).");
	}

}
