package org.ssprprefill.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.SharedDatabase;

/**
 * A database of its own beside the shared one, for programs that are killed while they
 * use it, or whose disk fills up.
 */
public final class MortalDatabase implements AutoCloseable {

	private static final String NAME = "mortal";

	private static final String WRITES = "sspr_prefill_writes";

	private MortalDatabase() {
	}

	/**
	 * Makes the database, with the program's tables in it.
	 * @return the database
	 */
	public static MortalDatabase make() {
		run(SharedDatabase.dataSource(), "create database " + NAME);
		// Programs are killed here, not the server: what it has committed it keeps
		run(SharedDatabase.dataSource(), "alter database " + NAME + " set synchronous_commit = off");
		MortalDatabase database = new MortalDatabase();
		database.open(SharedDatabase.home().folder()).close();
		database.countWrites();
		return database;
	}

	/** Every statement that writes counts; the one at which the disk is full fails. */
	private void countWrites() {
		inside("create sequence " + WRITES);
		inside("""
				create function full_disk() returns trigger language plpgsql as $$
				begin
					if nextval('public.%s') >= current_setting('sspr.full_at', true)::bigint then
						raise exception 'could not extend file: No space left on device' using errcode = '53100';
					end if;
					return null;
				end $$""".formatted(WRITES));
		inside("""
				do $$ declare name text; begin
					for name in select tablename from pg_tables where schemaname = 'sspr_prefill' loop
						execute format('create trigger full_disk before insert or update or delete on sspr_prefill.%I'
							|| ' for each statement execute function full_disk()', name);
					end loop;
				end $$""");
		fillAt(Long.MAX_VALUE);
	}

	/**
	 * From now on the disk is full at a write.
	 * @param write which one, counted from 1; so are all after it
	 */
	public void fillAt(long write) {
		run(SharedDatabase.dataSource(), "alter database " + NAME + " set sspr.full_at = '" + write + "'");
		inside("select setval('" + WRITES + "', 1, false)");
	}

	/**
	 * How often was written since {@link #fillAt}.
	 * @return the statements that write
	 */
	public long writes() {
		try {
			return Long.parseLong(Sql.ask(source(), "select last_value from " + WRITES));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void inside(String sql) {
		run(source(), sql);
	}

	private static void run(DataSource source, String sql) {
		try {
			Sql.run(source, sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private DataSource source() {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(url());
		source.setUser("postgres");
		source.setPassword(SharedDatabase.access().get(1));
		return source;
	}

	/**
	 * Its address; the user is {@code postgres}.
	 * @return a JDBC URL without parameters
	 */
	public String url() {
		return SharedDatabase.access().get(0).replaceFirst("/[^/]*$", "/" + NAME);
	}

	/** Waits until PostgreSQL has noticed that a program is gone, with its locks. */
	public void endSessions() {
		run(SharedDatabase.dataSource(),
				"select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = '" + NAME + "'");
	}

	/**
	 * Opens the ledger in it.
	 * @param home a home with the ledger's key
	 * @return the ledger, to be closed
	 */
	public Ledger open(Path home) {
		List<String> access = SharedDatabase.access();
		return Ledger.open(new LedgerSettings(Optional.of(url()), Optional.of("postgres"),
				Optional.of(Secret.of(access.get(1))), Optional.empty()), Home.at(home));
	}

	@Override
	public void close() {
		endSessions();
		run(SharedDatabase.dataSource(), "drop database " + NAME);
	}

}
