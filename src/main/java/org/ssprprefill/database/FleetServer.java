package org.ssprprefill.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import com.google.crypto.tink.subtle.Hkdf;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.Secret;

/**
 * The PostgreSQL of a fleet: the fleet's own tables, and for every tenant a schema with
 * its ledger that belongs to a role of the tenant's own. A tenant's role sees no other
 * schema.
 */
public final class FleetServer implements AutoCloseable {

	/** The most connections that one tenant's night takes. */
	public static final int CONNECTIONS_A_NIGHT = 8;

	/** The schema of the fleets' own tables. */
	public static final String SCHEMA = "sspr_fleet";

	private static final String TABLES = "db/fleet";

	private static final List<String> BATCH_SEQUENCES = List.of("batch_job_instance_seq", "batch_job_execution_seq",
			"batch_step_execution_seq");

	private final LedgerSettings settings;

	private final String url;

	private final PGSimpleDataSource source;

	private final HikariDataSource pool;

	private final DataSource connections;

	private final JdbcTemplate jdbc;

	private final Optional<EmbeddedServer> embedded;

	private FleetServer(LedgerSettings settings, PGSimpleDataSource source, Optional<EmbeddedServer> embedded) {
		this.settings = settings;
		this.source = source;
		this.embedded = embedded;
		this.url = embedded
			.map((server) -> "jdbc:postgresql://127.0.0.1:" + source.getPortNumbers()[0] + "/"
					+ source.getDatabaseName())
			.or(settings::url)
			.orElseThrow();
		source.setApplicationName("sspr-prefill fleet");
		source.setTcpKeepAlive(true);
		HikariConfig config = new HikariConfig();
		config.setPoolName("fleet");
		config.setDataSource(source);
		config.setMaximumPoolSize(settings.connections());
		config.setMinimumIdle(1);
		// A restart of the server must not end a worker
		config.setInitializationFailTimeout(-1);
		this.pool = new HikariDataSource(config);
		this.connections = NamedSchema.in(settings.schema(), this.pool);
		this.jdbc = new JdbcTemplate(this.connections);
	}

	/**
	 * Connects to the fleet's server, or starts the embedded one.
	 * @param settings the fleet's {@code database}
	 * @param home the home folder, for the embedded server
	 * @param nights how many nights there are side by side in this process
	 * @return the server, to be closed
	 * @throws HomeBusyException if another process runs the home's embedded server
	 * @throws LedgerException if it cannot be used, with the remedy
	 */
	public static FleetServer open(LedgerSettings settings, Home home, int nights) {
		if (settings.url().isPresent()) {
			PGSimpleDataSource source = OwnServer.connections(settings.url().get(), settings);
			OwnServer.check(source, settings.schema());
			return new FleetServer(settings, source, Optional.empty());
		}
		EmbeddedServer server = EmbeddedServer.start(home, nights * CONNECTIONS_A_NIGHT + 4 * settings.connections());
		try {
			FleetServer fleet = new FleetServer(settings, server.connections(), Optional.of(server));
			fleet.migrate();
			return fleet;
		}
		catch (RuntimeException ex) {
			server.close();
			throw ex;
		}
	}

	/**
	 * Whether the program runs this server itself.
	 * @return {@code false} for an administrator's own server
	 */
	public boolean isEmbedded() {
		return this.embedded.isPresent();
	}

	/**
	 * Whether the fleet's tables are there and of this version.
	 * @return {@code false} where {@link #migrate} has something to do
	 */
	public boolean isMigrated() {
		try (OneTransaction whole = OneTransaction.begin(this.source)) {
			return LedgerTables.isUpToDate(whole.asDataSource(), this.settings.schema(), TABLES);
		}
	}

	/**
	 * Whether the fleet's tables are there, in whatever version.
	 * @return {@code false} for a new database
	 */
	public boolean isKnown() {
		return !this.jdbc.queryForList("select 1 where to_regclass('sspr_prefill.scheduled_tasks') is not null")
			.isEmpty();
	}

	/**
	 * Brings the fleet's own tables up to date.
	 * @throws LedgerTablesException if they cannot be, with the remedy
	 */
	public void migrate() {
		try (OneTransaction whole = OneTransaction.begin(this.source)) {
			LedgerTables.migrate(whole.asDataSource(), this.settings.schema(), TABLES);
			whole.commit();
		}
	}

	/**
	 * Connections to the fleet's own tables, which statements name as those of a ledger.
	 * @return a small pool
	 */
	public DataSource dataSource() {
		return this.connections;
	}

	/**
	 * Claims a tenant for an entry, whose lease the caller holds, so that a tenant
	 * entered under two names has one memory and one lease.
	 * @param organization the tenant's id
	 * @param fleet the fleet's name
	 * @param entry the entry's id
	 * @param schema the entry's schema
	 * @throws TenantClaimedException if the tenant's memory is another entry's
	 * @throws TenantBusyException if a job of its own in the same database is writing to
	 * the tenant
	 * @throws LedgerException if the database does not answer
	 */
	public void claim(String organization, String fleet, String entry, String schema) {
		new TenantClaims(this.pool, this.connections).claim(organization, fleet, entry, schema);
	}

	/**
	 * Makes a tenant's role and schema, where they are missing, and its ledger's tables.
	 * @param schema the name of both
	 * @throws LedgerException if the fleet's user may not
	 */
	public void provide(String schema) {
		try (Connection connection = this.source.getConnection(); Statement statement = connection.createStatement()) {
			if (!this.jdbc.queryForList("select 1 from pg_roles where rolname = ?", schema).isEmpty()) {
				statement.execute("alter role " + schema + " login");
			}
			else {
				statement.execute("create role " + schema + " login nosuperuser nocreatedb nocreaterole");
			}
			statement.execute("grant " + schema + " to current_user");
			Optional<Secret> password = password(schema);
			if (password.isPresent()) {
				connection.unwrap(PGConnection.class)
					.alterUserPassword(schema, password.get().inClear().toCharArray(), "scram-sha-256");
			}
			statement.execute("create schema if not exists " + schema + " authorization " + schema);
			statement.execute("alter role " + schema + " set search_path = " + schema);
		}
		catch (SQLException ex) {
			throw new LedgerException("The role and the schema of a tenant cannot be made (SQL state "
					+ ServerRefusal.state(ex) + "). Let the server's administrator grant CREATEROLE, and CREATE on "
					+ "the database, to the fleet's user.", ex);
		}
		tables(schema);
	}

	/**
	 * Spring Batch tells executions of one process apart by their ids alone, whatever
	 * database they come from, so that every ledger counts in a range of its own.
	 */
	private void tables(String schema) {
		PGSimpleDataSource tenant = OwnServer.connections(this.url, ledgerOf(schema, Optional.empty()));
		try (OneTransaction whole = OneTransaction.begin(tenant)) {
			LedgerTables.migrate(whole.asDataSource(), schema);
			whole.commit();
		}
		if (provides(schema)) {
			return;
		}
		long first = (UUID.nameUUIDFromBytes(schema.getBytes(StandardCharsets.UTF_8))
			.getMostSignificantBits() >>> 24 << 22) + 1;
		JdbcTemplate own = new JdbcTemplate(tenant);
		for (String sequence : BATCH_SEQUENCES) {
			own.execute("alter sequence " + schema + "." + sequence + " restart with " + first);
		}
		own.execute("comment on schema " + schema + " is 'A ledger of sspr-prefill'");
	}

	/**
	 * Whether a tenant's schema is there, with its tables.
	 * @param schema its name
	 * @return {@code false} where {@link #provide} has something to do
	 */
	public boolean provides(String schema) {
		return !this.jdbc
			.queryForList(
					"select 1 from pg_namespace where nspname = ? and obj_description(oid, 'pg_namespace') is not null",
					schema)
			.isEmpty();
	}

	/**
	 * Where a tenant's ledger is.
	 * @param schema the tenant's schema
	 * @param key the secret that its contact values are encrypted under
	 * @return settings that know this tenant's role only
	 */
	public LedgerSettings ledgerOf(String schema, Optional<Secret> key) {
		return new LedgerSettings(Optional.of(this.url), Optional.of(schema), password(schema), key, schema,
				CONNECTIONS_A_NIGHT);
	}

	/** Derived, so that every machine that knows the fleet's password knows it. */
	private Optional<Secret> password(String role) {
		return Optional.ofNullable(this.source.getPassword()).map((secret) -> {
			try {
				byte[] derived = Hkdf.computeHkdf("HMACSHA256", secret.getBytes(StandardCharsets.UTF_8), new byte[0],
						("sspr-prefill fleet role v1: " + role).getBytes(StandardCharsets.UTF_8), 32);
				return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(derived));
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException("This Java runtime lacks HMAC-SHA-256", ex);
			}
		});
	}

	@Override
	public void close() {
		this.pool.close();
		this.embedded.ifPresent(EmbeddedServer::close);
	}

}
