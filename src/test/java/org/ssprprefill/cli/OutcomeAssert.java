package org.ssprprefill.cli;

import java.util.Map;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.ssprprefill.contact.MethodKind;

/** Says in sentences what a command should have done. */
final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {

	private OutcomeAssert(Outcome outcome) {
		super(outcome, OutcomeAssert.class);
	}

	static OutcomeAssert assertThat(Outcome outcome) {
		return new OutcomeAssert(outcome);
	}

	OutcomeAssert exitsWith(int exitCode) {
		Assertions.assertThat(this.actual.exitCode()).as(this.actual.err()).isEqualTo(exitCode);
		return this;
	}

	/** The tenant applied exactly these writes, such as {@code e1001 mobile}. */
	OutcomeAssert wroteExactly(String... writes) {
		Assertions.assertThat(this.actual.written()).as(this.actual.err()).containsExactlyInAnyOrder(writes);
		return this;
	}

	OutcomeAssert wroteNothing() {
		return wroteExactly();
	}

	OutcomeAssert confirmed(MethodKind kind, int count) {
		Assertions.assertThat(this.actual.report().outcomes().confirmed().of(kind)).isEqualTo(count);
		return this;
	}

	/** A row or person was decided so, for example {@code protected}. */
	OutcomeAssert decided(String employeeId, String decision, String reason) {
		Map<String, String> line = this.actual.person(employeeId);
		Assertions.assertThat(line).containsEntry("decision", decision).containsEntry("reason", reason);
		return this;
	}

	/** A method was to be written for that reason, and this became of it. */
	OutcomeAssert changed(String employeeId, MethodKind kind, String reason, String outcome) {
		String action = reason.equals("not-registered") ? "add" : "update";
		return method(employeeId, kind, action, reason, outcome);
	}

	/** Nothing was to be done for a method, for that reason. */
	OutcomeAssert left(String employeeId, MethodKind kind, String reason) {
		return method(employeeId, kind, "none", reason, "");
	}

	private OutcomeAssert method(String employeeId, MethodKind kind, String action, String reason, String outcome) {
		String prefix = kind.word().replace('-', '_') + "_";
		Assertions.assertThat(this.actual.person(employeeId))
			.containsEntry(prefix + "action", action)
			.containsEntry(prefix + "reason", reason)
			.containsEntry(prefix + "outcome", outcome);
		return this;
	}

	OutcomeAssert foundProblem(String word, int count) {
		Assertions.assertThat(this.actual.report().feed().problems()).containsEntry(word, count);
		return this;
	}

	/** A check of the report has that status: pass, warn, fail or skipped. */
	OutcomeAssert checked(String id, String status) {
		Assertions.assertThat(this.actual.report().checks())
			.filteredOn((check) -> check.id().equals(id))
			.extracting((check) -> check.status())
			.containsExactly(status);
		return this;
	}

	/** Standard error holds all of this. */
	OutcomeAssert says(String... texts) {
		Assertions.assertThat(this.actual.err()).contains(texts);
		return this;
	}

}
