package org.ssprprefill.cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.MOBILE;

@ExtendWith(Rehearsals.class)
class ProblemRowsIT {

	@ParameterizedTest
	@CsvSource({ "E1;call me;one@example.org, phone-invalid",
			"E1;06 123;one@example.org, phone-not-possible-for-country", "E1;0900 1234;one@example.org, phone-kind",
			"E1;3.16E+10;one@example.org, phone-excel-damaged",
			"E1;06 12345671 ext 5;one@example.org, phone-extension" })
	void refusesABadNumberAndStillTakesTheAddress(String row, String problem) {
		Outcome night = Rehearsal.of(tenant(user("E1"))).feed(row).run();
		assertThat(night).exitsWith(4).wroteExactly("e1 email").foundProblem(problem, 1).left("E1", MOBILE, "no-value");
		assertThat(night.report().feed().rejected()).isZero();
		assertThat(night.csv("rejects.csv")).singleElement()
			.satisfies((line) -> assertThat(line).containsEntry("file", "hr.csv")
				.containsEntry("line", "2")
				.containsEntry("employee id", "E1")
				.containsEntry("column", "Mobile")
				.containsEntry("problem", problem));
	}

	@ParameterizedTest
	@CsvSource({ "E1;06 12345671;nobody at home, email-invalid", "E1;06 12345671;e1@contoso.com, email-own-domain" })
	void refusesABadAddressAndStillTakesTheNumber(String row, String problem) {
		assertThat(Rehearsal.of(tenant(user("E1"))).feed(row).run()).exitsWith(4)
			.wroteExactly("e1 mobile")
			.foundProblem(problem, 1);
	}

	@Test
	void saysHowManyAddressesStandInACell() {
		Outcome night = Rehearsal.of(tenant(user("E1")))
			.with("report.language", "nl")
			.feed("E1;06 12345671;\"one@example.org, two@example.org\nthree@example.com\"")
			.run();
		assertThat(night).exitsWith(4).wroteExactly("e1 mobile").foundProblem("email-invalid", 1);
		assertThat(night.csv("rejects.csv")).singleElement()
			.satisfies((line) -> assertThat(line.values()).contains("3 adressen in één cel; laat er één staan."));
	}

	@Test
	void refusesRowsThatNobodyCouldUse() {
		Outcome night = Rehearsal.of(tenant(user("E1")))
			.feed(";06 12345671;one@example.org", "E1;06 12345672;one@example.org;too;many", "E1;06 12345673;")
			.run();
		assertThat(night).exitsWith(4)
			.wroteExactly("e1 mobile")
			.foundProblem("no-key", 1)
			.foundProblem("columns-mismatch", 1)
			.says("2 rows were rejected");
		assertThat(night.report().feed().rejected()).isEqualTo(2);
	}

	@Test
	void refusesANationalNumberWhoseCountryNobodyKnows() {
		assertThat(Rehearsal.of(tenant(user("E1"), user("E2")))
			.without("feed.default-country")
			.with("feed.columns.country", "Country")
			.file("hr.csv", "Id;Mobile;Email;Country\nE1;06 12345671;;\nE2;06 12345672;;Nederland\n")
			.run()).exitsWith(4).wroteExactly("e2 mobile").foundProblem("phone-country-unknown", 1);
	}

	@Test
	void showsHrNumbersOfTheRowsOwnCountryAndTheCodeThatIsMissing() {
		Outcome night = Rehearsal.of(tenant(user("E1"), user("E2"), user("E3"), user("E4")))
			.with("feed.columns.country", "Country")
			.file("hr.csv",
					"Id;Mobile;Email;Country\nE1;612345678;;FR\nE2;070 123;;Sverige\nE3;call;;\n"
							+ "E4;+41 78 1;;Atlantis\nE1;070-1740699;;SE\nE5;070-1740699;;SE\n")
			.run();
		assertThat(night).exitsWith(4);
		assertThat(night.csv("rejects.csv").stream().map((line) -> line.get("how to mend it"))).satisfiesExactly(
				(french) -> assertThat(french).contains("+33 6 12 34 56 78", "It may be a number of +33:"),
				(swede) -> assertThat(swede).contains("+46 70 174 06 05").doesNotContain("may be a number"),
				(jobs) -> assertThat(jobs).contains("+31 6 12345678"),
				(own) -> assertThat(own).contains("+31 6 12345678"),
				(shared) -> assertThat(shared).contains("+46 70 174 06 05"),
				(shared) -> assertThat(shared).contains("+46 70 174 06 05"));
	}

	@Test
	void refusesANumberOfTwoPeopleForBoth() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2"), user("E3")))
			.feed("E1;06 12345674;one@example.org", "E2;+31 6 123 456 74;", "E3;06 12345675;one@example.org");
		assertThat(rehearsal.run()).exitsWith(4)
			.wroteExactly("e3 mobile")
			.foundProblem("phone-shared", 2)
			.foundProblem("email-shared", 2);
	}

	@Test
	void allowsAsManyPeopleOnANumberAsTheJobSays() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2")))
			.with("limits.same-number", "2")
			.feed("E1;06 12345674;", "E2;06 12345674;");
		assertThat(rehearsal.run()).exitsWith(0).wroteExactly("e1 mobile", "e2 mobile");
	}

	@Test
	void takesAPersonOnceWhoIsInTwoFilesWithTheSameValues() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1")))
			.file("a.csv", "Id;Mobile;Email\nE1;06 12345676;\n")
			.file("b.csv", "Id;Mobile;Email\nE1;+31612345676;\n");
		assertThat(rehearsal.run()).exitsWith(0).wroteExactly("e1 mobile").foundProblem("duplicate-row", 1);
	}

	@Test
	void takesNeitherRowOfAPersonWhoseFilesContradictEachOther() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2")))
			.file("a.csv", "Id;Mobile;Email\nE1;06 12345676;one@example.org\nE2;06 12345678;\n")
			.file("b.csv", "Id;Mobile;Email\nE1;06 12345677;one@example.org\n");
		assertThat(rehearsal.run()).exitsWith(4).wroteExactly("e2 mobile").foundProblem("conflicting-rows", 2);
	}

	@Test
	void matchesByTheNextAttributeOnlyWhereTheRowLacksTheFirst() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2")))
			.with("feed.columns.user-principal-name", "UPN")
			.file("hr.csv", "Id;UPN;Mobile;Email\n;E1@CONTOSO.COM;06 12345678;\nE9;e2@contoso.com;06 12345679;\n");
		assertThat(rehearsal.run()).exitsWith(0).wroteExactly("e1 mobile").decided("E9", "unmatched", "");
	}

}
