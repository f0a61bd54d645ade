package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InitTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "afas-medewerkers.csv", "personio-mitarbeiter.csv", "workday-workers.csv" })
	void proposesAJobThatCanCheckTheSameFileAtOnce(String name) {
		String file = Path.of("sample-data/hr", name).toString();
		Path job = this.folder.resolve("job.yaml");
		Outcome init = Commands.give(this.folder, "init", file, "--out", job.toString());
		assertThat(init.exitCode()).as(init.err()).isZero();
		assertThat(init.out()).isEmpty();
		Outcome proposed = Commands.give(this.folder, "check", file, "--job", job.toString(), "--json");
		assertThat(proposed.exitCode()).as(proposed.err()).isEqualTo(4);
		assertThat(told(proposed))
			.isEqualTo(told(Commands.give(this.folder, "check", file, "--job", "jobs/demo.yaml", "--json")));
	}

	@Test
	void survivesHeadersThatWouldBreakAJobFile() throws IOException {
		Path file = Files.writeString(this.folder.resolve("hr: \"x\".csv"),
				"\"\"\"Pers.\"\": Nr.#\";'Mobil # {;\"Privé\ne-mail\";\"*x: \"\"- y\"\"\n# z\"\n1;+49 171 3920001;one@example.org;\n"
						+ "2;+49 171 3920002;two@example.org;\n");
		Path job = this.folder.resolve("job.yaml");
		assertThat(Commands.give(this.folder, "init", file.toString(), "--out", job.toString()).exitCode()).isZero();
		Outcome check = Commands.give(this.folder, "check", file.toString(), "--job", job.toString());
		assertThat(check.exitCode()).as(check.err() + check.out()).isZero();
	}

	@Test
	void printsTheProposalWhereNoFileIsNamedAndOverwritesNone() throws IOException {
		String file = "sample-data/hr/afas-medewerkers.csv";
		Outcome printed = Commands.give(this.folder, "init", file);
		assertThat(printed.out()).contains("employee-id: \"Personeelsnummer\"", "${SSPR_TENANT_ID}");
		Path mine = Files.writeString(this.folder.resolve("mine.yaml"), "mine");
		Outcome refused = Commands.give(this.folder, "init", file, "--out", mine.toString());
		assertThat(refused.exitCode()).isEqualTo(2);
		assertThat(mine).hasContent("mine");
	}

	@Test
	void refusesAFileThatIsNoTable() throws IOException {
		Path file = Files.writeString(this.folder.resolve("hr.csv"), "<html></html>");
		assertThat(Commands.give(this.folder, "init", file.toString()).exitCode()).isEqualTo(7);
		assertThat(Commands.give(this.folder, "init", this.folder.resolve("none.csv").toString()).exitCode())
			.isEqualTo(7);
		assertThat(Commands.give(this.folder, "init").exitCode()).isEqualTo(2);
	}

	/**
	 * What is said of the rows; only the demonstration knows the tenant's own domains.
	 */
	private static String told(Outcome check) {
		String rows = check.out().substring(check.out().indexOf("\"rows\":["));
		return rows.replaceAll("\\{[^{}]*email-own-domain\"}", "")
			.replace("phone-country-unknown", "phone-not-possible-for-country");
	}

}
