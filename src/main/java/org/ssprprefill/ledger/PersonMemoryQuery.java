package org.ssprprefill.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.PersonMemory.PastChange;
import org.ssprprefill.ledger.PersonMemory.PastDecision;
import org.ssprprefill.ledger.PersonMemory.WrittenMethod;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.vault.SealedValues;
import org.ssprprefill.vault.Vault;

/** Looks up what the ledger remembers of one person, over all runs. */
public final class PersonMemoryQuery {

	/**
	 * The rehearsal of an undo changes nothing, and restates decisions as an undo does.
	 */
	private static final String REHEARSAL = RunMode.UNDO_DRY_RUN.key();

	private final JdbcClient jdbc;

	private final Vault vault;

	PersonMemoryQuery(JdbcClient jdbc, Vault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	/**
	 * Looks one person up.
	 * @param tenant the tenant's key
	 * @param user the person
	 * @return what is remembered
	 */
	public PersonMemory of(String tenant, ObjectId user) {
		return new PersonMemory(written(tenant, user), changes(tenant, user), decision(tenant, user));
	}

	private List<WrittenMethod> written(String tenant, ObjectId user) {
		return this.jdbc.sql(
				"select kind, value, confirmed_at, run, reason from sspr_prefill.written_method where tenant = ? and object_id = ?"
						+ " order by confirmed_at, kind")
			.params(tenant, user.value())
			.query((row, number) -> {
				MethodKind kind = MethodKind.of(row.getString("kind"));
				return new WrittenMethod(kind,
						SealedValues.remembered(this.vault, user.value(), kind, row.getBytes("value"),
								new SealedValues.Origin(row.getString("run"), row.getString("reason"), false)),
						row.getTimestamp("confirmed_at").toInstant());
			})
			.list();
	}

	private List<PastChange> changes(String tenant, ObjectId user) {
		return this.jdbc.sql("""
				select distinct on (c.kind) c.kind, c.reason, c.state, c.status, c.code, r.id run, r.mode,
					coalesce(c.settled_at, c.sent_at, r.started_at) at
				from sspr_prefill.run r join sspr_prefill.change c on c.run = r.id and c.object_id = ?
				where r.tenant = ? and r.mode <> ? order by c.kind, r.started_at desc, c.id desc
				""").params(user.value(), tenant, REHEARSAL).query((row, number) -> change(row)).list();
	}

	private static PastChange change(ResultSet row) throws SQLException {
		return new PastChange(row.getString("run"), RunMode.of(row.getString("mode")) == RunMode.UNDO,
				MethodKind.of(row.getString("kind")), Reason.valueOf(row.getString("reason")).word(),
				ChangeState.valueOf(row.getString("state")), row.getInt("status"), text(row, "code"),
				row.getTimestamp("at").toInstant());
	}

	private Optional<PastDecision> decision(String tenant, ObjectId user) {
		return this.jdbc
			.sql("""
					select r.id run_id, r.started_at, d.*
					from sspr_prefill.run r join lateral (select * from sspr_prefill.decision n where n.run = r.id and n.object_id = ?
						order by n.file, n.number limit 1) d on true
					where r.tenant = ? and r.mode not in (?, ?) order by r.started_at desc, r.id desc limit 1
					""")
			.params(user.value(), tenant, RunMode.UNDO.key(), REHEARSAL)
			.query((row, number) -> decision(row))
			.optional();
	}

	private static PastDecision decision(ResultSet row) throws SQLException {
		Map<MethodKind, String> methods = new EnumMap<>(MethodKind.class);
		for (MethodKind kind : MethodKind.values()) {
			String column = kind.word().replace('-', '_');
			String action = text(row, column + "_action");
			if (!action.isEmpty()) {
				methods.put(kind, action + " (" + text(row, column + "_reason") + ")");
			}
		}
		return new PastDecision(row.getString("run_id"), row.getTimestamp("started_at").toInstant(),
				row.getString("file"), row.getLong("line"), row.getString("decision"), text(row, "reason"), methods);
	}

	private static String text(ResultSet row, String column) throws SQLException {
		@Nullable String value = row.getString(column);
		return Optional.ofNullable(value).orElse("");
	}

}
