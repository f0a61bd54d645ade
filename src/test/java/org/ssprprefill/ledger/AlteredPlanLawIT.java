package org.ssprprefill.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.vault.AlteredLedgerException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However the rows of a plan are altered between plan and apply: the plan is refused, and
 * no value ever comes out for another person or method than it was planned for.
 */
class AlteredPlanLawIT {

	private static final List<String> PEOPLE = List.of("kim", "sam", "pat");

	/** Every column that can be copied from one row to another. */
	private static final List<String> COLUMNS = List.of("object_id", "kind", "reason", "value", "fingerprint",
			"previous", "run", "state", "value, fingerprint", "value, fingerprint, previous, reason");

	@Provide
	Arbitrary<List<String>> columns() {
		return Arbitraries.of(COLUMNS).list().ofMinSize(1).ofMaxSize(3);
	}

	@Property(tries = 40)
	void neverGivesAPersonAnothersValue(@ForAll("columns") List<String> columns, @ForAll int from, @ForAll int to) {
		Runs runs = new Runs();
		RunRecord run = runs.begin(RunMode.RUN);
		Map<String, ContactValue> planned = new HashMap<>();
		for (RunRecord each : List.of(runs.begin(RunMode.PLAN), run)) {
			int value = each.equals(run) ? 10 : 20;
			for (String person : PEOPLE) {
				PlannedChange add = Wishes.add(person, MethodKind.MOBILE, value++);
				PlannedChange update = Wishes.update(person, MethodKind.OFFICE, value++, value++);
				runs.ledger().changes().plan(each, List.of(add, update));
				Stream.of(add, update)
					.forEach((change) -> planned.put(each.id() + change.user() + change.kind(), change.value()));
			}
		}
		JdbcTemplate jdbc = new JdbcTemplate(SharedDatabase.dataSource());
		String rows = "select id, row_number() over (order by id) - 1 place, count(*) over () size, c.* from sspr_prefill.change c"
				+ " where tenant = '" + runs.name() + "'";
		int altered = 0;
		for (String column : columns) {
			String set = Stream.of(column.split(", "))
				.map((one) -> one + " = o." + one)
				.reduce((a, b) -> a + ", " + b)
				.orElseThrow();
			String differs = Stream.of(column.split(", "))
				.map((one) -> "c." + one + " is distinct from o." + one)
				.reduce((a, b) -> a + " or " + b)
				.orElseThrow();
			try {
				altered += jdbc.update("update sspr_prefill.change c set " + set + " from ("
						+ rows.replace("select id,", "select") + ") o, (" + rows.replace("select id,", "select")
						+ ") t where c.id = t.id and t.place = ? % t.size and o.place = ? % o.size" + " and (" + differs
						+ ")", Math.floorMod(to, 1000), Math.floorMod(from, 1000));
			}
			catch (DataIntegrityViolationException ex) {
				// The database itself refused it
			}
		}
		AuditVerdict verdict = runs.ledger().audit().verify(runs.name());
		if (altered > 0) {
			try {
				runs.changes(run)
					.forEach((change) -> assertThat(change.value())
						.isEqualTo(planned.get(run.id() + change.user() + change.kind())));
			}
			catch (AlteredLedgerException ex) {
				assertThat(verdict.findings()).isNotEmpty();
			}
		}
		else {
			assertThat(verdict.findings()).isEmpty();
		}
	}

}
