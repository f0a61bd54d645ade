package org.ssprprefill.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.CopyWriter;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.database.Statistics;
import org.ssprprefill.run.RunRecord;

/** What coverage said about every person of the tenant. */
public final class VerdictStore {

	private final DataSource dataSource;

	private final JdbcTemplate jdbc;

	VerdictStore(DataSource dataSource) {
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
	}

	/**
	 * All people of the tenant.
	 * @param run the run
	 * @param scopeGroup the group that bounds the population
	 * @return the people, streamed in no given order
	 */
	public Cursor<PopulationMember> population(RunRecord run, Optional<ObjectId> scopeGroup) {
		Statistics.refresh(this.dataSource, "decision, written_method, group_member");
		List<String> decided = this.jdbc.queryForList(PopulationQuery.DECIDED, String.class, run.tenant(), run.job(),
				run.id());
		Object[] facts = UserFacts.parameters(run, scopeGroup);
		Object[] parameters = new Object[facts.length + 2];
		parameters[0] = decided.isEmpty() ? null : decided.get(0);
		parameters[1] = run.tenant();
		System.arraycopy(facts, 0, parameters, 2, facts.length);
		return Cursor.open(this.dataSource, PopulationQuery.SQL, (row) -> PopulationQuery.map(row, run.rolesReadable()),
				parameters);
	}

	/**
	 * Forgets the verdicts of a run, before it measures anew.
	 * @param run the run's id
	 */
	public void forget(String run) {
		this.jdbc.update("delete from sspr_prefill.verdict where run = ?", run);
	}

	/**
	 * Keeps verdicts.
	 * @param run the run's id
	 * @param verdicts one a person
	 */
	public void keep(String run, List<? extends PersonVerdict> verdicts) {
		CopyWriter copy = new CopyWriter();
		for (PersonVerdict verdict : verdicts) {
			PopulationMember person = verdict.person();
			copy.column(run).column(person.id().value()).column(person.userPrincipalName());
			copy.column(person.employeeId().orElse(null)).column(verdict.licence()).column(verdict.canReset());
			copy.column(verdict.gap()).column(verdict.canReset2027()).column(verdict.remedy()).end();
		}
		copy.into(this.dataSource, "verdict (run, object_id, user_principal_name, employee_id, licence, can_reset,"
				+ " gap, can_reset_2027, remedy)");
	}

	/**
	 * How old the registration report is.
	 * @param run the run
	 * @return the time of its newest row; nothing where it could not be read, or is empty
	 */
	public Optional<Instant> reportAsOf(RunRecord run) {
		if (!run.reportReadable()) {
			return Optional.empty();
		}
		return Optional
			.ofNullable(this.jdbc.queryForObject("select max(as_of) from sspr_prefill.registration where tenant = ?",
					Timestamp.class, run.tenant()))
			.map(Timestamp::toInstant);
	}

	/**
	 * What coverage said about a person, in the words of the report.
	 *
	 * @param person the person
	 * @param licence what the licences entitle to
	 * @param canReset yes, no, unknown, or empty for people outside the population
	 * @param gap the first thing in the way, or empty
	 * @param canReset2027 the same after the last announced ending
	 * @param remedy what to do, or empty
	 */
	public record PersonVerdict(PopulationMember person, String licence, String canReset, String gap,
			String canReset2027, String remedy) {
	}

}
