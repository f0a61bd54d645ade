package org.ssprprefill.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The checks answered so far; no subject is left without an answer. */
final class Findings {

	/** Said only where there is something to say, or only by a run. */
	static final Set<Subject> OCCASIONAL = EnumSet.of(Subject.SCOPE_GROUP, Subject.FEED_ARCHIVED,
			Subject.FEED_SUPERSEDED, Subject.FEED_GROWING, Subject.FEED_REFUSED, Subject.FEED_STUCK,
			Subject.FEED_COLUMN_KIND, Subject.FEED_COLUMN_EMPTY, Subject.FEED_PHONES, Subject.EFFECTIVENESS,
			Subject.FEBRUARY_2027, Subject.SUBSCRIPTIONS, Subject.UNDO_BROKEN_OFF, Subject.RETENTION,
			Subject.OFFICE_365, Subject.REGIONAL_OPT_IN, Subject.CONSENT, Subject.OTHER_WAYS);

	private final List<Check> checks = new ArrayList<>();

	/** A later answer to the same question replaces the earlier one. */
	void add(Check check) {
		this.checks.removeIf((earlier) -> earlier.id().equals(check.id()));
		this.checks.add(check);
	}

	/** What was not asked because something else stands in the way is said to be so. */
	void skipRest(Set<Area> areas, Subject cause) {
		for (Subject subject : Subject.values()) {
			if (areas.contains(subject.area()) && !OCCASIONAL.contains(subject) && isOpen(subject)) {
				add(dependent(subject, cause));
			}
		}
	}

	static Check dependent(Subject subject, Subject cause) {
		return Checks.skipped(subject, Skip.DEPENDS_ON_ANOTHER,
				"It rests on the check \u201c" + cause.title() + "\u201d (" + cause.id() + ").",
				"See what that check asks for.");
	}

	boolean passed(Subject subject) {
		return this.checks.stream()
			.anyMatch((check) -> check.subject() == subject && check.status() == Check.Status.PASS);
	}

	private boolean isOpen(Subject subject) {
		return this.checks.stream().noneMatch((check) -> check.subject() == subject);
	}

	/** The checks in the order of their subjects. */
	List<Check> checks() {
		return this.checks.stream().sorted(Comparator.comparing(Check::subject)).toList();
	}

}
