package org.ssprprefill.ledger;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.database.Sql;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.vault.AlteredLedgerException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ChangeStoreIT {

	private final Runs runs = new Runs();

	private final RunRecord run = this.runs.begin(RunMode.RUN);

	private final ChangeStore changes = this.runs.ledger().changes();

	private ChangeEntry plan(PlannedChange change) {
		this.changes.plan(this.run, List.of(change));
		return this.runs.changes(this.run).get(0);
	}

	private String written(String user) throws Exception {
		return Sql.ask(SharedDatabase.dataSource(), "select count(*) from sspr_prefill.written_method where tenant = '"
				+ this.runs.name() + "' and object_id = '" + user + "'");
	}

	@Test
	void givesBackWhatWasPlanned() {
		ChangeEntry change = plan(Wishes.update("kim", MethodKind.EMAIL, 1, 2));
		assertThat(change.value()).isEqualTo(Wishes.value(MethodKind.EMAIL, 2));
		assertThat(change.previous()).contains(Wishes.value(MethodKind.EMAIL, 1));
		assertThat(change.state()).isEqualTo(ChangeState.PLANNED);
		assertThat(change.attempts()).isZero();
	}

	@Test
	void holdsNoValueInClear() throws Exception {
		plan(Wishes.update("kim", MethodKind.MOBILE, 1, 2));
		String row = Sql.ask(SharedDatabase.dataSource(),
				"select encode(value, 'escape') || encode(previous, 'escape') || fingerprint from sspr_prefill.change"
						+ " where run = '" + this.run.id() + "'");
		assertThat(row).doesNotContain("5550101", "5550102");
	}

	/** Each line names what is changed in the row of Kim's mobile, in the run at hand. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					another run     | value = o.value, fingerprint = o.fingerprint       | o.run <> c.run and o.object_id = 'kim' and o.kind = 'mobile'
					another person  | value = o.value, fingerprint = o.fingerprint       | o.run = c.run and o.object_id = 'lou' and o.kind = 'mobile'
					another method  | value = o.value, fingerprint = o.fingerprint       | o.run = c.run and o.object_id = 'kim' and o.kind = 'office'
					another action  | reason = 'REPLACE_CONFIGURED'                      | o.id = c.id
					the value before| value = o.previous                                 | o.id = c.id
					another run     | previous = o.previous                              | o.run <> c.run and o.object_id = 'kim' and o.kind = 'mobile'
					another person  | previous = o.previous                              | o.run = c.run and o.object_id = 'lou' and o.kind = 'mobile'
					another method  | previous = o.previous                              | o.run = c.run and o.object_id = 'kim' and o.kind = 'office'
					the value after | previous = o.value                                 | o.id = c.id
					""")
	void opensNoValueThatWasPlannedForSomethingElse(String what, String set, String other) {
		RunRecord another = this.runs.begin(RunMode.RUN);
		int value = 10;
		for (RunRecord each : List.of(this.run, another)) {
			for (String user : List.of("kim", "lou")) {
				this.changes.plan(each, List.of(Wishes.update(user, MethodKind.MOBILE, value++, value++),
						Wishes.update(user, MethodKind.OFFICE, value++, value++)));
			}
		}
		int altered = new JdbcTemplate(SharedDatabase.dataSource()).update("update sspr_prefill.change c set " + set
				+ " from sspr_prefill.change o where c.run = '" + this.run.id()
				+ "' and c.object_id = 'kim' and c.kind = 'mobile' and o.tenant = c.tenant and " + other);
		assertThat(altered).as(what).isEqualTo(1);
		assertThatExceptionOfType(AlteredLedgerException.class).isThrownBy(() -> this.runs.changes(this.run));
		assertThat(this.runs.changes(another)).hasSize(4);
	}

	@Test
	void opensNoAdditionAsARemoval() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		new JdbcTemplate(SharedDatabase.dataSource())
			.update("update sspr_prefill.change set reason = 'ADDITION_TAKEN_BACK' where run = ?", this.run.id());
		assertThatExceptionOfType(AlteredLedgerException.class).isThrownBy(() -> this.runs.changes(this.run));
	}

	@Test
	void refusesToSendAnEndedChangeAndLeavesTheOthersUnsent() {
		this.changes.plan(this.run,
				List.of(Wishes.add("kim", MethodKind.MOBILE, 1), Wishes.unread("kim", MethodKind.EMAIL)));
		List<ChangeEntry> both = this.runs.changes(this.run);
		assertThatExceptionOfType(LedgerException.class)
			.isThrownBy(() -> this.changes.sent(Map.of(both.get(0).id(), "a", both.get(1).id(), "b"), List.of()));
		assertThat(this.runs.state(this.run, "kim", MethodKind.MOBILE)).isEqualTo(ChangeState.PLANNED);
	}

	@Test
	void keepsTheFirstEndOfAChange() {
		ChangeEntry change = plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.changes.settle(List.of(Settlement.of(change.id(), ChangeState.REJECTED)));
		this.changes.settle(List.of(Settlement.of(change.id(), ChangeState.ANSWERED)));
		this.changes.confirm(Set.of(change.id()));
		assertThat(this.runs.changes(this.run).get(0).state()).isEqualTo(ChangeState.REJECTED);
	}

	@Test
	void ownsOnlyWhatWasConfirmed() throws Exception {
		ChangeEntry kim = plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		plan(Wishes.unread("sam", MethodKind.MOBILE));
		this.changes.confirm(this.runs.changes(this.run).stream().map(ChangeEntry::id).toList());
		assertThat(this.runs.state(this.run, "kim", MethodKind.MOBILE)).isEqualTo(ChangeState.CONFIRMED);
		assertThat(written("kim")).isEqualTo("1");
		assertThat(written("sam")).isEqualTo("0");
		assertThat(kim.state()).isEqualTo(ChangeState.PLANNED);
	}

	@Test
	void ownsTheValueConfirmedLast() throws Exception {
		this.changes.confirm(List.of(plan(Wishes.add("kim", MethodKind.MOBILE, 1)).id()));
		RunRecord next = this.runs.begin(RunMode.RUN);
		this.changes.plan(next, List.of(Wishes.update("kim", MethodKind.MOBILE, 1, 2)));
		long id = this.runs.changes(next).get(0).id();
		this.changes.confirm(List.of(id));
		assertThat(Sql.ask(SharedDatabase.dataSource(),
				"select change from sspr_prefill.written_method where tenant = '" + this.runs.name() + "'"))
			.isEqualTo(String.valueOf(id));
	}

	/** What a refused addition finds may be the person's own, and must not be undone. */
	@ParameterizedTest
	@CsvSource({ "mobile, 409, phoneNumberNotUnique, 1", "mobile, 409, conflict, 0", "mobile, 409, '', 0",
			"office, 409, phoneNumberNotUnique, 0", "mobile, 400, badRequest, 0" })
	void ownsARefusedAdditionOnlyWhereItIsKnownToBeStored(String kind, int status, String code, String owned)
			throws Exception {
		ChangeEntry change = plan(Wishes.add("kim", MethodKind.of(kind), 1));
		this.changes.settle(List.of(new Settlement(change.id(), ChangeState.ANSWERED, OptionalInt.of(status), code)));
		this.changes.confirm(List.of(change.id()));
		assertThat(Sql.ask(SharedDatabase.dataSource(),
				"select count(*) from sspr_prefill.written_method where tenant = '" + this.runs.name() + "'"))
			.isEqualTo(owned);
	}

	@Test
	void confirmsNothingOfNothing() {
		this.changes.confirm(List.of());
		this.changes.settle(List.of());
		assertThat(this.runs.ledger().figures().changes(this.run.id())).isEmpty();
	}

	@Test
	void pagesInTheOrderOfPlanning() {
		for (int person = 0; person < 5; person++) {
			plan(Wishes.add("person-" + (9 - person), MethodKind.MOBILE, person));
		}
		Set<MethodKind> all = EnumSet.allOf(MethodKind.class);
		List<ChangeEntry> page = this.changes.next(this.run.id(), ChangeState.PLANNED, all, 0, 3);
		List<ChangeEntry> rest = this.changes.next(this.run.id(), ChangeState.PLANNED, all, page.get(2).id(), 3);
		assertThat(page).extracting((change) -> change.user().value())
			.containsExactly("person-9", "person-8", "person-7");
		assertThat(rest).hasSize(2);
		assertThat(this.changes.next(this.run.id(), ChangeState.PLANNED, Set.of(MethodKind.EMAIL), 0, 3)).isEmpty();
	}

	@Test
	void forgetsOfAPlanWhatWasNeverSent() {
		ChangeEntry change = plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.changes.forgetPlanned(this.run.id());
		assertThat(this.runs.changes(this.run)).isEmpty();
		ChangeEntry again = plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		this.changes.sent(Map.of(again.id(), "request"), List.of());
		assertThat(this.changes.begun(this.run.id(), List.of(again.user())))
			.containsExactly(Map.entry(again.user(), Set.of(MethodKind.MOBILE)));
		this.changes.forgetPlanned(this.run.id());
		assertThat(this.changes.isOpen(this.run.id())).isTrue();
		this.changes.onlyReadBackUndecided(this.run.id());
		assertThat(this.changes.isOpen(this.run.id())).isFalse();
		assertThat(this.runs.changes(this.run)).hasSize(1);
		assertThat(change.id()).isLessThan(again.id());
	}

	@Test
	void forgetsALargePlanAndNotesAllOfIt() {
		int people = 2500;
		this.changes.plan(this.run,
				IntStream.range(0, people)
					.mapToObj((person) -> Wishes.add("person-" + person, MethodKind.MOBILE, person % 100))
					.toList());
		this.changes.forgetPlanned(this.run.id());
		assertThat(this.runs.changes(this.run)).isEmpty();
		assertThat(Runs.all(this.runs.ledger().audit().of(this.run.id()))).filteredOn("event", "withdrawn")
			.extracting(AuditEntry::objectId)
			.hasSize(people)
			.doesNotHaveDuplicates();
		assertThat(this.runs.ledger().audit().verify(this.runs.name()).findings()).isEmpty();
	}

	@Test
	void refusesTwoChangesOfOneMethodWithoutNamingThePerson() {
		plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> plan(Wishes.add("kim", MethodKind.MOBILE, 2)))
			.withMessageContaining("23505")
			.withMessageNotContaining("kim");
	}

	@Test
	void countsByMethodActionAndEnd() {
		ChangeEntry kim = plan(Wishes.add("kim", MethodKind.MOBILE, 1));
		plan(Wishes.add("sam", MethodKind.MOBILE, 2));
		plan(Wishes.add("sam", MethodKind.EMAIL, 2));
		this.changes.settle(List.of(new Settlement(kim.id(), ChangeState.REJECTED, OptionalInt.of(400), "bad")));
		assertThat(this.runs.ledger().figures().changes(this.run.id())).containsExactly(
				new ChangeCount(MethodKind.EMAIL, "add", ChangeState.PLANNED, 0, "", 1),
				new ChangeCount(MethodKind.MOBILE, "add", ChangeState.PLANNED, 0, "", 1),
				new ChangeCount(MethodKind.MOBILE, "add", ChangeState.REJECTED, 400, "bad", 1));
		assertThat(this.runs.ledger().figures().peopleToChange(this.run.id())).isEqualTo(2);
	}

	@Test
	void streamsPlannedPeopleWithTheirChanges() {
		this.changes.plan(this.run, List.of(Wishes.add("sam", MethodKind.MOBILE, 2),
				Wishes.add("kim", MethodKind.MOBILE, 1), Wishes.add("sam", MethodKind.EMAIL, 2)));
		try (PlannedPeopleQuery people = this.runs.ledger()
			.peopleOfPlan(this.run, this.run.id(), Optional.empty(), 0)) {
			assertThat(people.next().orElseThrow().changes()).hasSize(1);
			PlannedPerson sam = people.next().orElseThrow();
			assertThat(sam.id()).isEqualTo(new ObjectId("sam"));
			assertThat(sam.user()).as("nobody of that id is in the snapshot").isEmpty();
			assertThat(sam.changes()).extracting(ChangeEntry::kind)
				.containsExactly(MethodKind.MOBILE, MethodKind.EMAIL);
			assertThat(people.next()).isEmpty();
		}
	}

}
