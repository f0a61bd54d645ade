package org.ssprprefill.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.ledger.SharedDatabase;

import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

/**
 * That nobody is left in the ledger once all runs are purged, wherever people were put.
 */
@ExtendWith(Rehearsals.class)
class ForgettingIT {

	/** Tables with rows about people, by run; empty when the run is purged. */
	private static final List<String> BY_RUN = List.of("audit", "change", "decision", "excluded_user", "group_member",
			"row_problem", "shared_value", "staged_row", "verdict", "probe", "probe_write", "probe_look");

	/** Tables with rows about people, by tenant; empty when every run is purged. */
	private static final List<String> BY_TENANT = List.of("entra_user", "registration", "role_holder", "user_mark");

	/** On their way into the tables above; empty between two transactions. */
	private static final List<String> PASSED_THROUGH = List.of("arriving_user", "arriving_registration");

	/**
	 * What is ours in the tenant, sealed, or was found there stays as long as the person
	 * is in the tenant; whom the job excludes, as long as it says so.
	 */
	private static final List<String> OURS = List.of("written_method", "taken_back", "seen_method", "known_exclusion");

	/** Figures, files' names and checks. */
	private static final List<String> WITHOUT_PEOPLE = List.of("column_fill", "feed_file", "feed_phone", "run",
			"run_check", "run_traffic", "tenant_lease", "tenant_name", "vault_key", "flyway_schema_history");

	private final JdbcTemplate jdbc = new JdbcTemplate(SharedDatabase.dataSource());

	private final Rehearsal rehearsal = Rehearsal.of(tenant(user("700001"), user("700002"), user("700003")));

	private long rows(String table, String column, String value) {
		Long rows = this.jdbc.queryForObject("select count(*) from sspr_prefill." + table + " where " + column + " = ?",
				Long.class, value);
		return (rows != null) ? rows : 0;
	}

	@Test
	void everyTableIsKnownToHoldPeopleOrNot() {
		Set<String> tables = new TreeSet<>(this.jdbc
			.queryForList("select table_name from information_schema.tables where table_schema = 'sspr_prefill'"
					+ " and table_name not like 'batch%'", String.class));
		Assertions.assertThat(Stream.of(BY_RUN, BY_TENANT, PASSED_THROUGH, OURS, WITHOUT_PEOPLE).flatMap(List::stream))
			.containsExactlyInAnyOrderElementsOf(tables);
	}

	@Test
	void nobodyIsLeftWhereEveryRunIsPurged() {
		Outcome night = this.rehearsal
			.feed("700001;06 12345671;one@example.org", "700002;06 12345672;", "700003;06 12345673;",
					"700009;12;nobody@example.org")
			.run();
		String run = night.report().run().id();
		String organization = this.jdbc.queryForObject("select tenant from sspr_prefill.run where id = ?", String.class,
				run);
		for (String table : List.of("audit", "change", "decision", "row_problem", "verdict")) {
			Assertions.assertThat(rows(table, "run", run)).as(table).isPositive();
		}
		Assertions.assertThat(rows("entra_user", "tenant", organization)).isEqualTo(3);
		Assertions.assertThat(rows("written_method", "tenant", organization)).isEqualTo(4);
		Assertions.assertThat(rows("staged_row", "run", run)).isZero();
		this.rehearsal.tenant().remove("700003@contoso.com");
		assertThat(this.rehearsal.verify()).exitsWith(0);

		assertThat(this.rehearsal.command("purge", this.rehearsal.jobFile(), "--older-than", "0d")).exitsWith(0);
		for (String table : BY_RUN) {
			Assertions.assertThat(rows(table, "run", run)).as(table).isZero();
		}
		for (String table : BY_TENANT) {
			Assertions.assertThat(rows(table, "tenant", organization)).as(table).isZero();
		}
		// Who left is forgotten altogether; of the others, what is ours is known
		Assertions.assertThat(rows("written_method", "tenant", organization)).isEqualTo(3);
		for (String table : Stream.of(BY_RUN, WITHOUT_PEOPLE).flatMap(List::stream).toList()) {
			Assertions.assertThat(text(table, run)).as(table).noneMatch((row) -> row.contains("70000"));
		}
	}

	/** Everything that a table still says of a run. */
	private List<String> text(String table, String run) {
		boolean about = !this.jdbc
			.queryForList("select 1 from information_schema.columns where table_schema = 'sspr_prefill'"
					+ " and table_name = ? and column_name = 'run'", table)
			.isEmpty();
		String column = about ? "run" : table.equals("run") ? "id" : "";
		return column.isEmpty() ? List.of() : this.jdbc.queryForList(
				"select t::text from sspr_prefill." + table + " t where " + column + " = ?", String.class, run);
	}

}
