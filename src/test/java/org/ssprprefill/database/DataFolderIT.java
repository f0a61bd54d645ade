package org.ssprprefill.database;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DataFolderIT {

	@TempDir
	private Path folder;

	private DataFolder data;

	@BeforeEach
	void makeFolders() throws Exception {
		this.data = new DataFolder(Home.at(this.folder));
		Files.createDirectories(this.data.path());
		Files.createDirectories(this.data.programs());
	}

	@Test
	void wipesAFolderThatNeverStarted() throws Exception {
		Files.writeString(this.data.path().resolve("PG_VERSION"), "18");
		this.data.wipeIfHalfMade();
		assertThat(this.data.path()).doesNotExist();
	}

	@Test
	void neverWipesAFolderThatOnceStarted() throws Exception {
		this.data.markComplete();
		Files.writeString(this.data.path().resolve("PG_VERSION"), "18");
		this.data.wipeIfHalfMade();
		assertThat(this.data.path().resolve("PG_VERSION")).hasContent("18");
	}

	@Test
	void wipesProgramsUnpackedByHalfAndKeepsWholeOnes() throws Exception {
		Path half = Files.createDirectories(this.data.programs().resolve("PG-1/lib"));
		Path whole = Files.createDirectories(this.data.programs().resolve("PG-2"));
		Files.createFile(whole.resolve(".exists"));
		this.data.wipeIfHalfMade();
		assertThat(half.getParent()).doesNotExist();
		assertThat(whole).isDirectory();
	}

	@Test
	void sparesAnotherProgramThatGotTheNumberOfADeadServer() throws Exception {
		Process stranger = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), DataFolderIT.class.getName())
			.start();
		try {
			Files.writeString(this.data.path().resolve("postmaster.pid"), stranger.pid() + "\n");
			this.data.retireOrphans();
			assertThat(stranger.isAlive()).isTrue();
			assertThat(this.data.path().resolve("postmaster.pid")).as("PostgreSQL would wait for the stranger")
				.doesNotExist();
		}
		finally {
			stranger.destroyForcibly().waitFor();
		}
	}

	/** A program that is no server and waits to be stopped. */
	public static void main(String[] arguments) throws Exception {
		System.in.read();
	}

	@Test
	void forgetsAPidFileWithoutANumber() throws Exception {
		Files.writeString(this.data.path().resolve("postmaster.pid"), "");
		this.data.retireOrphans();
		assertThat(this.data.path().resolve("postmaster.pid")).doesNotExist();
	}

}
