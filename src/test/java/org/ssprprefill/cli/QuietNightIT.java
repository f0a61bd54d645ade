package org.ssprprefill.cli;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.ssprprefill.simulator.FaultTrigger;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;
import org.ssprprefill.simulator.Journal;
import org.ssprprefill.simulator.SimulatedUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.MOBILE;

/** A night after the first reads what changed, and is as right as the first. */
@ExtendWith(Rehearsals.class)
class QuietNightIT {

	private static final String DELTA = "/users/delta";

	private static final String ROW = "E1001;06 12345601;one@example.org";

	private final Rehearsal rehearsal = Rehearsal.of(tenant(user("E1001"), user("E1002"), user("E1003"))).feed(ROW);

	/** What the last command asked of users. */
	private List<String> asked(Runnable command) {
		int before = this.rehearsal.tenant().journal().entries().size();
		command.run();
		return this.rehearsal.tenant()
			.journal()
			.entries()
			.stream()
			.skip(before)
			.map(Journal.Entry::path)
			.filter((path) -> path.contains("user"))
			.toList();
	}

	@Test
	void asksForChangesAndTheReportAndForNoSinglePerson() {
		this.rehearsal.run();
		this.rehearsal.tenant().letReportCatchUp();
		List<String> asked = asked(() -> assertThat(this.rehearsal.feed(ROW, "E1002;;").run()).exitsWith(0)
			.wroteNothing()
			.left("E1001", MOBILE, "already-registered"));
		assertThat(asked).containsExactlyInAnyOrder(DELTA, "/reports/authenticationMethods/userRegistrationDetails");
	}

	@Test
	void takesFourRequestsForAPersonWithTwoNewMethods() {
		this.rehearsal.run();
		String person = SimulatedUser.idOf("e1001@contoso.com");
		assertThat(this.rehearsal.tenant().journal().entries()).filteredOn((entry) -> entry.path().contains(person))
			.extracting((entry) -> entry.method() + entry.path().replaceFirst(".*/", " "))
			.containsExactlyInAnyOrder("POST phoneMethods", "POST emailMethods", "GET phoneMethods",
					"GET emailMethods");
	}

	@Test
	void leavesAMethodAloneThatIsTooNewForTheReport() {
		this.rehearsal.tenant().setMethod("e1001@contoso.com", MOBILE, "+31 612345699");
		Outcome night = this.rehearsal.run();
		assertThat(night).exitsWith(0).wroteExactly("e1001 email").left("E1001", MOBILE, "already-registered");
		assertThat(this.rehearsal.tenant().methodsOf("e1001@contoso.com")).containsEntry(MOBILE, "+31 612345699");
	}

	@Test
	void noticesWhoWasDisabledAndWhoWentSinceTheNightBefore() {
		this.rehearsal.run();
		this.rehearsal.tenant().disable("e1002@contoso.com");
		this.rehearsal.tenant().remove("e1003@contoso.com");
		Outcome[] second = new Outcome[1];
		List<String> asked = asked(
				() -> second[0] = this.rehearsal.feed("E1002;06 12345602;", "E1003;06 12345603;three@example.org")
					.run());
		assertThat(second[0]).wroteNothing()
			.decided("E1002", "out-of-scope", "disabled")
			.decided("E1003", "unmatched", "");
		assertThat(asked).filteredOn(DELTA::equals).hasSize(1);
		assertThat(asked).doesNotContain("/users");
	}

	@Test
	void readsEverybodyAgainWhenTheMarkHasExpired() {
		this.rehearsal.run();
		this.rehearsal.tenant().disable("e1002@contoso.com");
		this.rehearsal.tenant().advance(Duration.ofDays(8));
		Outcome[] second = new Outcome[1];
		List<String> asked = asked(() -> second[0] = this.rehearsal.feed("E1002;06 12345602;").run());
		assertThat(second[0]).wroteNothing().decided("E1002", "out-of-scope", "disabled");
		assertThat(asked).filteredOn(DELTA::equals).hasSize(2);
	}

	@Test
	void doesWithoutWhereTheTenantOffersNoChanges() {
		this.rehearsal.suffering(
				FaultScript.none().on(FaultTrigger.on("GET", "^/users/delta"), Fault.refuse(404, "itemNotFound")));
		assertThat(this.rehearsal.run()).exitsWith(0).wroteExactly("e1001 mobile", "e1001 email");
		assertThat(this.rehearsal.feed("E1002;06 12345602;").run()).exitsWith(0).wroteExactly("e1002 mobile");
	}

	@Test
	void readsEverybodyAfterAReadingThatBrokeOff() {
		this.rehearsal.suffering(FaultScript.none().on(FaultTrigger.on("GET", "^/users"), Fault.refuse(403, "x")));
		assertThat(this.rehearsal.run()).exitsWith(7).wroteNothing();
		this.rehearsal.suffering(FaultScript.none());
		assertThat(this.rehearsal.run()).exitsWith(0).wroteExactly("e1001 mobile", "e1001 email");
	}

}
