package org.ssprprefill.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.Sql;
import org.ssprprefill.feed.RowProblem;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

import static org.assertj.core.api.Assertions.assertThat;

class AuditTrailIT {

	private final Runs runs = new Runs();

	private final Ledger ledger = this.runs.ledger();

	private final RunRecord run = this.runs.begin(RunMode.RUN);

	private AuditVerdict verify() {
		return this.ledger.audit().verify(this.runs.name());
	}

	private static void sql(String statement, String id) throws SQLException {
		Sql.run(SharedDatabase.dataSource(), statement.replace(":id", "'" + id + "'"));
	}

	/** A run that added a number for Kim and planned one for Sam that was given up. */
	private void workTheNight() {
		this.ledger.decisions()
			.keep(this.run.id(), List.of(Rows.matched(Rows.mobile(1, 1), Rows.user("kim"),
					Map.of(MethodKind.MOBILE, new Decision(Reason.NOT_REGISTERED)))), List.of());
		this.ledger.changes()
			.plan(this.run, List.of(Wishes.add("kim", MethodKind.MOBILE, 1), Wishes.add("sam", MethodKind.MOBILE, 2)));
		this.ledger.changes().withdraw(this.runs.changes(this.run).get(1).id());
		long kim = this.runs.changes(this.run).get(0).id();
		this.ledger.changes().sent(Map.of(kim, "request-1"), List.of());
		this.ledger.changes().settle(List.of(Settlement.of(kim, ChangeState.ANSWERED)));
		this.ledger.changes().confirm(List.of(kim));
		this.runs.finish(this.run);
	}

	@Test
	void tellsARunAndAPersonInTheOrderOfEvents() {
		workTheNight();
		assertThat(Runs.all(this.ledger.audit().of(this.run.id()))).extracting(AuditEntry::event)
			.containsExactly("begun", "planned", "planned", "withdrawn", "sent", "answered", "confirmed", "ended");
		List<AuditEntry> kim = Runs.all(this.ledger.audit().about(this.runs.name(), new ObjectId("kim")));
		assertThat(kim).extracting(AuditEntry::event).containsExactly("planned", "sent", "answered", "confirmed");
		assertThat(kim.get(1).detail()).contains("NOT_REGISTERED", "request-1").doesNotContain("5550101");
		assertThat(verify()).isEqualTo(new AuditVerdict(8, List.of()));
	}

	@Test
	void sealsHowManyValuesWereFoundButNothingInRunsThatDidNotKnow() throws SQLException {
		this.ledger.decisions()
			.keep(this.run.id(), List.of(Rows.matched(Rows.mobile(1, 1, RowProblem.EMAIL_INVALID), Rows.user("kim"),
					Map.of(MethodKind.MOBILE, new Decision(Reason.NOT_REGISTERED)))), List.of());
		this.runs.finish(this.run);
		assertThat(RunAudit.seal(new JdbcTemplate(SharedDatabase.dataSource()), this.run.id()))
			.contains(Sql.ask(SharedDatabase.dataSource(), """
					select encode(sha256(convert_to(left(encode(sha256(convert_to(row(file, number, ordinal, line,
					employee_id, name, header, problem, rejected)::text, 'UTF8')), 'hex'), 32), 'UTF8')), 'hex')
					from sspr_prefill.row_problem where run = '%s'""".formatted(this.run.id())));
		sql("update sspr_prefill.row_problem set found = 3 where run = :id", this.run.id());
		assertThat(verify().findings()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "update sspr_prefill.audit set detail = 'nothing' where run = :id and event = 'sent'",
			"update sspr_prefill.audit set at = at + interval '1 second' where run = :id and event = 'planned'",
			"delete from sspr_prefill.audit where run = :id and event = 'answered'",
			"delete from sspr_prefill.audit where run = :id and event = 'begun'",
			"update sspr_prefill.audit set object_id = 'alex' where run = :id and event = 'confirmed'",
			"update sspr_prefill.change set state = 'REJECTED' where run = :id",
			"update sspr_prefill.change set value = previous_value.value from (select value from sspr_prefill.change limit 1) previous_value"
					+ " where run = :id",
			"update sspr_prefill.change set code = 'mended' where run = :id",
			"delete from sspr_prefill.change where run = :id",
			"insert into sspr_prefill.change (run, tenant, object_id, kind, action, reason, state, value, fingerprint) select run,"
					+ " tenant, 'alex', kind, action, reason, state, value, fingerprint from sspr_prefill.change where run = :id",
			"update sspr_prefill.decision set mobile_reason = 'replace-configured' where run = :id",
			"delete from sspr_prefill.decision where run = :id",
			"update sspr_prefill.run set exit_code = 4 where id = :id" })
	void noticesWhateverWasAltered(String tampering) throws SQLException {
		this.ledger.changes().plan(this.runs.begin(RunMode.RUN), List.of(Wishes.add("pat", MethodKind.MOBILE, 3)));
		workTheNight();
		assertThat(verify().findings()).isEmpty();
		sql(tampering, this.run.id());
		assertThat(verify().findings()).as(tampering).isNotEmpty();
	}

	@Test
	void keepsWhatAnUndoThatBrokeOffStillNeeds() {
		this.runs.finish(this.run);
		RunRecord undo = this.runs.begin(RunMode.UNDO, Runs.START, Optional.of(this.run.id()));
		Instant later = Runs.START.plusSeconds(3600);
		assertThat(this.ledger.purges().endedBefore(this.runs.name(), this.runs.name(), later))
			.as("an undo that wrote nothing loses nothing")
			.containsExactly(this.run.id());
		this.ledger.runs().note(undo.id(), Fact.WRITING, true);
		assertThat(this.ledger.purges().endedBefore(this.runs.name(), this.runs.name(), later)).isEmpty();
		this.runs.finish(undo);
		assertThat(this.ledger.purges().endedBefore(this.runs.name(), this.runs.name(), later))
			.containsExactlyInAnyOrder(this.run.id(), undo.id());
	}

	@Test
	void purgesTheBeginningWithoutBreakingTheRest() throws SQLException {
		workTheNight();
		RunRecord next = this.runs.begin(RunMode.RUN);
		this.runs.finish(next);
		assertThat(this.ledger.purges().endedBefore(this.runs.name(), this.runs.name(), Runs.START)).isEmpty();
		assertThat(this.ledger.purges().endedBefore(this.runs.name(), this.runs.name(), Runs.START.plusSeconds(3600)))
			.containsExactlyInAnyOrder(this.run.id(), next.id());
		assertThat(this.ledger.purges().purge(this.runs.name(), List.of(this.run.id()), Runs.START)).isEqualTo(2 + 8);
		assertThat(this.ledger.purges().isPurged(this.run.id())).isTrue();
		assertThat(this.runs.changes(this.run)).isEmpty();
		assertThat(Runs.all(this.ledger.audit().about(this.runs.name(), new ObjectId("kim")))).isEmpty();
		assertThat(verify()).isEqualTo(new AuditVerdict(3, List.of()));
		assertThat(Sql.ask(SharedDatabase.dataSource(),
				"select count(*) from sspr_prefill.written_method where tenant = '" + this.runs.name() + "'"))
			.isEqualTo("1");
		sql("delete from sspr_prefill.audit where run = :id and event = 'begun'", next.id());
		assertThat(verify().findings()).hasSize(1);
	}

}
