package org.ssprprefill.cli;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.ssprprefill.report.OutcomeSection.ErrorLine;
import org.ssprprefill.simulator.FaultTrigger;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.EMAIL;
import static org.ssprprefill.contact.MethodKind.MOBILE;

/** Nothing is done because no error was seen: only reading back decides. */
@ExtendWith(Rehearsals.class)
class OutcomeIT {

	private final Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2")))
		.feed("E1;06 12345601;one@example.org", "E2;06 12345602;");

	@Test
	void saysWithWhatTheTenantRefused() {
		suffer("POST", "phoneMethods", Fault.refuse(422, "UnknownError"));
		Outcome night = this.rehearsal.run();
		assertThat(night).exitsWith(4)
			.wroteExactly("e1 email", "e2 mobile")
			.changed("E1", MOBILE, "not-registered", "rejected")
			.changed("E1", EMAIL, "not-registered", "confirmed")
			.says("Graph rejected 1 change.");
		assertThat(night.report().outcomes().errors()).isEqualTo(List.of(new ErrorLine(422, "UnknownError", 1)));
	}

	@Test
	void seesThatAWrittenMethodIsGone() {
		suffer("POST", "emailMethods",
				Fault.afterApplying(() -> this.rehearsal.tenant().removeMethod("e1@contoso.com", EMAIL)));
		assertThat(this.rehearsal.run()).exitsWith(5)
			.changed("E1", EMAIL, "not-registered", "missing")
			.says("read-back found 1 written method missing or different");
	}

	@Test
	void seesThatAWrittenMethodIsAnother() {
		suffer("POST", "emailMethods", Fault
			.afterApplying(() -> this.rehearsal.tenant().setMethod("e1@contoso.com", EMAIL, "two@example.org")));
		assertThat(this.rehearsal.run()).exitsWith(5).changed("E1", EMAIL, "not-registered", "drifted");
	}

	@Test
	void doesNotCallDoneWhatItCouldNotReadBack() {
		suffer("POST", "emailMethods", Fault.afterApplying(() -> this.rehearsal.tenant()
			.rehearse(
					FaultScript.none().on(FaultTrigger.on("GET", "emailMethods"), Fault.refuse(403, "accessDenied")))));
		assertThat(this.rehearsal.run()).exitsWith(5).changed("E1", EMAIL, "not-registered", "unknown");
	}

	@Test
	void triesARefusedMethodAgainInTheNextNight() {
		suffer("POST", "emailMethods", Fault.refuse(422, "UnknownError"));
		assertThat(this.rehearsal.run()).exitsWith(4).wroteExactly("e1 mobile", "e2 mobile");
		assertThat(this.rehearsal.feed("E1;06 12345601;one@example.org").run()).exitsWith(0).wroteExactly("e1 email");
	}

	private void suffer(String method, String path, Fault fault) {
		this.rehearsal.suffering(FaultScript.none().on(FaultTrigger.on(method, path).batchItems().nth(1), fault));
	}

}
