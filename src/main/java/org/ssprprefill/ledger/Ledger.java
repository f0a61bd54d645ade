package org.ssprprefill.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.Database;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.HomeBusyException;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.database.LedgerSettings;
import org.ssprprefill.database.TenantLease;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.vault.Vault;

/** Everything the program remembers, on one database and under one key. */
public final class Ledger implements AutoCloseable {

	private final Database database;

	private final Vault vault;

	private final TransactionTemplate transaction;

	private final Optional<TenantLease> lease;

	Ledger(Database database, Vault vault) {
		this(database, vault, Optional.empty());
	}

	private Ledger(Database database, Vault vault, Optional<TenantLease> lease) {
		this.lease = lease;
		this.database = database;
		this.vault = vault;
		this.transaction = new TransactionTemplate(database.transactions());
	}

	/**
	 * Opens the ledger, starting the embedded server where no other is configured.
	 * @param settings where the ledger is
	 * @param home the home folder
	 * @return the open ledger
	 * @throws HomeBusyException if another process uses the embedded server
	 * @throws LedgerException if it cannot be opened, with the remedy
	 */
	public static Ledger open(LedgerSettings settings, Home home) {
		Database database = Database.open(settings, home);
		try {
			return new Ledger(database, Vault.open(settings, home, database.dataSource()));
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	/**
	 * The same ledger for a run that writes: its changes take no step once the lease is
	 * lost.
	 * @param held the right to write to the run's tenant
	 * @return the ledger, to be closed once
	 */
	public Ledger under(TenantLease held) {
		return new Ledger(this.database, this.vault, Optional.of(held));
	}

	/**
	 * The right to write to the tenant.
	 * @return the lease
	 * @throws IllegalStateException if this ledger was opened only to be read
	 */
	public TenantLease lease() {
		return this.lease.orElseThrow(() -> new IllegalStateException("No right to write was taken"));
	}

	/**
	 * Lets other commands be told which run is active.
	 * @param run the run
	 */
	public void announce(RunRecord run) {
		lease().names(run);
		this.database.sign(TenantLease.words(run));
	}

	/**
	 * The database, for Spring Batch's job repository.
	 * @return the pool
	 */
	public DataSource dataSource() {
		return this.database.dataSource();
	}

	/** Leaves all connections behind after one was lost, so that none is met again. */
	public void reconnect() {
		this.database.reconnect();
	}

	/**
	 * Transactions that may wait for the tenant.
	 * @return a transaction manager on {@link #dataSource()}
	 */
	public PlatformTransactionManager transactions() {
		return this.database.patientTransactions();
	}

	/**
	 * The key that contact values are stored under, for other files of the home folder.
	 * @return the vault
	 */
	public Vault vault() {
		return this.vault;
	}

	/**
	 * {@return the runs}
	 */
	public RunStore runs() {
		return new RunStore(JdbcClient.create(dataSource()), this.transaction,
				new RunAudit(new JdbcTemplate(dataSource()), audit()));
	}

	/**
	 * {@return the keys of tenants}
	 */
	public TenantNames tenants() {
		return new TenantNames(new JdbcTemplate(dataSource()), this.transaction, audit());
	}

	/**
	 * {@return what can be forgotten}
	 */
	public PurgeStore purges() {
		return new PurgeStore(new JdbcTemplate(dataSource()), this.transaction, audit());
	}

	/**
	 * {@return the audit trail}
	 */
	public AuditTrail audit() {
		return new AuditTrail(dataSource(), this.transaction, this.vault);
	}

	/**
	 * {@return what runs leave for their reports}
	 */
	public RunDocuments papers() {
		return new RunDocuments(JdbcClient.create(dataSource()));
	}

	/**
	 * {@return how much runs have decided and done}
	 */
	public RunFigures figures() {
		return new RunFigures(new JdbcTemplate(dataSource()));
	}

	/**
	 * {@return the feed files}
	 */
	public FeedFileStore files() {
		return new FeedFileStore(JdbcClient.create(dataSource()));
	}

	/**
	 * {@return the staged rows}
	 */
	public RowStore rows() {
		return new RowStore(dataSource(), this.vault);
	}

	/**
	 * {@return the users that staged rows belong to}
	 */
	public MatchStore matches() {
		return new MatchStore(dataSource(), this.vault);
	}

	/**
	 * The people of a run's feed.
	 * @param run the run
	 * @param scopeGroup the group that bounds the scope
	 * @return the people, streamed in a stable order
	 */
	public PersonRowsQuery peopleOfFeed(RunRecord run, Optional<ObjectId> scopeGroup) {
		return new PersonRowsQuery(dataSource(), this.vault, run, scopeGroup);
	}

	/**
	 * The people whose changes a kept plan holds, in their situation of tonight.
	 * @param run the applying run
	 * @param plan the run whose plan it is
	 * @param scopeGroup the group that bounds the scope
	 * @param employeeIdWidth to how many digits employee ids are padded on both sides
	 * before they are compared; 0 where leading zeros count
	 * @return the people, streamed in a stable order
	 */
	public PlannedPeopleQuery peopleOfPlan(RunRecord run, String plan, Optional<ObjectId> scopeGroup,
			int employeeIdWidth) {
		return new PlannedPeopleQuery(dataSource(), this.vault, run, plan, scopeGroup, employeeIdWidth);
	}

	/**
	 * {@return whom exclusions fit}
	 */
	public KnownExclusions exclusions() {
		return new KnownExclusions(dataSource());
	}

	List<PlannedPerson> peopleOfPlan(RunRecord run, Collection<ObjectId> users, Optional<ObjectId> scopeGroup,
			int employeeIdWidth) {
		try (PlannedPeopleQuery people = PlannedPeopleQuery.of(users, dataSource(), this.vault, run, scopeGroup,
				employeeIdWidth)) {
			return people.rest();
		}
	}

	/**
	 * {@return the tenant's snapshot}
	 */
	public SnapshotStore snapshot() {
		return new SnapshotStore(dataSource());
	}

	/**
	 * {@return where reading users ended}
	 */
	public UserMarkStore userMarks() {
		return new UserMarkStore(JdbcClient.create(dataSource()));
	}

	/**
	 * {@return the decisions}
	 */
	public DecisionStore decisions() {
		return new DecisionStore(dataSource());
	}

	/**
	 * {@return the changes}
	 */
	public ChangeStore changes() {
		return new ChangeStore(dataSource(), this.transaction, this.vault, this.lease);
	}

	/**
	 * {@return the probes of test accounts}
	 */
	public ProbeStore probes() {
		return new ProbeStore(dataSource(), this.transaction, this.vault, this.lease);
	}

	/**
	 * {@return the verdicts of coverage}
	 */
	public VerdictStore verdicts() {
		return new VerdictStore(dataSource());
	}

	/**
	 * {@return what is remembered of single people}
	 */
	public PersonMemoryQuery memory() {
		return new PersonMemoryQuery(JdbcClient.create(dataSource()), this.vault);
	}

	/**
	 * {@return what can be told of a run afterwards}
	 */
	public ReportStore reports() {
		return new ReportStore(dataSource());
	}

	@Override
	public void close() {
		this.database.close();
	}

}
