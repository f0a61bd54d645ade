package org.ssprprefill.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.database.Statistics;

/** What the ledger can tell of a run afterwards, person by person and row by row. */
public final class ReportStore {

	private static final String PEOPLE = """
			select d.file, d.line, d.object_id, d.user_principal_name, d.employee_id, d.group_label, d.decision, d.reason,
				d.mobile_action, d.mobile_reason, d.office_action, d.office_reason, d.alternate_mobile_action,
				d.alternate_mobile_reason, d.email_action, d.email_reason,
				c.kinds, c.states, v.licence, v.can_reset, v.gap, v.can_reset_2027, v.remedy, d.number
			from sspr_prefill.decision d
			left join sspr_prefill.verdict v on v.run = d.run and v.object_id = d.object_id
			left join lateral (select array_agg(kind) kinds, array_agg(state) states from sspr_prefill.change
				where run = d.run and object_id = d.object_id) c on true
			where d.run = ?
			union all
			select null, null, v.object_id, v.user_principal_name, v.employee_id, null, 'no-row', null,
				s.mobile_action, s.mobile_reason, s.office_action, s.office_reason, s.alternate_mobile_action,
				s.alternate_mobile_reason, s.email_action, s.email_reason,
				s.kinds, s.states, v.licence, v.can_reset, v.gap, v.can_reset_2027, v.remedy, null
			from sspr_prefill.verdict v
			left join (select object_id, array_agg(kind) kinds, array_agg(state) states{sent}
				from sspr_prefill.change where run = ? and attempts > 0 group by object_id) s on s.object_id = v.object_id
			where v.run = ? and not exists (select 1 from sspr_prefill.decision d where d.run = v.run and d.object_id = v.object_id)
			order by 1 nulls last, 24, 4
			"""
		.replace("{sent}", sent());

	private final DataSource dataSource;

	private final JdbcTemplate jdbc;

	ReportStore(DataSource dataSource) {
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
	}

	/**
	 * A line for every accepted row and for every person without a row.
	 * @param run the run's id
	 * @return the lines, in the order of files and rows, then of names
	 */
	public Cursor<PersonEntry> people(String run) {
		Statistics.refresh(this.dataSource, "decision, change, verdict");
		return Cursor.open(this.dataSource, PEOPLE, ReportStore::person, run, run, run);
	}

	/** What was sent before the run was interrupted, and the row withdrawn. */
	private static String sent() {
		StringBuilder columns = new StringBuilder();
		for (MethodKind kind : MethodKind.values()) {
			String column = kind.word().replace('-', '_');
			String which = ") filter (where kind = '" + kind.word() + "') " + column;
			columns.append(", max(action").append(which).append("_action");
			columns.append(", max(replace(lower(reason), '_', '-')").append(which).append("_reason");
		}
		return columns.toString();
	}

	/**
	 * Every row problem of a run.
	 * @param run the run's id
	 * @return the problems, in the order of files and rows
	 */
	public Cursor<ProblemEntry> problems(String run) {
		return Cursor.open(this.dataSource,
				"select * from sspr_prefill.row_problem where run = ? order by file collate \"C\", number, ordinal",
				ReportStore::problem, run);
	}

	/**
	 * Every row problem of one file of a run.
	 * @param run the run's id
	 * @param file the file's name
	 * @return the problems, in the order of rows
	 */
	public Cursor<ProblemEntry> problems(String run, String file) {
		return Cursor.open(this.dataSource,
				"select * from sspr_prefill.row_problem where run = ? and file = ? order by number, ordinal",
				ReportStore::problem, run, file);
	}

	private static ProblemEntry problem(ResultSet row) throws SQLException {
		return new ProblemEntry(row.getString("file"), row.getLong("line"), text(row, "employee_id"), text(row, "name"),
				row.getString("header"), row.getString("problem"), Math.max(1, row.getInt("found")),
				text(row, "detail"), Optional.ofNullable(row.getString("country")).map(Country::new));
	}

	/**
	 * The coverage of the job's finished runs, oldest first.
	 * @param job the job's name
	 * @param tenant the tenant's key
	 * @param limit how many of the newest
	 * @return one point a run
	 */
	public List<TrendPoint> trend(String job, String tenant, int limit) {
		return this.jdbc.query("select * from (select id, started_at, (report->'coverage'->>'percent')::float percent"
				+ " from sspr_prefill.run where job = ? and tenant = ? and finished_at is not null and report is not null"
				+ " and mode not in ('plan', 'undo_dry_run') order by started_at desc limit ?) t order by started_at",
				(row, number) -> {
					double percent = row.getDouble("percent");
					OptionalDouble measured = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(percent);
					return new TrendPoint(row.getString("id"), row.getTimestamp("started_at").toInstant(), measured);
				}, job, tenant, limit);
	}

	private static PersonEntry person(ResultSet row) throws SQLException {
		Map<MethodKind, MethodEntry> methods = new EnumMap<>(MethodKind.class);
		for (MethodKind kind : MethodKind.values()) {
			String column = kind.word().replace('-', '_');
			String action = text(row, column + "_action");
			if (!action.isEmpty()) {
				methods.put(kind, new MethodEntry(action, text(row, column + "_reason"),
						("none".equals(action)) ? "" : outcome(row, kind)));
			}
		}
		long number = row.getLong("line");
		OptionalLong line = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
		return new PersonEntry(text(row, "file"), line, text(row, "object_id"), text(row, "user_principal_name"),
				text(row, "employee_id"), text(row, "group_label"), row.getString("decision"), text(row, "reason"),
				methods, text(row, "licence"), text(row, "can_reset"), text(row, "gap"), text(row, "can_reset_2027"),
				text(row, "remedy"));
	}

	private static String outcome(ResultSet row, MethodKind kind) throws SQLException {
		Array kinds = row.getArray("kinds");
		if (kinds == null) {
			return "";
		}
		int index = List.of((String[]) kinds.getArray()).indexOf(kind.word());
		return (index < 0) ? "" : ChangeState.valueOf(((String[]) row.getArray("states").getArray())[index]).word();
	}

	private static String text(ResultSet row, String column) throws SQLException {
		@Nullable String value = row.getString(column);
		return Optional.ofNullable(value).orElse("");
	}

	/**
	 * A person of a run; text that has nothing to say is empty.
	 *
	 * @param file the file of the row
	 * @param line the line of the row
	 * @param objectId the object id
	 * @param userPrincipalName the sign-in name
	 * @param employeeId HR's number
	 * @param group what coverage is broken down by
	 * @param decision matched or not
	 * @param reason why protected or out of scope
	 * @param methods what was decided and done, by method
	 * @param licence what the licences entitle to
	 * @param canReset yes, no or unknown
	 * @param gap the first thing in the way
	 * @param canReset2027 the same after the last announced ending
	 * @param remedy what to do
	 */
	public record PersonEntry(String file, OptionalLong line, String objectId, String userPrincipalName,
			String employeeId, String group, String decision, String reason, Map<MethodKind, MethodEntry> methods,
			String licence, String canReset, String gap, String canReset2027, String remedy) {
	}

	/**
	 * What was decided and done about one method.
	 *
	 * @param action the action's word
	 * @param reason the reason's word
	 * @param outcome the outcome's word, or empty
	 */
	public record MethodEntry(String action, String reason, String outcome) {
	}

	/**
	 * A row problem.
	 *
	 * @param file the file's name
	 * @param line the line in the file
	 * @param employeeId HR's number, or empty
	 * @param name the person's name, or empty
	 * @param column HR's own header, or empty
	 * @param problem the problem's word
	 * @param found how many values stand in the cell; 1 unless there are several
	 * @param detail what its sentence needs besides, or empty
	 * @param country whose numbers HR would write into the row
	 */
	public record ProblemEntry(String file, long line, String employeeId, String name, String column, String problem,
			int found, String detail, Optional<Country> country) {
	}

	/**
	 * The coverage of one run.
	 *
	 * @param run the run's id
	 * @param at when it started
	 * @param percent the share of people who could reset
	 */
	public record TrendPoint(String run, Instant at, OptionalDouble percent) {
	}

}
