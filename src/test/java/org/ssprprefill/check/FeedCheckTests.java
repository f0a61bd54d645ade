package org.ssprprefill.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.FeedSettings;
import org.ssprprefill.feed.Field;
import org.ssprprefill.feed.HrRow.Problem;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.feed.RowProblem;
import org.ssprprefill.feed.RowRules;
import org.ssprprefill.message.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class FeedCheckTests {

	private static final String HEADER = "Nr;UPN;Mobiel;Werk;Mail\n";

	private final List<Path> files = new ArrayList<>();

	@TempDir
	Path folder;

	@Test
	void acceptsRowsThatAreInOrderAndCountsWhatWouldBeTaken() throws IOException {
		FeedVerdict verdict = file("a.csv", "1;;06 12345601;;one@example.org", "2;;;;two@example.org").check(1, 1);
		assertThat(verdict.rows()).allMatch(CheckedRow::accepted).extracting(CheckedRow::line).containsExactly(2L, 3L);
		assertThat(verdict.taken()).isEqualTo(Map.of(MethodKind.MOBILE, 1, MethodKind.EMAIL, 2));
		assertThat(verdict.rejectsSomething()).isFalse();
		assertThat(verdict.files()).singleElement().satisfies((file) -> {
			assertThat(file.charset()).isEqualTo("UTF-8");
			assertThat(file.delimiter()).isEqualTo(";");
			assertThat(file.rows()).isEqualTo(2);
			assertThat(file.sha256()).hasSize(64);
		});
	}

	@Test
	void namesTheColumnOfABadValueAndTakesTheRest() throws IOException {
		FeedVerdict verdict = file("a.csv", "1;;call me;;one@example.org").check(1, 1);
		assertThat(verdict.rows()).singleElement().satisfies((row) -> {
			assertThat(row.accepted()).isTrue();
			assertThat(row.problems()).containsExactly(new Problem("Mobiel", RowProblem.PHONE_INVALID));
		});
		assertThat(verdict.rejectsSomething()).isTrue();
	}

	@Test
	void takesTheSamePersonOnceAcrossFilesByTheirNames() throws IOException {
		FeedVerdict verdict = file("b.csv", "1;;06 12345601;;").file("a.csv", "1;;+31 6 12345601;;").check(1, 1);
		assertThat(verdict.rows()).extracting(CheckedRow::file, (row) -> row.problems().size())
			.containsExactly(tuple("a.csv", 0), tuple("b.csv", 1));
		assertThat(verdict.problems()).isEqualTo(Map.of("duplicate-row", 1));
		assertThat(verdict.taken()).isEqualTo(Map.of(MethodKind.MOBILE, 1));
		assertThat(verdict.rejectsSomething()).isFalse();
	}

	@Test
	void rejectsEveryRowOfAPersonWhoseRowsContradictEachOther() throws IOException {
		FeedVerdict verdict = file("a.csv", "1;;06 12345601;;", "1;;06 12345602;;", "1;;06 12345601;;", "2;;;;")
			.check(1, 1);
		assertThat(verdict.problems()).isEqualTo(Map.of("conflicting-rows", 3));
		assertThat(verdict.files().get(0).rejected()).isEqualTo(3);
	}

	@Test
	void joinsTheRowsOfOnePersonAcrossFiles() throws IOException {
		FeedVerdict verdict = file("a.csv", "1;;06 12345601;;", "2;;;;two@example.org", "1;;;;")
			.file("b.csv", "1;;;;one@example.org", "1;;;;one@example.org", "2;;06 12345602;;")
			.check(1, 1);
		assertThat(verdict.problems()).isEqualTo(Map.of("duplicate-row", 4));
		assertThat(verdict.taken()).isEqualTo(Map.of(MethodKind.MOBILE, 2, MethodKind.EMAIL, 2));
		assertThat(verdict.rejectsSomething()).isFalse();
	}

	@Test
	void namesBothFilesOfAContradiction() throws IOException {
		FeedVerdict verdict = file("a.csv", "2;;;;", "1;;06 12345601;;").file("b.csv", "1;;06 12345602;;").check(1, 1);
		assertThat(verdict.rowsWithProblems()).extracting((row) -> row.problems().get(0).detail())
			.containsExactly("3 a.csv\n2 b.csv", "3 a.csv\n2 b.csv");
	}

	@Test
	void rejectsAValueThatTooManyPeopleShareInWhateverColumn() throws IOException {
		String[] rows = { "1;;06 12345601;;", "2;;;+31612345601;", "3;;06 12345603;;Three@example.org",
				"4;;;;three@EXAMPLE.org" };
		assertThat(file("a.csv", rows).check(1, 1).problems()).isEqualTo(Map.of("phone-shared", 2, "email-shared", 2));
		assertThat(file("a.csv", rows).check(2, 1).problems()).isEqualTo(Map.of("email-shared", 2));
	}

	@Test
	void letsOnePersonHaveTheSameNumberTwice() throws IOException {
		assertThat(file("a.csv", "1;;06 12345601;06 12345601;").check(1, 1).problems()).isEmpty();
	}

	@Test
	void tellsPeopleApartByTheFirstKeyThatTheirRowCarries() throws IOException {
		FeedVerdict verdict = file("a.csv", ";Jan@contoso.com;06 12345601;;", ";jan@CONTOSO.com;06 12345601;;",
				"1;jan@contoso.com;;;one@example.org")
			.check(1, 1);
		assertThat(verdict.problems()).isEqualTo(Map.of("duplicate-row", 1));
	}

	@Test
	void forgetsTheRowsOfAFileThatIsBrokenFurtherDown() throws IOException {
		FeedVerdict verdict = file("a.csv", "1;;06 12345601;;", "2;;\"06 12345602;;").file("b.csv", "3;;06 12345601;;")
			.check(1, 1);
		assertThat(verdict.refusesFiles()).isTrue();
		assertThat(verdict.files().get(0).refusedBecause()).isPresent();
		assertThat(verdict.rows()).extracting(CheckedRow::file).containsExactly("b.csv");
		assertThat(verdict.problems()).isEmpty();
	}

	@Test
	void refusesAFileThatIsNotThere() throws IOException {
		this.files.add(this.folder.resolve("none.csv"));
		FeedVerdict verdict = check(1, 1);
		assertThat(verdict.files()).singleElement()
			.satisfies((file) -> assertThat(file.refusedBecause())
				.contains(Message.of("refused.unreadable").then("refused.unreadable.next")));
	}

	@Test
	void showsNoValueInText() throws IOException {
		FeedVerdict verdict = file("a.csv", "1;;06 12345601;;one@example.org").check(1, 1);
		assertThat(verdict.rows().toList().toString() + verdict.files()).doesNotContain("12345601", "one@");
	}

	private FeedCheckTests file(String name, String... rows) throws IOException {
		Path file = Files.writeString(this.folder.resolve(name), HEADER + String.join("\n", rows) + "\n");
		if (!this.files.contains(file)) {
			this.files.add(file);
		}
		return this;
	}

	private FeedVerdict check(int sameNumber, int sameEmail) {
		Map<Field, List<String>> columns = Map.of(Field.EMPLOYEE_ID, List.of("Nr"), Field.USER_PRINCIPAL_NAME,
				List.of("UPN"), Field.MOBILE, List.of("Mobiel"), Field.OFFICE, List.of("Werk"), Field.EMAIL,
				List.of("Mail"));
		FeedSettings settings = new FeedSettings(this.folder, "*.csv", Duration.ZERO, false, Duration.ofHours(36),
				Optional.empty(), Optional.empty(), columns, Optional.of(new Country("NL")));
		RowRules rules = new RowRules(List.of(MatchingAttribute.EMPLOYEE_ID, MatchingAttribute.USER_PRINCIPAL_NAME),
				EnumSet.of(MethodKind.MOBILE, MethodKind.OFFICE, MethodKind.EMAIL), Set.of("contoso.com"));
		return FeedCheck.of(this.files, Map.of(), settings, rules, 0, new Sharing(sameNumber, sameEmail));
	}

}
