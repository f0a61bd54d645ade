package org.ssprprefill.cli;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.MOBILE;

@ExtendWith(Rehearsals.class)
class PurgeIT {

	private final Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2"))).with("methods.mobile", "own");

	@Test
	void forgetsWhomOldRunsWereAboutAndKeepsFiguresAndOwnership() {
		Outcome night = this.rehearsal.feed("E1;06 12345671;one@example.org").run();
		String run = night.report().run().id();
		assertThat(this.rehearsal.command("purge", this.rehearsal.jobFile())).exitsWith(0)
			.says("No run ended before", "that is not purged already.");
		assertThat(this.rehearsal.command("purge", this.rehearsal.jobFile(), "--older-than", "0d")).exitsWith(0)
			.says("Personal data of 1 run deleted");
		Assertions.assertThat(night.folder().resolve("people.csv")).doesNotExist();
		Assertions.assertThat(night.folder().resolve("report.html")).doesNotExist();
		Assertions.assertThat(night.folder().resolve("report.json")).exists();
		Assertions.assertThat(this.rehearsal.command("history", this.rehearsal.jobFile(), "--json").out())
			.contains(run)
			.contains("\"confirmed\" : 2");
		assertThat(this.rehearsal.undo(night)).exitsWith(2).says("was purged from the ledger");
		this.rehearsal.tenant().letReportCatchUp();
		assertThat(this.rehearsal.feed("E1;06 12345672;").run()).exitsWith(0)
			.changed("E1", MOBILE, "own-value-changed", "confirmed");
	}

	@Test
	void takesAnAgeInDaysOnly() {
		assertThat(this.rehearsal.command("purge", this.rehearsal.jobFile(), "--older-than", "3 months")).exitsWith(2)
			.says("--older-than takes a number of days such as 90d, not 3 months.");
	}

}
