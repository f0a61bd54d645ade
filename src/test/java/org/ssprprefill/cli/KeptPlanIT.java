package org.ssprprefill.cli;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ssprprefill.ledger.SharedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.EMAIL;
import static org.ssprprefill.contact.MethodKind.MOBILE;

@ExtendWith(Rehearsals.class)
class KeptPlanIT {

	private final Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2"), user("E3")))
		.feed("E1;06 12345631;one@example.org", "E2;06 12345632;");

	@Test
	void plansWithoutWritingOrTakingTheFileAway() {
		Outcome plan = this.rehearsal.plan();
		assertThat(plan).exitsWith(0)
			.wroteNothing()
			.changed("E1", MOBILE, "not-registered", "planned")
			.says("The plan is ready: 3 changes for 2 people. Nothing was written.",
					"Next: review the report, then: sspr-prefill apply " + plan.report().run().id());
		assertThat(this.rehearsal.folder().resolve("drop/hr.csv")).exists();
		assertThat(this.rehearsal.plan().report().plan().hash()).isEqualTo(plan.report().plan().hash()).isPresent();
	}

	@Test
	void appliesAPlanOnceAndNeverAgain() {
		Outcome plan = this.rehearsal.plan();
		Outcome applied = this.rehearsal.apply(plan);
		assertThat(applied).exitsWith(0)
			.wroteExactly("e1 mobile", "e1 email", "e2 mobile")
			.confirmed(MOBILE, 2)
			.changed("E1", EMAIL, "not-registered", "confirmed");
		assertThat(applied.report().plan().hash()).isEqualTo(plan.report().plan().hash());
		assertThat(this.rehearsal.folder().resolve("drop/archive/" + applied.report().run().id() + "/hr.csv")).exists();
		assertThat(this.rehearsal.apply(plan)).exitsWith(2)
			.wroteNothing()
			.says("was already applied, by run " + applied.report().run().id(), "Make a new plan.");
		assertThat(this.rehearsal.command("report", plan.report().run().id())).exitsWith(0)
			.says("This plan was applied by run " + applied.report().run().id());
	}

	@Test
	void refusesAPlanOfAnotherJobDefinition() {
		Outcome plan = this.rehearsal.plan();
		assertThat(this.rehearsal.with("methods.email", "off").apply(plan)).exitsWith(2)
			.wroteNothing()
			.says("was made from another job definition", "Make a new plan.", "Nothing was touched.");
	}

	@Test
	void refusesAPlanThatIsOlderThanADay() throws SQLException {
		Outcome plan = this.rehearsal.plan();
		makeOlder(plan, 25);
		assertThat(this.rehearsal.apply(plan)).exitsWith(2)
			.wroteNothing()
			.says("is 25 hours old, and 24 are allowed. Make a new plan.");
	}

	@Test
	void stillAppliesAPlanOfYesterdayEvening() throws SQLException {
		Outcome plan = this.rehearsal.plan();
		makeOlder(plan, 23);
		assertThat(this.rehearsal.apply(plan)).exitsWith(0).wroteExactly("e1 mobile", "e1 email", "e2 mobile");
	}

	@Test
	void leavesOutWhoeverBecameAnAdministratorOrLeftMeanwhile() {
		Outcome plan = this.rehearsal.plan();
		this.rehearsal.tenant().grantRole("e1@contoso.com", "User Administrator");
		this.rehearsal.tenant().disable("e2@contoso.com");
		assertThat(this.rehearsal.apply(plan)).exitsWith(0)
			.wroteNothing()
			.decided("E1", "protected", "admin-role")
			.decided("E2", "out-of-scope", "disabled");
	}

	@Test
	void leavesOutWhoeverHrDoesNotMeanAnyMore() {
		Outcome plan = this.rehearsal.plan();
		this.rehearsal.tenant().number("e1@contoso.com", "E9");
		this.rehearsal.tenant().number("e3@contoso.com", "E2");
		assertThat(this.rehearsal.apply(plan)).exitsWith(0)
			.wroteNothing()
			.decided("E1", "unmatched", "")
			.decided("E2", "ambiguous", "");
	}

	@Test
	void leavesOutAMethodThatWasRegisteredMeanwhile() {
		Outcome plan = this.rehearsal.plan();
		this.rehearsal.tenant().setMethod("e1@contoso.com", MOBILE, "+31 612345699");
		assertThat(this.rehearsal.apply(plan)).exitsWith(0)
			.wroteExactly("e1 email", "e2 mobile")
			.left("E1", MOBILE, "already-registered");
		assertThat(this.rehearsal.tenant().methodsOf("e1@contoso.com")).containsEntry(MOBILE, "+31 612345699");
	}

	@Test
	void knowsNoPlanOfARunThatNeverWasOrThatWasApplied() {
		Outcome night = this.rehearsal.run();
		assertThat(this.rehearsal.apply(night)).exitsWith(2).wroteNothing().says("kept no plan: it was a run.");
		assertThat(this.rehearsal.launch("apply", "20260101-000000-0000")).exitsWith(2)
			.says("knows no run '20260101-000000-0000'");
		assertThat(this.rehearsal.launch("apply", "20260101-000000-0000", "--job", this.rehearsal.jobFile()))
			.exitsWith(2)
			.says("The ledger knows no run '20260101-000000-0000'");
	}

	@Test
	void keepsThePlanWhereTheFileItCameFromIsGone() throws Exception {
		Outcome plan = this.rehearsal.plan();
		Files.delete(this.rehearsal.folder().resolve("drop/hr.csv"));
		assertThat(this.rehearsal.apply(plan)).exitsWith(0).wroteExactly("e1 mobile", "e1 email", "e2 mobile");
	}

	private static void makeOlder(Outcome plan, int hours) throws SQLException {
		try (Connection connection = SharedDatabase.dataSource().getConnection();
				PreparedStatement update = connection.prepareStatement(
						"update sspr_prefill.run set started_at = started_at - make_interval(hours => ?) where id = ?")) {
			update.setInt(1, hours);
			update.setString(2, plan.report().run().id());
			assertThat(update.executeUpdate()).isEqualTo(1);
		}
	}

}
