package org.ssprprefill.ledger;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.ssprprefill.feed.HrRow.Problem;
import org.ssprprefill.feed.RowProblem;

import static org.assertj.core.api.Assertions.assertThat;

class RowProblemsTests {

	@Test
	void keepsEverythingThatIsKnownOfAProblem() {
		List<Problem> problems = List.of(new Problem("", RowProblem.NO_KEY),
				new Problem("Mail", RowProblem.EMAIL_INVALID, true, 1),
				new Problem("Privé \"mail\"", RowProblem.EMAIL_INVALID, false, 12),
				new Problem("Mobiel", RowProblem.PHONE_INVALID, true, 2));
		assertThat(RowProblems.fromJson(RowProblems.toJson(problems))).isEqualTo(problems);
	}

	@Test
	void readsWhatAnEarlierVersionHasStaged() {
		assertThat(RowProblems.fromJson("[[\"Mail\",\"email-invalid\"],[\"Mobiel\",\"phone-invalid\",true]]"))
			.containsExactly(new Problem("Mail", RowProblem.EMAIL_INVALID),
					new Problem("Mobiel", RowProblem.PHONE_INVALID, true, 1));
	}

}
