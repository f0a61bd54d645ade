package org.ssprprefill.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PersonMemoryQueryIT {

	private static final ObjectId KIM = new ObjectId("kim");

	private final Runs runs = new Runs();

	private PersonMemory memory() {
		return this.runs.ledger().memory().of(this.runs.name(), KIM);
	}

	@Test
	void remembersNothingOfSomebodyNew() {
		this.runs.begin(RunMode.RUN);
		assertThat(memory()).isEqualTo(PersonMemory.NONE);
	}

	@Test
	void remembersWhatWasWrittenMasked() {
		RunRecord run = this.runs.begin(RunMode.RUN);
		this.runs.ledger()
			.changes()
			.plan(run, List.of(Wishes.add("kim", MethodKind.MOBILE, 1), Wishes.add("sam", MethodKind.MOBILE, 2)));
		this.runs.ledger().changes().confirm(this.runs.changes(run).stream().map(ChangeEntry::id).toList());
		assertThat(memory().written()).singleElement().satisfies((method) -> {
			assertThat(method.kind()).isEqualTo(MethodKind.MOBILE);
			assertThat(method.value().toString()).contains("•");
		});
	}

	@Test
	void remembersTheNewestChangeOfEachMethod() {
		RunRecord first = this.runs.begin(RunMode.RUN);
		this.runs.ledger()
			.changes()
			.plan(first, List.of(Wishes.add("kim", MethodKind.MOBILE, 1), Wishes.add("kim", MethodKind.EMAIL, 1)));
		this.runs.ledger()
			.changes()
			.settle(this.runs.changes(first)
				.stream()
				.map((change) -> new Settlement(change.id(), ChangeState.REJECTED, OptionalInt.of(400), "badRequest"))
				.toList());
		RunRecord second = this.runs.begin(RunMode.RUN, Runs.START.plus(Duration.ofDays(1)), Optional.empty());
		this.runs.ledger().changes().plan(second, List.of(Wishes.add("kim", MethodKind.MOBILE, 1)));
		assertThat(memory().changes())
			.extracting(PersonMemory.PastChange::kind, PersonMemory.PastChange::run, PersonMemory.PastChange::state,
					PersonMemory.PastChange::status, PersonMemory.PastChange::code)
			.containsExactlyInAnyOrder(tuple(MethodKind.MOBILE, second.id(), ChangeState.PLANNED, 0, ""),
					tuple(MethodKind.EMAIL, first.id(), ChangeState.REJECTED, 400, "badRequest"));
	}

	@Test
	void tellsAnUndoFromAnAdditionAndKeepsTheDecisionBeforeIt() {
		RunRecord run = this.runs.begin(RunMode.RUN);
		RunRecord undo = this.runs.begin(RunMode.UNDO, Runs.START.plus(Duration.ofDays(1)), Optional.of(run.id()));
		for (RunRecord each : List.of(run, undo)) {
			this.runs.ledger().changes().plan(each, List.of(Wishes.add("kim", MethodKind.MOBILE, 1)));
			this.runs.ledger()
				.decisions()
				.keep(each.id(), List.of(Rows.matched(Rows.mobile(1, 1), Rows.user("kim"),
						Map.of(MethodKind.MOBILE, new Decision(Reason.NOT_REGISTERED)))), List.of());
		}
		assertThat(memory().changes()).singleElement().satisfies((change) -> {
			assertThat(change.undo()).isTrue();
			assertThat(change.run()).isEqualTo(undo.id());
		});
		assertThat(memory().decision())
			.hasValueSatisfying((decision) -> assertThat(decision.run()).isEqualTo(run.id()));
	}

	@Test
	void remembersNothingOfAnUndoThatWasOnlyRehearsed() {
		RunRecord run = this.runs.begin(RunMode.RUN);
		RunRecord rehearsal = this.runs.begin(RunMode.UNDO_DRY_RUN, Runs.START.plus(Duration.ofDays(1)),
				Optional.of(run.id()));
		for (RunRecord each : List.of(run, rehearsal)) {
			this.runs.ledger().changes().plan(each, List.of(Wishes.add("kim", MethodKind.MOBILE, 1)));
			this.runs.ledger()
				.decisions()
				.keep(each.id(), List.of(Rows.matched(Rows.mobile(1, 1), Rows.user("kim"),
						Map.of(MethodKind.MOBILE, new Decision(Reason.NOT_REGISTERED)))), List.of());
		}
		assertThat(memory().changes()).extracting(PersonMemory.PastChange::run).containsExactly(run.id());
		assertThat(memory().decision())
			.hasValueSatisfying((decision) -> assertThat(decision.run()).isEqualTo(run.id()));
	}

	@Test
	void remembersTheNewestDecisionAndItsReason() {
		for (int night = 0; night < 2; night++) {
			RunRecord run = this.runs.begin(RunMode.RUN, Runs.START.plus(Duration.ofDays(night)), Optional.empty());
			this.runs.ledger()
				.decisions()
				.keep(run.id(), List.of(Rows.matched(Rows.mobile(1, 1), Rows.user("kim"),
						Map.of(MethodKind.MOBILE, new Decision(Reason.NOT_REGISTERED)))), List.of());
		}
		assertThat(memory().decision()).hasValueSatisfying((decision) -> {
			assertThat(decision.at()).isEqualTo(Runs.START.plus(Duration.ofDays(1)));
			assertThat(decision.decision()).isEqualTo("matched");
			assertThat(decision.methods()).containsEntry(MethodKind.MOBILE, "add (not-registered)");
		});
	}

}
