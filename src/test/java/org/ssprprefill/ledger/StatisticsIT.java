package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.database.Sql;
import org.ssprprefill.database.Statistics;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StatisticsIT {

	private final Runs runs = new Runs();

	@Test
	void tellsPostgresOfARunItHasNotSeen() throws Exception {
		RunRecord run = this.runs.begin(RunMode.RUN);
		List<PlannedChange> changes = new ArrayList<>();
		for (int person = 0; person < 300; person++) {
			changes.add(Wishes.add("person-" + person, MethodKind.MOBILE, person % 100));
		}
		this.runs.ledger().changes().plan(run, changes);
		Statistics.refresh(SharedDatabase.dataSource(), "change, verdict");
		assertThat(Sql.ask(SharedDatabase.dataSource(),
				"select count(*) from pg_stats where tablename = 'change' and attname = 'run'"
						+ " and most_common_vals::text like '%" + run.id() + "%'"))
			.isEqualTo("1");
	}

	@Test
	void findsWhatWasJustPlannedByItsNumbers() {
		RunRecord run = this.runs.begin(RunMode.RUN);
		this.runs.ledger().changes().plan(run, List.of(Wishes.add("kim", MethodKind.MOBILE, 1)));
		NamedParameterJdbcTemplate jdbc = new NamedParameterJdbcTemplate(SharedDatabase.dataSource());
		new TransactionTemplate(new JdbcTransactionManager(SharedDatabase.dataSource()))
			.executeWithoutResult((status) -> {
				jdbc.getJdbcOperations().execute("set local enable_seqscan = off");
				assertThat(jdbc.queryForList("explain select * from sspr_prefill.change c where " + ChangeAudit.PLANNED,
						Map.of("run", run.id(), "after", 0), String.class))
					.anyMatch((line) -> line.contains("change_pkey"));
			});
	}

	@Test
	void countsBeforeChangesAreWeighedAgain() throws Exception {
		RunRecord run = this.runs.begin(RunMode.RUN);
		String before = counted("change");
		this.runs.ledger().peopleOfPlan(run, run.id(), Optional.empty(), 0).close();
		assertThat(counted("change")).isNotEqualTo(before);
	}

	@Test
	void saysSoWhereTablesCannotBeCounted() {
		assertThatExceptionOfType(LedgerException.class)
			.isThrownBy(() -> Statistics.refresh(SharedDatabase.dataSource(), "no_such_table"))
			.withMessageContaining("42P01");
	}

	@Test
	void countsBeforePeopleAreMeasured() throws Exception {
		RunRecord run = this.runs.begin(RunMode.RUN);
		String before = counted("decision");
		this.runs.ledger().verdicts().population(run, Optional.empty()).close();
		assertThat(counted("decision")).isNotEqualTo(before);
	}

	private static String counted(String table) throws Exception {
		return Sql.ask(SharedDatabase.dataSource(),
				"select coalesce(last_analyze::text, '-') from pg_stat_all_tables where relname = '" + table + "'");
	}

}
