package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ssprprefill.doctor.Check;
import org.ssprprefill.doctor.Skip;
import org.ssprprefill.doctor.Subject;
import org.ssprprefill.report.ActionItem.Owner;
import org.ssprprefill.report.RunSection.Outcome;

/** Finds what needs a person in a report, the most pressing first. */
final class ActionItems {

	private static final Set<String> UNANSWERED = Stream
		.of(Skip.PERMISSION_MISSING, Skip.LICENCE_MISSING, Skip.NOT_OFFERED, Skip.REFUSED)
		.map(Skip::word)
		.collect(Collectors.toSet());

	/** What these say is told of a run, and asks nothing of a person. */
	static final Set<String> PASSED_OVER = Set.of(Subject.FEED_SUPERSEDED.id(), Subject.FEED_GROWING.id());

	private final RunReport report;

	private final Texts texts;

	private final List<ActionItem> errands = new ArrayList<>();

	private ActionItems(RunReport report, Texts texts) {
		this.report = report;
		this.texts = texts;
	}

	static List<ActionItem> of(RunReport report, Texts texts) {
		ActionItems attention = new ActionItems(report, texts);
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
		attention.seats();
		attention.checks(Check.Status.WARN);
		attention.unanswered();
		return List.copyOf(attention.errands);
	}

	/** Adds what was found, and under the same key what to do next. */
	private void add(Owner owner, String key, Object... parts) {
		addPeople(owner, "", key, parts);
	}

	private void addPeople(Owner owner, String matter, String key, Object... parts) {
		this.errands
			.add(new ActionItem(owner, this.texts.say(key, parts), this.texts.say(key + ".next", parts), matter));
	}

	private void add(CheckLine check) {
		String matter = check.id().equals(AttentionReasons.FEBRUARY) ? AttentionReasons.FEBRUARY : "";
		this.errands
			.add(new ActionItem(Owner.ADMINISTRATOR, this.texts.title(check) + ": " + this.texts.tell(check.detail()),
					check.remedy().map(this.texts::tell).orElse(""), matter));
	}

	private void breakOff() {
		if (this.report.run().outcome() == Outcome.FAILED) {
			add(Owner.ADMINISTRATOR, "errand.unfinished");
		}
	}

	private void limits() {
		if (this.report.run().outcome() == Outcome.HELD) {
			add(Owner.ADMINISTRATOR, "errand.held", Headline.release(this.report.run()));
		}
	}

	private void checks(Check.Status status) {
		for (CheckLine check : this.report.checks()) {
			if (check.is(status) && !PASSED_OVER.contains(check.id())) {
				add(check);
			}
		}
	}

	/** What the tenant would not tell leaves a hole in the report. */
	private void unanswered() {
		for (CheckLine check : this.report.checks()) {
			if (check.skippedBecause().filter(UNANSWERED::contains).isPresent()) {
				add(check);
			}
		}
	}

	private void outcomes() {
		OutcomeSection outcomes = this.report.outcomes();
		outcome("missing", outcomes.missing());
		outcome("drifted", outcomes.drifted());
		outcome("unknown", outcomes.unknown());
		outcome("rejected", outcomes.rejected());
	}

	private void outcome(String word, MethodCounts counts) {
		if (counts.total() > 0) {
			addPeople(Owner.ADMINISTRATOR, word, "errand." + word, counts.total());
		}
	}

	private void files() {
		for (FeedSection.FeedFile file : this.report.feed().files()) {
			if (file.disposition() == FeedSection.Disposition.REFUSED) {
				add(Owner.HR, "errand.file", file.name(),
						file.refusedBecause()
							.map(this.texts::tell)
							.orElse(this.texts.say("errand.file.unreadable"))
							.replaceFirst("\\.$", ""));
			}
		}
		if (this.report.feed().stale()) {
			add(Owner.HR, "errand.stale");
		}
	}

	private void rows() {
		int rejected = this.report.feed().rejected();
		if (rejected > 0) {
			add(Owner.HR, "errand.rows", rejected);
		}
		else if (!this.report.feed().problems().isEmpty()) {
			add(Owner.HR, "errand.values");
		}
		MatchingSection matching = this.report.matching();
		if (matching.unmatched() > 0) {
			addPeople(Owner.HR, "unmatched", "errand.unmatched", matching.unmatched());
		}
		if (matching.ambiguous() > 0) {
			addPeople(Owner.ADMINISTRATOR, "ambiguous", "errand.ambiguous", matching.ambiguous());
		}
	}

	private void gaps() {
		this.report.coverage().reasons().entrySet().stream().sorted(HtmlPage.MOST_FIRST).forEach((gap) -> {
			if (gap.getValue() > 0) {
				String word = gap.getKey();
				this.errands.add(new ActionItem(this.texts.gapOwner(word), gap(word, gap.getValue()),
						this.texts.gapRemedy(word), word));
			}
		});
	}

	private String gap(String word, int people) {
		return word.equals("not-measurable") ? this.texts.say("errand.not-measurable", people)
				: this.texts.say("errand.gap", people, this.texts.gapInline(word));
	}

	private void seats() {
		int seatsShort = this.report.licence().seatsShort();
		if (seatsShort > 0) {
			add(Owner.LICENCE_OWNER, "errand.seats", seatsShort);
		}
	}

}
