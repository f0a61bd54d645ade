package org.ssprprefill.cli;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.ssprprefill.doctor.Check;
import org.ssprprefill.doctor.Check.Status;
import org.ssprprefill.doctor.Skip;
import org.ssprprefill.doctor.Subject;
import org.ssprprefill.message.Message;

import static org.assertj.core.api.Assertions.assertThat;

class CheckListTests {

	private static Check check(Subject subject, Status status, String detail, String remedy) {
		return new Check(subject, subject.id(), status, Message.verbatim(detail),
				Optional.of(remedy).filter((text) -> !text.isEmpty()).map(Message::verbatim),
				Optional.of(Skip.LICENCE_MISSING).filter((skip) -> status == Status.SKIPPED),
				subject == Subject.SIGN_IN);
	}

	private static final List<Check> CHECKS = List.of(
			check(Subject.SIGN_IN, Status.PASS, "Signed in with 10 permission(s).", ""),
			check(Subject.CLOCK, Status.WARN,
					"This machine's clock is 300 second(s) behind the tenant's, which is a good deal too much.",
					"Let the machine set its clock by NTP."),
			check(Subject.PIM, Status.SKIPPED, "The tenant has no licence.", "Nothing to do."),
			check(Subject.FEED_FOLDER, Status.FAIL,
					"The drop folder '/srv/files/of/the/department/of/human/resources/exports/nightly/drop' is not there.",
					"Create it."));

	@Test
	void fitsATerminalAndBreaksNoPath() {
		assertThat(String.join("\n", new CheckList(CHECKS).lines())).isEqualTo("""
				Tenant
				  pass     Sign-in: Signed in with 10 permission(s).
				  warn     Clock (clock): This machine's clock is 300 second(s) behind the
				           tenant's, which is a good deal too much.
				           Remedy: Let the machine set its clock by NTP.

				People
				  skipped  Eligible roles (PIM) (pim): The tenant has no licence.
				           Remedy: Nothing to do.

				Feed
				  fail     Drop folder (feed-folder): The drop folder
				           '/srv/files/of/the/department/of/human/resources/exports/nightly/drop'
				           is not there.
				           Remedy: Create it.
				""");
	}

	@Test
	void endsWithASentenceAndTheWayToTheWorstCheck() {
		assertThat(new CheckList(CHECKS).closing("nightly.yaml")).isEqualTo("""
				Nothing keeps a run from writing (1 passed, 1 to look at, 1 failed, 1 not asked).
				What a check means: sspr-prefill doctor nightly.yaml --about feed-folder""");
		assertThat(new CheckList(List.of(check(Subject.SIGN_IN, Status.FAIL, "No.", "Yes."))).closing("nightly.yaml"))
			.startsWith("A run would be refused: 1 of the failed checks guards writing (0 passed");
		assertThat(new CheckList(CHECKS.subList(0, 1)).closing("nightly.yaml"))
			.isEqualTo("Nothing keeps a run from writing (1 passed, 0 to look at, 0 failed, 0 not asked).");
	}

}
