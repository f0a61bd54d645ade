package org.ssprprefill.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.vault.AlteredLedgerException;
import org.ssprprefill.vault.Vault;

/**
 * What was decided and done on each tenant, one entry after the other. Every entry
 * carries a keyed hash (HMAC-SHA-256) of itself and of the entry before, so that an entry
 * cannot be altered, added or taken out unnoticed without the ledger's key.
 */
public final class AuditTrail {

	private static final String INSERT = """
			insert into sspr_prefill.audit (tenant, at, key_id, number, run, event, object_id, kind, change, detail, hash)
			select ?, ?, ?, e.* from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
			?::text[], ?::bytea[]) e
			""";

	/**
	 * One writer at a time, or two entries would follow the same one. Two statements in
	 * one exchange with the server; the second sees what the writer before has committed.
	 */
	private static final String LAST = "select pg_advisory_xact_lock(hashtext('sspr-prefill audit'), hashtext(?));"
			+ " select number, hash from sspr_prefill.audit where tenant = ? order by number desc limit 1";

	private final DataSource dataSource;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Vault vault;

	AuditTrail(DataSource dataSource, TransactionTemplate transaction, Vault vault) {
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
		this.transaction = transaction;
		this.vault = vault;
	}

	/**
	 * Enters notes in the caller's transaction: they stand or fall with what they tell.
	 */
	void append(String tenant, List<AuditNote> notes) {
		if (notes.isEmpty()) {
			return;
		}
		this.transaction.executeWithoutResult((status) -> {
			AuditLink last = last(tenant);
			// A database keeps microseconds
			Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
			List<AuditEntry> entries = new ArrayList<>();
			List<byte[]> hashes = new ArrayList<>();
			for (AuditNote note : notes) {
				AuditEntry entry = AuditEntry.of(last.number() + 1, now, note);
				last = last.next(this.vault, entry);
				entries.add(entry);
				hashes.add(last.hash());
			}
			this.jdbc.update(INSERT, tenant, Timestamp.from(now), this.vault.keyId(),
					column(Long[]::new, entries, AuditEntry::number), column(String[]::new, entries, AuditEntry::run),
					column(String[]::new, entries, AuditEntry::event),
					column(String[]::new, entries, AuditEntry::objectId),
					column(String[]::new, entries, AuditEntry::kind), column(Long[]::new, entries, AuditEntry::change),
					column(String[]::new, entries, AuditEntry::detail), hashes.toArray(byte[][]::new));
		});
	}

	private static <T> T[] column(IntFunction<T[]> type, List<AuditEntry> entries, Function<AuditEntry, T> value) {
		return entries.stream().map(value).toArray(type);
	}

	/**
	 * Cuts the beginning of a trail off, as far as all runs in it were purged, and enters
	 * where the rest begins.
	 */
	long purge(String tenant, String run) {
		List<AuditLink> cut = this.jdbc
			.query("select number, hash from sspr_prefill.audit where tenant = ? and number < coalesce("
					+ "(select min(a.number) from sspr_prefill.audit a left join sspr_prefill.run r on r.id = a.run where a.tenant = ?"
					+ " and a.event <> 'purged' and r.purged_at is null), 9223372036854775807) order by number desc limit 1",
					(row, number) -> new AuditLink(row.getLong(1), row.getBytes(2)), tenant, tenant);
		if (cut.isEmpty()) {
			return 0;
		}
		append(tenant, List.of(AuditNote.of(run, "purged", cut.get(0).text())));
		return this.jdbc.update("delete from sspr_prefill.audit where tenant = ? and number <= ?", tenant,
				cut.get(0).number());
	}

	/**
	 * Puts the trail of a tenant's other name behind the trail under its id, each entry
	 * hashed anew behind the one before. A trail that was altered is not carried over.
	 */
	void carryOver(String name, String tenant) {
		List<String> findings = verify(name).findings();
		if (!findings.isEmpty()) {
			throw new AlteredLedgerException(String.join(" ", findings));
		}
		AuditLink[] last = { last(tenant) };
		this.jdbc.update("delete from sspr_prefill.audit where tenant = ? and event = 'purged'", name);
		List<Object[]> moved = new ArrayList<>();
		this.jdbc.query("select * from sspr_prefill.audit where tenant = ? order by number", (row) -> {
			AuditEntry old = AuditEntry.of(row);
			AuditEntry entry = AuditEntry.of(last[0].number() + 1, old.at(), old.note());
			last[0] = last[0].next(this.vault, entry);
			moved.add(new Object[] { tenant, entry.number(), last[0].hash(), this.vault.keyId(), name, old.number() });
		}, name);
		this.jdbc.batchUpdate("update sspr_prefill.audit set tenant = ?, number = ?, hash = ?, key_id = ?"
				+ " where tenant = ? and number = ?", moved);
	}

	private AuditLink last(String tenant) {
		return Objects.requireNonNull(this.jdbc.execute(LAST, (PreparedStatement statement) -> {
			statement.setString(1, tenant);
			statement.setString(2, tenant);
			statement.execute();
			statement.getMoreResults();
			try (ResultSet row = statement.getResultSet()) {
				return row.next() ? new AuditLink(row.getLong(1), row.getBytes(2)) : AuditLink.FIRST;
			}
		}));
	}

	/**
	 * Everything that was decided and done in a run.
	 * @param run the run's id
	 * @return the entries, in the order of events
	 */
	public Cursor<AuditEntry> of(String run) {
		return Cursor.open(this.dataSource, "select * from sspr_prefill.audit where run = ? order by number",
				AuditEntry::of, run);
	}

	/**
	 * Everything that was decided and done about a person.
	 * @param tenant the tenant's key
	 * @param person the person
	 * @return the entries, in the order of events
	 */
	public Cursor<AuditEntry> about(String tenant, ObjectId person) {
		return Cursor.open(this.dataSource,
				"select * from sspr_prefill.audit where tenant = ? and object_id = ? order by number", AuditEntry::of,
				tenant, person.value());
	}

	/**
	 * Looks for entries, changes and decisions that were altered outside this program.
	 * @param tenant the tenant's key
	 * @return what was found
	 */
	public AuditVerdict verify(String tenant) {
		return new AuditInspection(this.dataSource, this.vault).inspect(tenant);
	}

	/**
	 * Looks for altered entries, and for alterations of the runs that are about to work
	 * on.
	 * @param tenant the tenant's key
	 * @param runs the runs' ids
	 * @return what was found
	 */
	public AuditVerdict verify(String tenant, List<String> runs) {
		return new AuditInspection(this.dataSource, this.vault).inspect(tenant, runs);
	}

	/**
	 * Refuses to go on with a run that was altered. Reads no further back than it began.
	 * @param run the run
	 * @throws AlteredLedgerException if its plan, its changes or its entries are not as
	 * this program wrote them
	 */
	public void prove(RunRecord run) {
		List<String> findings = new AuditInspection(this.dataSource, this.vault).inspect(run.tenant(), run.id())
			.findings();
		if (!findings.isEmpty()) {
			throw new AlteredLedgerException(String.join(" ", findings));
		}
	}

}
