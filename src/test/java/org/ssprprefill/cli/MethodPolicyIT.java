package org.ssprprefill.cli;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.ALTERNATE_MOBILE;
import static org.ssprprefill.contact.MethodKind.EMAIL;
import static org.ssprprefill.contact.MethodKind.MOBILE;
import static org.ssprprefill.contact.MethodKind.OFFICE;

@ExtendWith(Rehearsals.class)
class MethodPolicyIT {

	private static final String OLD = "+31 612345651";

	private static final String NEW = "06 12345652";

	@Test
	void writesEveryMethodThatIsOnAndTheAlternateNumberLast() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1")))
			.with("feed.columns.office", "Office")
			.with("feed.columns.alternate-mobile", "Second")
			.with("methods.office", "missing")
			.with("methods.alternate-mobile", "missing")
			.file("hr.csv", "Id;Mobile;Office;Second;Email\nE1;06 12345653;020 555 0101;06 12345654;one@example.org\n");
		Outcome night = rehearsal.run();
		assertThat(night).exitsWith(0).wroteExactly("e1 mobile", "e1 office", "e1 email", "e1 alternate-mobile");
		assertThat(night.written()).endsWith("e1 alternate-mobile");
		assertThat(rehearsal.tenant().methodsOf("e1@contoso.com")).isEqualTo(Map.of(MOBILE, "+31 612345653", OFFICE,
				"+31 205550101", ALTERNATE_MOBILE, "+31 612345654", EMAIL, "one@example.org"));
	}

	@Test
	void leavesAloneWhatIsOffAndWhatHrDoesNotKnow() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"))).with("methods.mobile", "off").feed("E1;" + NEW + ";");
		assertThat(rehearsal.run()).exitsWith(0)
			.wroteNothing()
			.left("E1", MOBILE, "method-off")
			.left("E1", EMAIL, "no-value");
	}

	@Test
	void missingNeverTouchesAnotherValue() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1").withMethod(MOBILE, OLD))).feed("E1;" + NEW + ";");
		assertThat(rehearsal.run()).exitsWith(0).wroteNothing().left("E1", MOBILE, "already-registered");
		assertThat(rehearsal.tenant().journal().entries()).noneMatch((entry) -> entry.path().contains("phoneMethods"));
	}

	@Test
	void ownFollowsHrOnlyWhereThisProgramWroteTheOldValue() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2").withMethod(MOBILE, OLD)))
			.with("methods.mobile", "own");
		rehearsal.feed("E1;06 12345655;", "E2;" + OLD + ";").run();
		rehearsal.tenant().letReportCatchUp();
		assertThat(rehearsal.feed("E1;06 12345656;", "E2;" + NEW + ";").run()).exitsWith(0)
			.wroteExactly("e1 mobile")
			.changed("E1", MOBILE, "own-value-changed", "confirmed")
			.left("E2", MOBILE, "registered-by-user");
		assertThat(rehearsal.tenant().methodsOf("e1@contoso.com")).containsEntry(MOBILE, "+31 612345656");
	}

	@Test
	void ownGivesWayOnceThePersonChoseAnotherNumber() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"))).with("methods.mobile", "own");
		rehearsal.feed("E1;06 12345655;").run();
		rehearsal.tenant().setMethod("e1@contoso.com", MOBILE, "+31 612345659");
		assertThat(rehearsal.feed("E1;06 12345656;").run()).exitsWith(0)
			.wroteNothing()
			.left("E1", MOBILE, "registered-by-user");
	}

	@Test
	void replaceOverwritesWhateverIsThereInOneStep() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1").withMethod(MOBILE, OLD)))
			.with("methods.mobile", "replace")
			.feed("E1;" + NEW + ";");
		assertThat(rehearsal.run()).exitsWith(0)
			.wroteExactly("e1 mobile")
			.changed("E1", MOBILE, "replace-configured", "confirmed");
		assertThat(rehearsal.tenant().methodsOf("e1@contoso.com")).containsEntry(MOBILE, "+31 612345652");
		assertThat(rehearsal.tenant().journal().entries()).noneMatch((entry) -> entry.method().equals("DELETE"));
	}

	@Test
	void doesNotPutBackWhatWasTakenAway() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1")));
		rehearsal.feed("E1;06 12345655;").run();
		rehearsal.tenant().removeMethod("e1@contoso.com", MOBILE);
		assertThat(rehearsal.feed("E1;06 12345655;", "E2;;").run()).exitsWith(0)
			.wroteNothing()
			.left("E1", MOBILE, "removed-since");
	}

	@Test
	void writesToNoMorePeopleThanThePilotAllows() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2"), user("E3").withMethod(MOBILE, OLD)))
			.with("scope.pilot", "1")
			.feed("E1;06 12345657;one@example.org", "E2;06 12345658;two@example.org", "E3;" + OLD + ";");
		Outcome night = rehearsal.run();
		assertThat(night).exitsWith(0).left("E3", MOBILE, "already-registered");
		assertThat(night.written()).hasSize(2).doesNotHaveDuplicates();
		assertThat(night.report().plan().people()).isEqualTo(1);
		assertThat(night.report().plan().none()).containsEntry("beyond-pilot", 2);
	}

	@Test
	void takesTheNextPeopleOfThePilotInTheNextNight() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2"))).with("scope.pilot", "1");
		rehearsal.feed("E1;06 12345657;", "E2;06 12345658;").run();
		assertThat(rehearsal.feed("E2;06 12345658;", "E1;06 12345657;").run()).exitsWith(0);
		assertThat(rehearsal.tenant().methodsOf("e1@contoso.com")).containsKey(MOBILE);
		assertThat(rehearsal.tenant().methodsOf("e2@contoso.com")).containsKey(MOBILE);
	}

}
