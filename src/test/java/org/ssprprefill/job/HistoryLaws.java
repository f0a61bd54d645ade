package org.ssprprefill.job;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.FeedFileRecord;
import org.ssprprefill.ledger.ReportStore.MethodEntry;
import org.ssprprefill.ledger.ReportStore.PersonEntry;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.plan.Action;
import org.ssprprefill.report.Assembly;
import org.ssprprefill.report.ConsoleSummary;
import org.ssprprefill.report.FeedSection.Disposition;
import org.ssprprefill.report.Language;
import org.ssprprefill.report.RunReport;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold after a run, whatever happened meanwhile. */
final class HistoryLaws {

	private static final Set<String> OUTCOMES = Set.of("confirmed", "drifted", "missing", "rejected", "unknown");

	private final String name;

	private final Runs runs;

	private final ChangingTenant tenant;

	private final RunRecord run;

	private final List<ChangeEntry> changes;

	private long leftOut;

	private long leftAsTheyAre;

	private long rejectedRows;

	HistoryLaws(String name, Runs runs, ChangingTenant tenant, RunRecord run) {
		this.name = name + ", " + run.mode() + " " + run.id();
		this.runs = runs;
		this.tenant = tenant;
		this.run = run;
		this.changes = runs.changes(run);
	}

	/**
	 * Checks the laws.
	 * @param before how many writes had been accepted when the command was given last
	 */
	void check(int before) {
		assertThat(this.tenant.wrongs()).as(this.name).isEmpty();
		boolean wrote = this.run.mode().writes() && !this.run.refused() && !this.run.held();
		if (wrote) {
			assertThat(this.changes).as(this.name).allMatch((change) -> change.state().isFinal(), "has ended");
		}
		this.changes.stream()
			.filter((change) -> change.state() == ChangeState.CONFIRMED)
			.forEach((change) -> assertThat(this.tenant.hasShown(change.user(),
					(change.action() == Action.REMOVE) ? Optional.empty() : Optional.of(change.value())))
				.as(this.name + ": " + change.user() + " was read back")
				.isTrue());
		this.changes.stream()
			.filter((change) -> change.state() == ChangeState.REJECTED && change.action() != Action.REMOVE)
			.forEach((change) -> assertThat(this.tenant.held(change.user(), change.kind()))
				.as(this.name + ": " + change.user() + " was rejected")
				.isNotEqualTo(Optional.of(change.value())));
		rows(wrote);
		RunReport report = new Assembly(this.runs.ledger(), this.run).finished(List.of(),
				this.run.finishedAt().orElseThrow());
		ConsoleSummary.lines(report, Path.of("reports"), Language.EN, "", Optional.empty())
			.stream()
			.filter((line) -> !line.startsWith("  "))
			.forEach((line) -> assertThat(isTrue(line, report, before)).as(this.name + ": " + line).isTrue());
	}

	/** Each row of the feed has a decision, and each write an outcome. */
	private void rows(boolean wrote) {
		this.rejectedRows = this.runs.ledger()
			.files()
			.of(this.run.id())
			.stream()
			.mapToLong(FeedFileRecord::rejected)
			.sum();
		long rows = 0;
		Set<String> lines = new HashSet<>();
		try (Cursor<PersonEntry> people = this.runs.ledger().reports().people(this.run.id())) {
			for (Optional<PersonEntry> one = people.next(); one.isPresent(); one = people.next()) {
				PersonEntry person = one.get();
				rows += person.line().isPresent() ? 1 : 0;
				assertThat(lines.add(person.file() + person.line().orElse(0))
						|| person.line().equals(OptionalLong.empty()))
					.isTrue();
				assertThat(person.decision()).as(this.name).isNotEmpty();
				MethodEntry mobile = person.methods().get(MethodKind.MOBILE);
				this.leftOut += Set.of("protected", "out-of-scope").contains(person.decision()) ? 1 : 0;
				this.leftAsTheyAre += (mobile != null && mobile.action().equals("none")) ? 1 : 0;
				if (person.decision().equals("matched")) {
					assertThat(mobile).as(this.name + ": " + person).isNotNull();
				}
				if (wrote && mobile != null && !mobile.action().equals("none") && !mobile.action().isEmpty()) {
					assertThat(OUTCOMES).as(this.name + ": " + person).contains(mobile.outcome());
				}
			}
		}
		// What could not get to know the tenant decides nothing
		if (!this.run.closed() && (this.run.mode() == RunMode.RUN || this.run.mode() == RunMode.PLAN)) {
			long staged = this.runs.ledger()
				.files()
				.of(this.run.id())
				.stream()
				.filter(FeedFileRecord::staged)
				.mapToLong((file) -> file.rows() - file.rejected())
				.sum();
			assertThat(rows).as(this.name + ": rows with a decision").isEqualTo(staged);
		}
	}

	private boolean isTrue(String line, RunReport report, int before) {
		if (line.startsWith("Report: ") || line.startsWith("Next: ") || line.equals("Needs a person:")) {
			return true;
		}
		if (line.startsWith("Changed during the run and left alone: ")) {
			return report.feed()
				.files()
				.stream()
				.filter((file) -> line.contains(file.name()))
				.allMatch((file) -> file.disposition() == Disposition.LEFT);
		}
		if (line.endsWith("Nothing was written.")) {
			return this.tenant.accepted() == 0;
		}
		if (line.endsWith("Nothing was written but what had been sent before the run was interrupted.")) {
			return this.tenant.accepted() == before;
		}
		if (line.startsWith("People left out: ")) {
			return sum(line) == this.leftOut;
		}
		if (line.startsWith("Would register: ")) {
			return sum(line) == this.changes.size();
		}
		if (line.startsWith("Methods left as they are: ")) {
			return sum(line) <= this.leftAsTheyAre;
		}
		if (line.equals("Nobody needs to look.")) {
			return report.run().exitCode() == 0 && count(ChangeState.CONFIRMED) == this.changes.size();
		}
		if (line.equals("All is well: there was nothing to write.")
				|| line.equals("The plan is empty: there is nothing to write.")
				|| line.startsWith("There was nothing left to take back")) {
			return this.changes.isEmpty();
		}
		if (line.equals("Done, and no new HR export arrived in time.")) {
			return report.feed().files().isEmpty() && report.feed().stale();
		}
		if (line.startsWith("Done, and ") && line.endsWith(" rejected.") && !line.contains("Graph")) {
			return rejections(line);
		}
		return counts(line, "The plan is ready: (\\d+) changes? for .*\\. Nothing was written\\.", this.changes.size())
				|| counts(line, "(\\d+) methods? (?:was|were) (?:registered|taken back) and confirmed by read-back.*",
						count(ChangeState.CONFIRMED))
				|| counts(line, "Done, and Graph rejected (\\d+) changes?\\.", count(ChangeState.REJECTED))
				|| counts(line, "Done, but read-back found (\\d+) written methods? missing or different\\.",
						count(ChangeState.DRIFTED) + count(ChangeState.MISSING))
				|| counts(line, "Done, but (\\d+) written methods? could not be read back\\.",
						count(ChangeState.UNKNOWN));
	}

	/** For example "Done, and 2 rows and 1 change were rejected." */
	private boolean rejections(String line) {
		long rows = said(line, "(\\d+) rows?");
		long graph = said(line, "(\\d+) changes?");
		return rows == this.rejectedRows && graph == count(ChangeState.REJECTED);
	}

	private static long said(String line, String what) {
		return Pattern.compile(what).matcher(line).results().mapToLong((said) -> Long.parseLong(said.group(1))).sum();
	}

	private static long sum(String line) {
		return said(line, ": (\\d+)");
	}

	private static boolean counts(String line, String sentence, long amount) {
		Matcher said = Pattern.compile(sentence).matcher(line);
		return said.matches() && Long.parseLong(said.group(1)) == amount;
	}

	private long count(ChangeState state) {
		return this.changes.stream().filter((change) -> change.state() == state).count();
	}

}
