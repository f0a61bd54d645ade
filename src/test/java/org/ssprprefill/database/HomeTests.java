package org.ssprprefill.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HomeTests {

	@TempDir
	private Path folder;

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void isForItsOwnerOnly() throws Exception {
		Home home = Home.at(this.folder.resolve("deep/home"));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder()))).isEqualTo("rwx------");
	}

	@Test
	void refusesAFileInItsPlace() throws Exception {
		Path file = Files.writeString(this.folder.resolve("home"), "");
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> Home.at(file))
			.withMessageContaining(file.toString())
			.withMessageContaining("--home");
	}

	@Test
	void refusesAFolderThatCannotBeCreated() throws Exception {
		Path file = Files.writeString(this.folder.resolve("file"), "");
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> Home.at(file.resolve("home")))
			.withMessageContaining("cannot be created");
	}

	@Test
	void prefersTheOptionToTheEnvironmentToTheUsersHome() {
		Path option = this.folder.resolve("option");
		Path variable = this.folder.resolve("variable");
		assertThat(Home.resolve(Optional.of(option), (name) -> Optional.of(variable.toString()), this.folder).folder())
			.isEqualTo(option);
		assertThat(Home
			.resolve(Optional.empty(),
					(name) -> Optional.of(variable.toString()).filter((it) -> name.equals("SSPR_PREFILL_HOME")),
					this.folder)
			.folder()).isEqualTo(variable);
		assertThat(Home.resolve(Optional.empty(), (name) -> Optional.empty(), this.folder).folder())
			.isEqualTo(this.folder.resolve(".sspr-prefill"));
	}

	@ParameterizedTest
	@CsvSource({ "/tmp/trial, /tmp/trial/.sspr-prefill", "'', /home/ada/.sspr-prefill", ", /home/ada/.sspr-prefill" })
	void liesBelowTheVariableHomeBeforeTheListOfAccounts(@Nullable String variable, Path home) {
		assertThat(Home.usual((name) -> Optional.ofNullable(variable).filter((it) -> name.equals("HOME")),
				Path.of("/home/ada")))
			.isEqualTo(home);
	}

	@Test
	void remembersWhichJobFileARunCameFrom() {
		Path job = this.folder.resolve("jobs/nightly.yaml");
		Home.at(this.folder).rememberRun("2026-11-22.night_1", this.folder.resolve("jobs/old.yaml"));
		Home.at(this.folder).rememberRun("2026-11-22.night_1", job);
		assertThat(Home.at(this.folder).jobFileOf("2026-11-22.night_1")).contains(job);
		assertThat(this.folder.resolve("runs")).isDirectoryContaining("glob:**/2026-11-22.night_1")
			.isDirectoryNotContaining("glob:**.new");
	}

	@Test
	void knowsTheRunsOfAFleetsTenantsUnlessTwoHaveTheSameId() {
		Home home = Home.at(this.folder);
		Path one = this.folder.resolve("fleet.yaml#one");
		home.tenant("t_one").rememberRun("run", one);
		assertThat(home.jobFileOf("run")).contains(one);
		home.tenant("t_two").rememberRun("run", this.folder.resolve("fleet.yaml#two"));
		assertThat(home.jobFileOf("run")).isEmpty();
	}

	@Test
	void knowsNothingOfARunItNeverSaw() {
		assertThat(Home.at(this.folder).jobFileOf("unseen")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", "../ledger", "a/b", "a\\b", "run 1", "run\n" })
	void refusesRunIdsThatCouldLeaveTheFolder(String runId) {
		Home home = Home.at(this.folder);
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> home.jobFileOf(runId));
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> home.rememberRun(runId, this.folder));
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> home.simulated(runId));
	}

	@Test
	void givesSimulatedTenantsAPlaceOfTheirOwn() {
		Path file = Home.at(this.folder).simulated("contoso.json");
		assertThat(file).isEqualTo(this.folder.resolve("simulated/contoso.json"));
		assertThat(file.getParent()).isDirectory();
	}

}
