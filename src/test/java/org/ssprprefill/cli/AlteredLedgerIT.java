package org.ssprprefill.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.ledger.SharedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

/** Who can write to the ledger's database can still not choose who gets a number. */
@ExtendWith(Rehearsals.class)
class AlteredLedgerIT {

	private final Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2"), user("E3"), user("E4")))
		.feed("E1;06 12345631;one@example.org", "E2;06 12345632;", "E4;06 12345634;");

	private static void tamper(Outcome planned, String sql) {
		String run = "'" + planned.report().run().id() + "'";
		try (Connection connection = SharedDatabase.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql.replace(":run", run)
				.replace(":e1",
						"(select object_id from sspr_prefill.decision where run = " + run + " and employee_id = 'E1')")
				.replace(":e2",
						"(select object_id from sspr_prefill.decision where run = " + run + " and employee_id = 'E2')")
				.replace(":e3",
						"(select u.object_id from sspr_prefill.entra_user u join sspr_prefill.run r on r.tenant = u.tenant where r.id = "
								+ run + " and u.employee_id = 'E3')"));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"update sspr_prefill.change c set value = o.value, fingerprint = o.fingerprint from sspr_prefill.change o where c.run = :run"
					+ " and o.run = :run and c.kind = 'mobile' and o.kind = 'mobile' and c.object_id in (:e1, :e2)"
					+ " and o.object_id in (:e1, :e2) and o.id <> c.id",
			"update sspr_prefill.change set object_id = :e3 where run = :run and object_id = :e2",
			"update sspr_prefill.change set kind = 'office' where run = :run and object_id = :e2",
			"update sspr_prefill.change set action = 'update', reason = 'REPLACE_CONFIGURED' where run = :run and object_id = :e2",
			"update sspr_prefill.change set action = 'update' where run = :run and object_id = :e2",
			"insert into sspr_prefill.change (run, tenant, object_id, kind, action, reason, state, value, fingerprint) select run,"
					+ " tenant, :e3, kind, action, reason, state, value, fingerprint from sspr_prefill.change where run = :run limit 1",
			"delete from sspr_prefill.change where run = :run and object_id = :e2",
			"update sspr_prefill.run set plan_hash = repeat('0', 64) where id = :run",
			"update sspr_prefill.run set held = true where id = :run",
			"update sspr_prefill.audit set object_id = :e3 where run = :run and" + " object_id = :e2",
			"update sspr_prefill.decision set object_id = :e3 where run = :run and object_id = :e2",
			"update sspr_prefill.decision set keys = '{}' where run = :run and object_id = :e2" })
	void appliesNothingOfAPlanThatWasAltered(String sql) {
		Outcome plan = this.rehearsal.plan();
		tamper(plan, sql);
		assertThat(this.rehearsal.apply(plan, "--over-limit")).exitsWith(7)
			.wroteNothing()
			.says("The ledger was altered outside this program.");
	}

	@Test
	void saysInEveryRunAndInTheDoctorThatTheTrailIsBroken() {
		Outcome night = this.rehearsal.run();
		assertThat(night).exitsWith(0);
		tamper(night, "update sspr_prefill.audit set detail = 'x' where run = :run and event = 'sent'");
		this.rehearsal.feed("E3;06 12345633;");
		Outcome next = this.rehearsal.run();
		assertThat(next).exitsWith(7).wroteNothing().says("The trail breaks at entry");
		assertThat(next.report().checks()).anySatisfy((check) -> {
			assertThat(check.id()).isEqualTo("ledger-audit");
			assertThat(check.status()).isEqualTo("fail");
		});
		assertThat(this.rehearsal.undo(night)).exitsWith(7).wroteNothing();
		assertThat(this.rehearsal.launch("doctor", this.rehearsal.jobFile())).exitsWith(7);
	}

	@Test
	void takesBackNothingOfARunThatWasAltered() {
		Outcome night = this.rehearsal.run();
		tamper(night, "update sspr_prefill.change set object_id = :e3 where run = :run and object_id = :e2");
		assertThat(this.rehearsal.undo(night)).exitsWith(7).wroteNothing();
	}

}
