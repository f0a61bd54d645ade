package org.ssprprefill.explain;

import java.util.List;
import java.util.Optional;

import org.ssprprefill.contact.ProgramFile;
import org.ssprprefill.coverage.Gap;
import org.ssprprefill.coverage.Verdict;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.tenant.ReportedMethods;

/**
 * The ways back to an account that are no reset, from the data file
 * {@code explain/other-ways.txt}, which names a source for each.
 */
final class OtherWays {

	private static final String FILE = "other-ways.txt";

	private static final String PASSWORDLESS = "passwordless";

	private OtherWays() {
	}

	/**
	 * Those that are open to a person.
	 * @param findings what is known of the person
	 * @return none for people who can reset, are not measured, or may not sign in at all
	 */
	static List<String> of(Findings findings) {
		Optional<Verdict> verdict = findings.verdict();
		if (verdict.isEmpty() || findings.canReset() || verdict.get().gap().filter(Gap.DISABLED::equals).isPresent()) {
			return List.of();
		}
		Optional<Registration> row = findings.file().row();
		boolean passwordless = row.isEmpty() || row.filter(ReportedMethods::signsInWithoutPassword).isPresent();
		return ProgramFile.entries("/explain/" + FILE)
			.stream()
			.map((line) -> line.split(" \\| ", -1))
			.filter((cells) -> passwordless || !cells[1].equals(PASSWORDLESS))
			.map((cells) -> cells[0])
			.toList();
	}

}
