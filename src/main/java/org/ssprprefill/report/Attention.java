package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.ssprprefill.doctor.Check;
import org.ssprprefill.report.Errand.Owner;
import org.ssprprefill.report.RunSection.Outcome;

/** Finds what needs a person in a report, the most pressing first. */
final class Attention {

	private final RunReport report;

	private final List<Errand> errands = new ArrayList<>();

	private Attention(RunReport report) {
		this.report = report;
	}

	static List<Errand> of(RunReport report) {
		Attention attention = new Attention(report);
		attention.breakOff();
		attention.limits();
		attention.checks(Check.Status.FAIL);
		if (report.run().outcome() == Outcome.REFUSED) {
			attention.files();
			return List.copyOf(attention.errands);
		}
		attention.outcomes();
		attention.files();
		attention.rows();
		attention.gaps();
		attention.february2027();
		attention.seats();
		attention.checks(Check.Status.WARN);
		return List.copyOf(attention.errands);
	}

	private void add(Owner owner, String what, String next) {
		this.errands.add(new Errand(owner, what, next));
	}

	private void breakOff() {
		if (this.report.run().outcome() == Outcome.FAILED) {
			add(Owner.ADMINISTRATOR, "The run is unfinished.",
					"Start the same command again; it goes on where it was.");
		}
	}

	private void limits() {
		if (this.report.run().outcome() == Outcome.HELD) {
			add(Owner.ADMINISTRATOR, "The plan waits for your decision.",
					"If it is right, release it: " + Verdict.release(this.report.run()));
		}
	}

	private void checks(Check.Status status) {
		for (CheckLine check : this.report.checks()) {
			if (check.is(status)) {
				add(Owner.ADMINISTRATOR, check.title() + ": " + check.detail(), check.remedy().orElse(""));
			}
		}
	}

	private void outcomes() {
		OutcomeSection outcomes = this.report.outcomes();
		outcome(outcomes.missing(), "missing", "Somebody or something removed it at once; look at the audit log.");
		outcome(outcomes.drifted(), "different", "Somebody changed it meanwhile; look at the audit log.");
		outcome(outcomes.unknown(), "unread", "The next run reads it again; nothing is sent twice.");
		int rejected = outcomes.rejected().total();
		if (rejected > 0) {
			add(Owner.ADMINISTRATOR, "Graph rejected " + Figures.count(rejected, "change.", "changes."),
					"Graph's answers are counted below; the people stand in people.csv.");
		}
	}

	private void outcome(MethodCounts counts, String how, String next) {
		if (counts.total() > 0) {
			add(Owner.ADMINISTRATOR, Figures.count(counts.total(), "method", "methods") + " " + how + " at read-back.",
					next);
		}
	}

	private void files() {
		for (FeedSection.FeedFile file : this.report.feed().files()) {
			if (file.disposition() == FeedSection.Disposition.REFUSED) {
				add(Owner.HR,
						"The file " + file.name() + " was not taken: "
								+ file.refusedBecause().orElse("unreadable").replaceFirst("\\.$", "") + ".",
						"Export it again and drop it once more.");
			}
		}
		if (this.report.feed().stale()) {
			add(Owner.HR, "No new file arrived in time.",
					"See whether the nightly export of the HR system still runs.");
		}
	}

	private void rows() {
		int rejected = this.report.feed().rejected();
		if (rejected > 0) {
			add(Owner.HR, Figures.count(rejected, "row was", "rows were") + " rejected.",
					"rejects.csv says for each what is wrong and how to mend it.");
		}
		else if (!this.report.feed().problems().isEmpty()) {
			add(Owner.HR, "All rows were taken, but some values were not.", "rejects.csv says which, and why.");
		}
		MatchingSection matching = this.report.matching();
		if (matching.unmatched() > 0) {
			add(Owner.HR, Figures.count(matching.unmatched(), "row belongs", "rows belong") + " to nobody in Entra.",
					"Compare the employee ids; the rows stand in people.csv as unmatched.");
		}
		if (matching.ambiguous() > 0) {
			add(Owner.ADMINISTRATOR,
					Figures.count(matching.ambiguous(), "row fits", "rows fit") + " more than one person.",
					"Give each account an employee id of its own; the rows stand in people.csv as ambiguous.");
		}
	}

	private void gaps() {
		this.report.coverage().reasons().entrySet().stream().sorted(HtmlPage.MOST_FIRST).forEach((gap) -> {
			if (gap.getValue() > 0) {
				add(Texts.in(Language.EN).gapOwner(gap.getKey()), gap(gap.getKey(), gap.getValue()),
						Texts.in(Language.EN).gapRemedy(gap.getKey()));
			}
		});
	}

	private static String gap(String word, int people) {
		if (word.equals("not-measurable")) {
			return "It is not known whether " + Figures.count(people, "person", "people") + " can reset.";
		}
		return Figures.count(people, "person", "people") + " cannot reset: "
				+ Texts.in(Language.EN).gap(word).toLowerCase(Locale.UK) + ".";
	}

	private void february2027() {
		CoverageSection coverage = this.report.coverage();
		int fewer = coverage.canReset() - coverage.fromFebruary2027().canReset();
		if (coverage.measurable() && fewer > 0) {
			add(Owner.ADMINISTRATOR,
					Figures.count(fewer, "person", "people")
							+ " who can reset today will not from 1 February 2027, when Microsoft ends SMS and voice.",
					"Register private e-mail addresses for them, or bring your own telecom provider.");
		}
	}

	private void seats() {
		int seatsShort = this.report.licence().seatsShort();
		if (seatsShort > 0) {
			add(Owner.LICENCE_OWNER,
					Figures.count(seatsShort, "seat is", "seats are") + " missing to license everybody.",
					"Buy seats with Entra ID P1 or P2, or free some.");
		}
	}

}
