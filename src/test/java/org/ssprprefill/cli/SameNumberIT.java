package org.ssprprefill.cli;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.EMAIL;
import static org.ssprprefill.contact.MethodKind.MOBILE;

@ExtendWith(Rehearsals.class)
class SameNumberIT {

	@ParameterizedTest
	@ValueSource(strings = { "+31612345661", "06-123 456 61", "0031 6 12345661", "+31 (0)6 12345661" })
	void recognisesANumberHoweverHrWritesIt(String written) {
		Rehearsal rehearsal = Rehearsal
			.of(tenant(user("E1").withMethod(MOBILE, "+31 612345661").withMethod(EMAIL, "One@Example.org")))
			.with("methods.mobile", "replace")
			.with("methods.email", "replace")
			.feed("E1;" + written + ";One@example.ORG");
		assertThat(rehearsal.run()).exitsWith(0)
			.wroteNothing()
			.left("E1", MOBILE, "already-registered")
			.left("E1", EMAIL, "already-registered");
	}

}
