package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.MethodKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StatisticsTests {

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
	void saysSoWhereTablesCannotBeCounted() {
		assertThatExceptionOfType(LedgerException.class)
			.isThrownBy(() -> Statistics.refresh(SharedDatabase.dataSource(), "no_such_table"))
			.withMessageContaining("42P01");
	}

	@Test
	void countsBeforePeopleAreMeasured() throws Exception {
		RunRecord run = this.runs.begin(RunMode.RUN);
		String before = counted();
		this.runs.ledger().verdicts().population(run, Optional.empty()).close();
		assertThat(counted()).isNotEqualTo(before);
	}

	private static String counted() throws Exception {
		return Sql.ask(SharedDatabase.dataSource(),
				"select coalesce(last_analyze::text, '-') from pg_stat_all_tables where relname = 'decision'");
	}

}
