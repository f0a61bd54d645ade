package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

@ExtendWith(Rehearsals.class)
class WrongJobIT {

	private final Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"))).feed("E1;06 12345601;one@example.org");

	@AfterEach
	void nothingWasTouched() {
		assertThat(this.rehearsal.tenant().journal().entries()).isEmpty();
		assertThat(this.rehearsal.folder().resolve("drop/hr.csv")).exists();
		assertThat(this.rehearsal.folder().resolve("reports")).doesNotExist();
	}

	@Test
	void namesEverythingThatIsWrongAtOnce() {
		assertThat(this.rehearsal.with("methods.mobile", "always")
			.with("limits.changes", "many")
			.with("feed.colums", "{}")
			.with("tenant.endpoint", "http://graph.example.org/v1.0")
			.run()).exitsWith(2)
			.says("methods.mobile", "always", "limits.changes", "many", "feed.colums", "feed.columns",
					"tenant.endpoint", "4 problems in ", "Nothing was touched.");
	}

	@Test
	void refusesASecretInTheFileWithoutRepeatingIt() {
		Outcome refused = this.rehearsal.with("tenant.access-token", "eyJhbGciOi.fictional.token").run();
		assertThat(refused).exitsWith(2).says("tenant.access-token");
		assertThat(refused.err()).doesNotContain("fictional");
	}

	@Test
	void refusesAJobFileThatIsNotThere() {
		assertThat(this.rehearsal.launch("run", this.rehearsal.folder().resolve("nowhere.yaml").toString()))
			.exitsWith(2)
			.says("nowhere.yaml");
	}

	@Test
	void refusesOptionsAndVerbsThatDoNotExist() {
		assertThat(this.rehearsal.command("run", this.rehearsal.jobFile(), "--force")).exitsWith(2).says("--force");
		assertThat(this.rehearsal.command("erase", this.rehearsal.jobFile())).exitsWith(2).says("erase");
	}

	@Test
	void saysInASentenceThatTheHomeFolderCannotBeUsed() throws IOException {
		Files.writeString(this.rehearsal.folder().resolve("home/runs"), "a file in the way");
		assertThat(this.rehearsal.run()).exitsWith(1)
			.says("The home folder", "cannot be used: it cannot be created or written", "--home");
	}

	@ParameterizedTest
	@ValueSource(strings = { "apply", "undo", "report" })
	void refusesWhatIsNoIdOfARun(String verb) {
		assertThat(this.rehearsal.launch(verb, "../nightly")).exitsWith(2)
			.says("'../nightly' is not the name of a run");
	}

	@Test
	void triesAtTheBeginningWhatIsNeededAtTheEnd() throws IOException {
		Files.writeString(this.rehearsal.folder().resolve("in-the-way"), "a file, no folder");
		assertThat(this.rehearsal.with("report.directory", "in-the-way/reports").run()).exitsWith(7)
			.says("No report can be written to", "in-the-way is no folder", "report.directory", "Nothing was written.");
	}

	@Test
	void refusesALedgerThatDoesNotAnswer() {
		assertThat(this.rehearsal.with("ledger.url", "jdbc:postgresql://127.0.0.1:1/none").run()).exitsWith(1)
			.says("Nothing answers as PostgreSQL at 127.0.0.1:1/none");
	}

}
