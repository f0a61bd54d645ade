package org.ssprprefill.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TenantLockTests {

	private static final String TENANT = "6e2b9f0a-0000-4000-8000-000000000001";

	@Test
	void letsOneRunAtATimeWriteToATenant() {
		Optional<TenantLock> first = TenantLock.tryAcquire(SharedDatabase.dataSource(), TENANT);
		assertThat(first).isPresent();
		assertThat(first.get().isHeld()).isTrue();
		assertThat(TenantLock.tryAcquire(SharedDatabase.dataSource(), TENANT.toUpperCase(Locale.ROOT))).isEmpty();
		first.get().close();
		assertThat(first.get().isHeld()).isFalse();
		TenantLock.tryAcquire(SharedDatabase.dataSource(), TENANT).orElseThrow().close();
	}

	@Test
	void letsRunsWriteToDifferentTenantsAtOnce() {
		List<Optional<TenantLock>> locks = List.of(TenantLock.tryAcquire(SharedDatabase.dataSource(), "contoso"),
				TenantLock.tryAcquire(SharedDatabase.dataSource(), "example"));
		assertThat(locks).allMatch(Optional::isPresent);
		locks.forEach((lock) -> lock.get().close());
	}

	@Test
	void freesTheTenantWhenTheHoldersSessionDies() throws Exception {
		TenantLock dead = TenantLock.tryAcquire(SharedDatabase.dataSource(), "dying").orElseThrow();
		Sql.ask(SharedDatabase.dataSource(),
				"select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()");
		assertThat(dead.isHeld()).isFalse();
		Optional<TenantLock> next = TenantLock.tryAcquire(SharedDatabase.dataSource(), "dying");
		assertThat(next).isPresent();
		dead.close();
		assertThat(next.get().isHeld()).isTrue();
		next.get().close();
	}

}
