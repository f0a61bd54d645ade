package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
class LimitIT {

	/** Three changes for two of four people, one of four rows rejected. */
	private final Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2"), user("E3")))
		.feed("E1;06 12345641;one@example.org", "E2;06 12345642;", "E3;;", "E4;not a number;");

	@ParameterizedTest
	@CsvSource({ "changes, 2", "changes-percent, 99", "rejected-percent, 24" })
	void holdsAPlanThatIsJustAboveALimit(String limit, int allowed) {
		Outcome night = this.rehearsal.with("limits." + limit, String.valueOf(allowed)).run();
		assertThat(night).exitsWith(3)
			.wroteNothing()
			.says("Held: ", "Nothing was written.",
					"sspr-prefill apply " + night.report().run().id() + " --over-limit");
		assertThat(night.report().plan().limits()).filteredOn((line) -> line.exceeded())
			.extracting((line) -> line.name())
			.containsExactly(limit);
		assertThat(this.rehearsal.folder().resolve("drop/hr.csv")).exists();
	}

	@ParameterizedTest
	@CsvSource({ "changes, 3", "changes-percent, 100", "rejected-percent, 25" })
	void letsAPlanPassThatJustMeetsALimit(String limit, int allowed) {
		assertThat(this.rehearsal.with("limits." + limit, String.valueOf(allowed)).run()).exitsWith(4)
			.wroteExactly("e1 mobile", "e1 email", "e2 mobile");
	}

	@Test
	void holdsAFeedThatShrankTooMuch() {
		this.rehearsal.with("limits.feed-shrink-percent", "25").run();
		Outcome most = this.rehearsal.feed("E1;06 12345643;", "E2;;", "E3;06 12345645;").run();
		Outcome half = this.rehearsal.feed("E1;06 12345643;", "E2;;two@example.org").run();
		assertThat(most).exitsWith(0).wroteExactly("e3 mobile");
		assertThat(half).exitsWith(3).wroteNothing().says("the feed is 33.3% smaller than the last one, 25% allowed");
	}

	@Test
	void holdsAFeedWhoseColumnsAreMixedUpOrSuddenlyEmpty() {
		this.rehearsal.feed("E1;one@example.org;06 12345641", "E2;two@example.org;", "E3;three@example.org;");
		assertThat(this.rehearsal.run()).exitsWith(3)
			.wroteNothing()
			.checked("feed-column-kind-mobile", "fail")
			.says("Held: a column of the feed holds other data");
		String[] full = { "E1;06 12345641;", "E2;06 12345642;", "E3;06 12345643;", "E4;06 12345644;",
				"E5;06 12345645;" };
		assertThat(this.rehearsal.feed(full).run()).exitsWith(0).confirmed(MOBILE, 3);
		this.rehearsal.feed("E1;;one@example.org", "E2;;", "E3;;", "E4;;", "E5;;");
		Outcome empty = this.rehearsal.run();
		assertThat(empty).exitsWith(3).wroteNothing().checked("feed-column-empty-mobile", "fail");
		assertThat(this.rehearsal.apply(empty, "--over-limit")).exitsWith(0).wroteExactly("e1 email");
	}

	@Test
	void answersAPlanAboveALimitAsTheNightWould() {
		assertThat(this.rehearsal.with("limits.changes", "2").plan()).exitsWith(3).wroteNothing();
	}

	@Test
	void appliesAHeldPlanOnlyWhenSomebodyReleasesIt() {
		Outcome held = this.rehearsal.with("limits.changes", "2").run();
		assertThat(this.rehearsal.apply(held)).exitsWith(3).wroteNothing().says("--over-limit");
		Outcome released = this.rehearsal.apply(held, "--over-limit");
		assertThat(released).exitsWith(4).wroteExactly("e1 mobile", "e1 email", "e2 mobile");
		assertThat(this.rehearsal.folder().resolve("drop/hr.csv")).doesNotExist();
		assertThat(this.rehearsal.apply(held, "--over-limit")).exitsWith(2)
			.wroteNothing()
			.says("was already applied, by run " + released.report().run().id());
	}

	@Test
	void staysHeldWhenItBreaksOffAndIsStartedAgain() throws IOException {
		Path inTheWay = Files.createSymbolicLink(this.rehearsal.folder().resolve("reports"),
				Path.of("a-folder-that-is/gone"));
		this.rehearsal.with("limits.changes", "2");
		assertThat(this.rehearsal.command("run", this.rehearsal.jobFile())).exitsWith(1).wroteNothing();
		Files.delete(inTheWay);
		assertThat(this.rehearsal.run()).exitsWith(3).wroteNothing();
	}

	@Test
	void triesAgainInTheNextNightAsLongAsNobodyDecided() {
		this.rehearsal.with("limits.changes", "2").run();
		assertThat(this.rehearsal.run()).exitsWith(3).wroteNothing();
		assertThat(this.rehearsal.with("limits.changes", "3").run()).exitsWith(4)
			.wroteExactly("e1 mobile", "e1 email", "e2 mobile");
	}

}
