package org.ssprprefill.cli;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.ssprprefill.simulator.SimulatedUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.EMAIL;
import static org.ssprprefill.contact.MethodKind.MOBILE;

@ExtendWith(Rehearsals.class)
class OrdinaryNightIT {

	@Test
	void registersExactlyWhatIsMissingAndConfirmsItByReadingBack() {
		Rehearsal rehearsal = Rehearsal
			.of(tenant(user("E1001"), user("E1002").withMethod(MOBILE, "+31 612345602"),
					user("E1003").withMethod(EMAIL, "old@example.org"), user("E1004")))
			.feed("E1001;06 12345601;one@example.org", "E1002;06 12345602;two@example.org",
					"E1003;06 12345603;three@example.org");
		Outcome night = rehearsal.run();
		assertThat(night).exitsWith(0)
			.wroteExactly("e1001 mobile", "e1001 email", "e1002 email", "e1003 mobile")
			.confirmed(MOBILE, 2)
			.confirmed(EMAIL, 2)
			.changed("E1001", MOBILE, "not-registered", "confirmed")
			.left("E1002", MOBILE, "already-registered")
			.left("E1003", EMAIL, "already-registered")
			.decided("E1004", "no-row", "");
		assertThat(rehearsal.tenant().methodsOf("e1001@contoso.com"))
			.isEqualTo(Map.of(MOBILE, "+31 612345601", EMAIL, "one@example.org"));
		assertThat(rehearsal.tenant().methodsOf("e1003@contoso.com")).containsEntry(EMAIL, "old@example.org");
	}

	@Test
	void writesNothingInTheSecondNightAndMeasuresTheSameCoverage() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1001"), user("E1002")));
		Outcome first = rehearsal.feed("E1001;06 12345601;one@example.org").run();
		Outcome second = rehearsal.feed("E1001;06 12345601;one@example.org", "E1002;;").run();
		assertThat(first).exitsWith(0).wroteExactly("e1001 mobile", "e1001 email");
		assertThat(second).exitsWith(0)
			.wroteNothing()
			.left("E1001", MOBILE, "already-registered")
			.left("E1002", MOBILE, "no-value")
			.says("All is well: there was nothing to write.");
		assertThat(second.report().coverage().canReset()).isEqualTo(first.report().coverage().canReset()).isEqualTo(1);
	}

}
