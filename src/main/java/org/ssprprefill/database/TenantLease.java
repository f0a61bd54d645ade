package org.ssprprefill.database;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.WritePermit;

/**
 * The right to write to a tenant: one run at a time, on whatever machine, as long as they
 * share a database. It is a row that its holder renews in short transactions, so that it
 * works through a connection pooler and outlives lost connections. The row's fence tells
 * holders apart: a holder that lost the lease cannot commit what it is about to send.
 *
 * <p>
 * A run that died is noticed within two minutes; at once on the same machine and in the
 * same home, whose lock file the operating system has freed then.
 */
public final class TenantLease implements WritePermit, AutoCloseable {

	private final LeaseStore store;

	private final String tenant;

	private final long fence;

	private final LeaseTimes times;

	private final LeaseClock clock;

	private final ProcessLock place;

	private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "lease");
		thread.setDaemon(true);
		return thread;
	});

	private volatile LeaseClock.Reading renewed;

	private volatile boolean lost;

	private TenantLease(LeaseStore store, String tenant, Grant grant) {
		this.store = store;
		this.tenant = tenant;
		this.fence = grant.fence;
		this.times = grant.times;
		this.clock = grant.clock;
		this.place = grant.place;
		this.renewed = grant.at;
	}

	/**
	 * Takes the lease if it is free; never waits.
	 * @param database the ledger's database
	 * @param home the home folder of this process
	 * @param tenant the tenant's key, in any letter case
	 * @return the lease, renewed until it is closed
	 * @throws TenantBusyException if another run holds it
	 * @throws LedgerException if the database does not answer
	 */
	public static TenantLease acquire(DataSource database, Home home, String tenant) {
		return acquire(database, home, tenant, LeaseTimes.usual(), LeaseClock.ofThisMachine());
	}

	static TenantLease acquire(DataSource database, Home home, String tenant, LeaseTimes times, LeaseClock clock) {
		String key = tenant.toLowerCase(Locale.ROOT);
		Path file = home.lockOf(key);
		ProcessLock place = ProcessLock.take(file).orElseThrow(() -> new TenantBusyException(ProcessLock.holder(file)));
		try {
			LeaseStore store = new LeaseStore(database, key);
			LeaseClock.Reading at = clock.read();
			OptionalLong fence = store.take(host(), identity(file), times.term());
			if (fence.isEmpty()) {
				throw new TenantBusyException(store.holder());
			}
			requireNoFleet(database, key, store, fence.getAsLong());
			TenantLease lease = new TenantLease(store, key, new Grant(fence.getAsLong(), place, at, times, clock));
			lease.beat();
			return lease;
		}
		catch (RuntimeException ex) {
			place.close();
			throw (ex instanceof DataAccessException) ? new LedgerException(DatabaseTrouble.of(ex)
				.orElse("The right to write to the tenant cannot be taken. Check that the ledger's database runs."), ex)
					: ex;
		}
	}

	/** A fleet in the same database has leases of its own. */
	private static void requireNoFleet(DataSource database, String tenant, LeaseStore store, long fence) {
		try {
			TenantClaims.requireNoFleet(database, LedgerSettings.USUAL_SCHEMA, tenant);
		}
		catch (RuntimeException ex) {
			store.release(fence);
			throw ex;
		}
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (IOException ex) {
			return "a machine without a name";
		}
	}

	/**
	 * The lock file itself, wherever it is mounted, on a machine since it was booted: two
	 * processes that see the same one see each other's locks on it.
	 */
	private static String identity(Path file) {
		Path boot = Path.of("/proc/sys/kernel/random/boot_id");
		try {
			Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
			String machine = Files.isReadable(boot) ? Files.readString(boot).strip() : host();
			return machine + " " + Objects.requireNonNullElse(key, file.toRealPath());
		}
		catch (IOException ex) {
			throw new LedgerException("Cannot read " + file + ". Check the right to read the home folder.", ex);
		}
	}

	private void beat() {
		long every = this.times.renewal().toMillis();
		this.heart.scheduleWithFixedDelay(this::tryToRenew, every, every, TimeUnit.MILLISECONDS);
	}

	private void tryToRenew() {
		try {
			renewOnce();
		}
		catch (SQLException | RuntimeException ex) {
			// The next attempt may succeed; until then nothing leaves for long
			LoggerFactory.getLogger(TenantLease.class).debug("The lease could not be renewed", ex);
		}
	}

	private void renewOnce() throws SQLException {
		LeaseClock.Reading before = this.clock.read();
		if (!this.store.renew(this.fence, this.times.term())) {
			this.lost = true;
		}
		else if (before.nanos() - this.renewed.nanos() >= 0) {
			this.renewed = before;
		}
	}

	/**
	 * Renews the lease now, as after a pause of the process.
	 * @throws LeaseLostException if another run has taken it over
	 * @throws LedgerException if the database does not answer
	 */
	public void renew() {
		try {
			renewOnce();
		}
		catch (SQLException ex) {
			throw new LedgerException(DatabaseTrouble.of(ex)
				.orElse("The right to write to the tenant cannot be renewed (SQL state " + ex.getSQLState() + ")."),
					ex);
		}
		requireHeld();
	}

	/**
	 * Whether a write may leave now: the lease was renewed a short while ago by every
	 * clock of this machine, so that no other run can have taken it over before an
	 * exchange that begins now has ended.
	 */
	@Override
	public boolean holds() {
		return !this.lost && this.clock.isWithin(this.renewed, this.times.writing());
	}

	/**
	 * Goes on only if no other run is known to have taken over the lease.
	 * @throws LeaseLostException if one has
	 */
	public void requireHeld() {
		if (this.lost) {
			throw new LeaseLostException();
		}
	}

	/**
	 * Makes sure that the lease stays this holder's until the caller's transaction ends.
	 * @param transaction the caller's
	 * @throws LeaseLostException if another run has taken it over
	 */
	public void requireHeld(JdbcTemplate transaction) {
		if (this.lost || !LeaseStore.holds(transaction, this.tenant, this.fence)) {
			this.lost = true;
			throw new LeaseLostException();
		}
	}

	/**
	 * Lets other runs be told which run holds the lease.
	 * @param run the run
	 */
	public void names(RunRecord run) {
		this.store.names(this.fence, run.id());
		this.place.sign(words(run));
	}

	/**
	 * What a process that begins with a run says of itself.
	 * @param run the run
	 * @return words for people
	 */
	public static String words(RunRecord run) {
		return "run " + run.id() + " of job " + run.job() + " (" + run.mode().word() + "), since "
				+ Instant.now().truncatedTo(ChronoUnit.SECONDS);
	}

	/** Gives the lease back; one that was lost, or cannot be given back, runs out. */
	@Override
	public void close() {
		this.heart.shutdownNow();
		try (this.place) {
			this.store.release(this.fence);
		}
		catch (DataAccessException ex) {
			LoggerFactory.getLogger(TenantLease.class).debug("The lease was not given back", ex);
		}
	}

	/** What a new holder begins with. */
	private record Grant(long fence, ProcessLock place, LeaseClock.Reading at, LeaseTimes times, LeaseClock clock) {
	}

}
