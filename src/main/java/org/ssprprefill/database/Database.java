package org.ssprprefill.database;

import java.time.Duration;
import java.util.Optional;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The ledger's PostgreSQL: the administrator's own server, or one of this program's own
 * in the home folder. Its tables and Spring Batch's live in one schema and are up to date
 * once it is open.
 */
public final class Database implements AutoCloseable {

	/**
	 * The schema that statements name, because a pooler may give each transaction to
	 * another session: nothing is ever set for a session. A ledger in another schema has
	 * it named on the way, see {@link NamedSchema}.
	 */
	public static final String SCHEMA = LedgerSettings.USUAL_SCHEMA;

	/**
	 * As long as a server takes to start again, unless {@code loginTimeout} in
	 * {@code ledger.url} says otherwise.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final HikariDataSource pool;

	private final DataSource connections;

	private final Optional<EmbeddedServer> embedded;

	Database(HikariDataSource pool, String schema, Optional<EmbeddedServer> embedded) {
		this.pool = pool;
		this.connections = NamedSchema.in(schema, new OnePatience(pool));
		this.embedded = embedded;
	}

	/**
	 * Opens the ledger's database: connects to {@code ledger.url}, or starts the embedded
	 * server, and brings the tables up to date.
	 * @param settings where the ledger is
	 * @param home the home folder, for the embedded server
	 * @return the open database; close it before the process ends
	 * @throws HomeBusyException if another process runs the home's embedded server
	 * @throws LedgerException if the database cannot be used, with the remedy
	 */
	public static Database open(LedgerSettings settings, Home home) {
		if (settings.url().isPresent()) {
			PGSimpleDataSource source = OwnServer.connections(settings.url().get(), settings);
			OwnServer.check(named(source, settings), settings.schema());
			return migrated(source, settings, Optional.empty());
		}
		EmbeddedServer server = EmbeddedServer.start(home);
		try {
			return migrated(named(server.connections(), settings), settings, Optional.of(server));
		}
		catch (RuntimeException ex) {
			server.close();
			throw ex;
		}
	}

	private static PGSimpleDataSource named(PGSimpleDataSource source, LedgerSettings settings) {
		source.setApplicationName("sspr-prefill");
		source.setTcpKeepAlive(true);
		source.setReWriteBatchedInserts(true);
		return source;
	}

	private static Database migrated(PGSimpleDataSource source, LedgerSettings settings,
			Optional<EmbeddedServer> embedded) {
		try (OneTransaction whole = OneTransaction.begin(source)) {
			LedgerTables.migrate(whole.asDataSource(), settings.schema());
			whole.commit();
		}
		HikariConfig config = new HikariConfig();
		config.setPoolName("ledger");
		config.setDataSource(source);
		config.setMaximumPoolSize(settings.connections());
		config.setMinimumIdle(1);
		config.setConnectionTimeout((source.getLoginTimeout() > 0)
				? Duration.ofSeconds(source.getLoginTimeout()).toMillis() : PATIENCE.toMillis());
		return new Database(new HikariDataSource(config), settings.schema(), embedded);
	}

	/**
	 * Connections to the database, pooled, whose statements mean the ledger's schema. A
	 * server that does not answer is waited for once, usually for a minute.
	 * @return the pool, closed with this database
	 */
	public DataSource dataSource() {
		return this.connections;
	}

	/**
	 * Transactions that wait for the ledger alone.
	 * @return a transaction manager on {@link #dataSource()}
	 */
	public PlatformTransactionManager transactions() {
		return PatientTransactions.ofStore(dataSource());
	}

	/**
	 * Transactions that may wait for the tenant.
	 * @return a transaction manager on {@link #dataSource()}
	 */
	public PlatformTransactionManager patientTransactions() {
		return PatientTransactions.ofStep(dataSource());
	}

	/** Leaves all connections behind after one was lost, so that none is met again. */
	public void reconnect() {
		this.pool.getHikariPoolMXBean().softEvictConnections();
	}

	/**
	 * Lets other processes that want the home folder be told what this one does.
	 * @param work for people
	 */
	public void sign(String work) {
		this.embedded.ifPresent((server) -> server.sign(work));
	}

	/** Closes all connections and stops the embedded server. */
	@Override
	public void close() {
		this.pool.close();
		this.embedded.ifPresent(EmbeddedServer::close);
	}

}
