package org.ssprprefill.proposal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.ledger.MatchedUser;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.plan.MethodState;
import org.ssprprefill.plan.ReadingNeed;
import org.ssprprefill.plan.ReadingNeed.Report;
import org.ssprprefill.plan.Registered;
import org.ssprprefill.plan.Written;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodAnswers;
import org.ssprprefill.tenant.MethodQuery;

/**
 * A person who may be written to, with the values HR gave.
 *
 * @param user the person
 * @param values HR's values
 * @param rules how far to go for each method
 */
record Situation(MatchedUser user, Map<MethodKind, ContactValue> values, MethodRules rules) {

	private static final Map<MethodKind, String> REPORT_WORDS = Map.of(MethodKind.MOBILE, "mobilePhone",
			MethodKind.OFFICE, "officePhone", MethodKind.ALTERNATE_MOBILE, "alternateMobilePhone", MethodKind.EMAIL,
			"email");

	/** What the tenant must be asked before anything can be decided. */
	Set<MethodQuery> questions() {
		Set<MethodQuery> questions = new LinkedHashSet<>();
		for (MethodKind kind : MethodKind.values()) {
			if (mustRead(kind)) {
				questions.add(MethodQuery.about(this.user.id(), kind));
			}
		}
		return questions;
	}

	private boolean mustRead(MethodKind kind) {
		return new ReadingNeed(this.rules.wish(kind, this.values), report(kind), written(kind)).mustRead();
	}

	private Report report(MethodKind kind) {
		return this.user.reportedMethods()
			.map((methods) -> methods.contains(REPORT_WORDS.get(kind)) || this.user.seen().contains(kind) ? Report.SHOWS
					: Report.SHOWS_NONE)
			.orElse(Report.SILENT);
	}

	private Optional<Written> written(MethodKind kind) {
		return Optional.ofNullable(this.user.written().get(kind)).map(Written::new);
	}

	private Optional<Written> takenBack(MethodKind kind) {
		return Optional.ofNullable(this.user.takenBack().get(kind)).map(Written::new);
	}

	/** The state of each method, as the answers show it. */
	List<MethodState> methods(MethodAnswers answers) {
		List<MethodState> methods = new ArrayList<>();
		for (MethodKind kind : MethodKind.values()) {
			methods.add(new MethodState(this.rules.wish(kind, this.values), registered(kind, answers), written(kind),
					takenBack(kind)));
		}
		return methods;
	}

	private Registered registered(MethodKind kind, MethodAnswers answers) {
		if (answers.about(this.user.id(), kind) instanceof MethodAnswer.Registered registered) {
			ContactValue value = registered.methods().get(kind);
			return (value != null) ? new Registered.Holds(value) : new Registered.Absent();
		}
		return (report(kind) == Report.SHOWS || written(kind).isPresent()) ? new Registered.Unread()
				: new Registered.Absent();
	}

	/** The change behind a decision; one whose method could not be read is never sent. */
	PlannedChange change(MethodKind kind, Decision decision, MethodAnswers answers) {
		MethodAnswer answer = answers.about(this.user.id(), kind);
		Optional<ContactValue> previous = (answer instanceof MethodAnswer.Registered registered)
				? Optional.ofNullable(registered.methods().get(kind)) : Optional.empty();
		Optional<MethodAnswer.Unread> unread = (answer instanceof MethodAnswer.Unread obstacle && mustRead(kind))
				? Optional.of(obstacle) : Optional.empty();
		return new PlannedChange(this.user.id(), kind, decision.reason(),
				this.rules.wish(kind, this.values).wanted().orElseThrow(), previous, unread);
	}

}
