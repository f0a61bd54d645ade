package org.ssprprefill.ledger;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ssprprefill.database.Sql;
import org.ssprprefill.ledger.RunDocuments.Document;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Traffic;

import static org.assertj.core.api.Assertions.assertThat;

class RunStoreIT {

	private final Runs runs = new Runs();

	private final RunStore store = this.runs.ledger().runs();

	@Test
	void givesARunBackAsItBegan() {
		RunRecord plan = this.runs.begin(RunMode.PLAN);
		RunRecord apply = this.runs.begin(RunMode.APPLY, Runs.START, Optional.of(plan.id()));
		assertThat(apply.mode()).isEqualTo(RunMode.APPLY);
		assertThat(apply.concerns()).contains(plan.id());
		assertThat(apply.startedAt()).isEqualTo(Runs.START);
		assertThat(apply.exitCode()).isEmpty();
		assertThat(plan.concerns()).isEmpty();
		assertThat(this.store.appliedBy(plan.id())).contains(apply);
	}

	@Test
	void endsARunForGood() {
		RunRecord run = this.runs.begin(RunMode.RUN);
		assertThat(this.store.unfinished(this.runs.name(), this.runs.name())).containsExactly(run);
		this.store.finish(run.id(), "attention", 4, Runs.START.plusSeconds(9));
		assertThat(this.runs.now(run.id()).exitCode()).hasValue(4);
		assertThat(this.runs.now(run.id()).finishedAt()).contains(Runs.START.plusSeconds(9));
		assertThat(this.store.unfinished(this.runs.name(), this.runs.name())).isEmpty();
	}

	@Test
	void tellsHistoryNewestFirst() {
		RunRecord first = this.runs.begin(RunMode.RUN);
		RunRecord second = this.runs.begin(RunMode.RUN, Runs.START.plus(Duration.ofDays(1)), Optional.empty());
		assertThat(this.store.history(this.runs.name(), this.runs.name(), 5)).containsExactly(second, first);
		assertThat(this.store.history(this.runs.name(), this.runs.name(), 1)).containsExactly(second);
	}

	@ParameterizedTest
	@EnumSource
	void keepsEveryFact(Fact fact) {
		RunRecord run = this.runs.begin(RunMode.RUN);
		this.store.note(run.id(), fact, fact != Fact.ROLES_READABLE);
		RunRecord now = this.runs.now(run.id());
		boolean kept = switch (fact) {
			case REFUSED -> now.refused();
			case CLOSED -> now.closed();
			case HELD -> now.held();
			case WRITING -> now.writing();
			case ROLES_READABLE -> !now.rolesReadable();
			case REPORT_READABLE -> now.reportReadable();
		};
		assertThat(kept).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void keepsEveryDocument(Document document) {
		RunRecord run = this.runs.begin(RunMode.RUN);
		assertThat(papers().read(run.id(), document)).isEmpty();
		papers().keep(run.id(), document, "{\"a\": \"\\\\\"}");
		papers().keep(run.id(), document, "{\"b\": 1}");
		assertThat(papers().read(run.id(), document)).contains("{\"b\": 1}");
	}

	@Test
	void keepsOneAnswerACheckInTheOrderOfAsking() {
		RunRecord run = this.runs.begin(RunMode.RUN);
		papers().check(run.id(), "z", "{\"n\": 1}");
		papers().check(run.id(), "a", "{\"n\": 2}");
		papers().check(run.id(), "z", "{\"n\": 3}");
		assertThat(papers().checks(run.id())).containsExactly("{\"n\": 3}", "{\"n\": 2}");
	}

	@Test
	void addsTheTrafficOfAllProcesses() {
		RunRecord run = this.runs.begin(RunMode.RUN);
		papers().traffic(run.id(), "one", Runs.traffic(1));
		papers().traffic(run.id(), "one", Runs.traffic(10));
		papers().traffic(run.id(), "two", Runs.traffic(5));
		assertThat(papers().traffic(run.id())).isEqualTo(new Traffic(15, 4, 6, 8, 10, 12));
		assertThat(papers().traffic("no such run")).isEqualTo(Traffic.NONE);
	}

	@Test
	void keepsThePlansHashAndItsRelease() throws Exception {
		RunRecord run = this.runs.begin(RunMode.PLAN);
		this.store.planned(run.id(), "abc");
		this.store.released(run.id(), "kim@host");
		assertThat(this.runs.now(run.id()).planHash()).contains("abc");
		assertThat(Sql.ask(SharedDatabase.dataSource(),
				"select released_by from sspr_prefill.run where released_at is not null and id = '" + run.id() + "'"))
			.isEqualTo("kim@host");
	}

	private RunDocuments papers() {
		return this.runs.ledger().papers();
	}

}
