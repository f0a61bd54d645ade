package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ssprprefill.database.TenantLease;
import org.ssprprefill.ledger.SharedDatabase;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;
import org.ssprprefill.simulator.FaultTrigger;
import org.ssprprefill.simulator.SimulatedUser.Trait;
import org.ssprprefill.simulator.TenantDescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

@ExtendWith(Rehearsals.class)
class DoctorIT {

	private final TenantDescription contoso = tenant(user("E1"));

	private Outcome doctor(Rehearsal rehearsal) {
		return rehearsal.launch("doctor", rehearsal.jobFile());
	}

	@Test
	void writesNothingAndLeavesNoRun() {
		Rehearsal rehearsal = Rehearsal.of(this.contoso).feed("E1;06 12345601;one@example.org");
		Outcome outcome = doctor(rehearsal);
		assertThat(outcome).exitsWith(0).wroteNothing();
		Answers answers = Answers.of(outcome);
		assertThat(answers.status("sign-in")).isEqualTo("pass");
		assertThat(answers.status("last-run")).isEqualTo("warn");
		assertThat(answers.text("last-outcome", "skippedBecause")).isEqualTo("nothing-to-look-at");
		assertThat(rehearsal.folder().resolve("drop/hr.csv")).exists();
		assertThat(rehearsal.folder().resolve("reports")).doesNotExist();
		assertThat(rehearsal.command("history", rehearsal.jobFile())).says("No run of this job yet.");
	}

	@Test
	void countsAsAdministratorsOnlyThoseWhomTheResetRulesForThemConcern() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2"))).feed("E1;06 12345601;");
		rehearsal.tenant().grantRole("e1@contoso.com", "Security Operator");
		assertThat(Answers.of(doctor(rehearsal)).text("administrator-methods", "skippedBecause"))
			.isEqualTo("nothing-to-look-at");
		rehearsal.tenant().grantRole("e2@contoso.com", "User Administrator");
		assertThat(Answers.of(doctor(rehearsal)).text("administrator-methods", "detail"))
			.startsWith("1 of 1 administrators");
	}

	@Test
	void knowsTheLastRunAndTheFilesOfEarlierOnes() {
		Rehearsal rehearsal = Rehearsal.of(this.contoso).feed("E1;06 12345601;one@example.org");
		String run = rehearsal.run().report().run().id();
		Answers answers = Answers.of(doctor(rehearsal));
		assertThat(answers.text("last-run", "detail")).contains(run);
		assertThat(answers.status("last-outcome")).isEqualTo("pass");
		assertThat(answers.status("feed-stale")).isEqualTo("pass");
	}

	@Test
	void looksOnWhileARunIsActive() {
		Rehearsal rehearsal = Rehearsal.of(this.contoso);
		try (TenantLease lease = TenantLease.acquire(SharedDatabase.dataSource(), SharedDatabase.home(),
				this.contoso.organization().id())) {
			assertThat(doctor(rehearsal)).exitsWith(0);
			assertThat(lease.holds()).isTrue();
		}
	}

	@Test
	void asksTheTenantAllTheSameWhileARunUsesTheHome() throws IOException {
		Rehearsal rehearsal = Rehearsal.of(this.contoso)
			.without("ledger.url")
			.without("ledger.user")
			.without("ledger.password");
		// As if the home of all tests were this one: its database belongs to them
		Files.delete(rehearsal.folder().resolve("home/ledger.key"));
		Files.delete(rehearsal.folder().resolve("home"));
		Files.createSymbolicLink(rehearsal.folder().resolve("home"), SharedDatabase.home().folder());
		Answers answers = Answers.of(doctor(rehearsal));
		assertThat(answers.text("ledger", "skippedBecause")).isEqualTo("in-use");
		assertThat(answers.text("last-run", "skippedBecause")).isEqualTo("depends-on-another");
		assertThat(answers.status("users")).isEqualTo("pass");
	}

	@Test
	void saysThatNobodyMayReset() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1").with(Trait.NO_SSPR)));
		Outcome outcome = doctor(rehearsal);
		assertThat(outcome).exitsWith(0);
		assertThat(Answers.of(outcome).status("sspr-scope")).isEqualTo("fail");
	}

	@Test
	void tellsWhatIsKnownOfATenantThatRefuses() {
		Rehearsal rehearsal = Rehearsal.of(this.contoso)
			.suffering(FaultScript.none()
				.on(FaultTrigger.on("GET", ".*"), Fault.refuse(401, "InvalidAuthenticationToken")));
		Outcome outcome = doctor(rehearsal);
		assertThat(outcome).exitsWith(7).wroteNothing();
		Answers answers = Answers.of(outcome);
		assertThat(answers.status("sign-in")).isEqualTo("fail");
		assertThat(answers.text("users", "skippedBecause")).isEqualTo("depends-on-another");
		assertThat(answers.status("ledger")).isEqualTo("pass");
	}

	@Test
	void guardsTheDropFolderAndTheLedgersKey() throws IOException {
		Rehearsal rehearsal = Rehearsal.of(this.contoso).with("ledger.key", "${file:other-key}");
		rehearsal.secret("other-key", "another key of 32 characters or more");
		Files.delete(rehearsal.folder().resolve("drop"));
		Outcome outcome = rehearsal.command("doctor", rehearsal.jobFile());
		assertThat(outcome).exitsWith(7)
			.wroteNothing()
			.says("A run would be refused: 2 of the failed checks guard writing");
		assertThat(outcome.out()).contains("  fail     Drop folder (feed-folder): ",
				"  fail     Ledger's key (ledger-key): ", "  skipped  Last run (last-run): ");
		assertThat(outcome.out().lines())
			.allSatisfy((line) -> assertThat(line.contains("/") || line.length() <= 80).as(line).isTrue());
	}

	@Test
	void refusesAWrongJobDefinition() {
		Rehearsal rehearsal = Rehearsal.of(this.contoso).with("methods.mobile", "always");
		assertThat(doctor(rehearsal)).exitsWith(2).wroteNothing().says("methods.mobile");
	}

	@Test
	void explainsACheck() {
		Rehearsal rehearsal = Rehearsal.of(this.contoso);
		Outcome text = rehearsal.command("doctor", rehearsal.jobFile(), "--about", "password-writeback");
		assertThat(text).exitsWith(0);
		assertThat(text.out()).startsWith("# Password writeback\n").contains("**Why it matters.**");
		assertThat(rehearsal.command("doctor", rehearsal.jobFile(), "--about", "weather")).exitsWith(2)
			.says("There is no check 'weather'");
	}

}
