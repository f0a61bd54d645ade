package org.ssprprefill.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Organization;
import org.ssprprefill.vault.AlteredLedgerException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TenantNamesIT {

	private final JdbcTemplate jdbc = new JdbcTemplate(SharedDatabase.dataSource());

	private final Runs byId = new Runs();

	private final Runs byDomain = Runs.of(this.byId.name() + ".example");

	private final Ledger ledger = this.byId.ledger();

	private void wrote(Runs runs, String user, int value) {
		RunRecord run = runs.begin(RunMode.RUN);
		this.ledger.changes().plan(run, List.of(Wishes.add(user, MethodKind.MOBILE, value)));
		this.ledger.changes().confirm(runs.changes(run).stream().map(ChangeEntry::id).toList());
		runs.finish(run);
	}

	private void learn() {
		this.ledger.tenants().learn(new Organization(this.byId.name(), Set.of(this.byDomain.name()), false));
	}

	@Test
	void joinsTwoMemoriesAndTrailsOfOneTenant() {
		wrote(this.byDomain, "kim", 1);
		wrote(this.byDomain, "sam", 2);
		wrote(this.byId, "kim", 3);
		learn();
		assertThat(this.ledger.tenants().keyOf(this.byDomain.name().toUpperCase(Locale.ROOT)))
			.isEqualTo(this.byId.name());
		assertThat(this.ledger.audit().verify(this.byId.name()).findings()).isEmpty();
		assertThat(this.ledger.memory().of(this.byId.name(), new ObjectId("kim")).written())
			.extracting(PersonMemory.WrittenMethod::value)
			.containsExactly(Wishes.value(MethodKind.MOBILE, 3));
		assertThat(this.ledger.memory().of(this.byId.name(), new ObjectId("sam")).written()).hasSize(1);
		wrote(this.byId, "pat", 4);
		assertThat(this.ledger.audit().verify(this.byId.name()).findings()).isEmpty();
		assertThat(this.ledger.audit().verify(this.byId.name()).entries()).isEqualTo(4 * 4);
	}

	@Test
	void carriesNothingOverThatWasAltered() {
		wrote(this.byDomain, "kim", 1);
		this.jdbc.update("update sspr_prefill.audit set object_id = 'sam' where tenant = ? and object_id = 'kim'",
				this.byDomain.name());
		assertThatExceptionOfType(AlteredLedgerException.class).isThrownBy(this::learn);
		assertThat(this.ledger.tenants().keyOf(this.byDomain.name())).isEqualTo(this.byDomain.name());
		this.jdbc.update("delete from sspr_prefill.audit where tenant = ?", this.byDomain.name());
		this.jdbc.update("update sspr_prefill.run set tenant = 'gone' where tenant = ?", this.byDomain.name());
	}

	/** A new table that is kept by tenant must say what becomes of it. */
	@Test
	void knowsEveryTableThatIsKeptByTenant() {
		Set<String> known = new TreeSet<>(
				List.of("audit", "tenant_name", "tenant_lease", "arriving_user", "arriving_registration"));
		Stream.of(TenantNames.CARRIED, TenantNames.MERGED, TenantNames.REMEMBERED.keySet(), TenantNames.READ_AGAIN)
			.forEach(known::addAll);
		assertThat(this.jdbc.queryForList("select table_name from information_schema.columns"
				+ " where table_schema = current_schema() and column_name = 'tenant'", String.class))
			.as("TenantNames carries each of these tables over, or has it read again")
			.isSubsetOf(known);
	}

}
