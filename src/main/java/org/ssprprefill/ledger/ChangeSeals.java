package org.ssprprefill.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.vault.AlteredLedgerException;
import org.ssprprefill.vault.SealedValues;
import org.ssprprefill.vault.Vault;

/**
 * Opens the values of changes: only as part of the run, person, method and action they
 * were planned for. A change of a version until 1.0, whose values are bound to the method
 * alone, is believed where a signed entry of the audit trail names that very change.
 */
final class ChangeSeals {

	private static final String ENTRIES = """
			select a.*, coalesce(b.hash, '') hash_before from sspr_prefill.audit a
			left join sspr_prefill.audit b on b.tenant = a.tenant and b.number = a.number - 1
			where a.tenant = ? and a.object_id = ? and a.run = ? and a.kind = ? and a.change = ?
			order by a.number limit 1
			""";

	private final JdbcTemplate jdbc;

	private final Vault vault;

	ChangeSeals(DataSource dataSource, Vault vault) {
		this.jdbc = new JdbcTemplate(dataSource);
		this.vault = vault;
	}

	/** The value to register, or to take away. */
	ContactValue value(ResultSet row) throws SQLException {
		return open(row, row.getBytes("value"), SealedValues.change(row.getString("run"), row.getString("object_id"),
				row.getString("kind"), reason(row)));
	}

	/** The value that was registered before. */
	Optional<ContactValue> previous(ResultSet row) throws SQLException {
		byte @Nullable [] sealed = row.getBytes("previous");
		if (sealed == null) {
			return Optional.empty();
		}
		return Optional.of(open(row, sealed, SealedValues.previous(row.getString("run"), row.getString("object_id"),
				row.getString("kind"), reason(row))));
	}

	private static Reason reason(ResultSet row) throws SQLException {
		return Reason.valueOf(row.getString("reason"));
	}

	private ContactValue open(ResultSet row, byte[] sealed, String context) throws SQLException {
		MethodKind kind = MethodKind.of(row.getString("kind"));
		Optional<ContactValue> bound = SealedValues.opened(this.vault, kind, sealed, context);
		if (bound.isPresent()) {
			return bound.get();
		}
		if (!isProven(row)) {
			throw new AlteredLedgerException("A change of run " + row.getString("run")
					+ " is not what was planned: its value belongs to another person, method or action.");
		}
		return SealedValues.open(this.vault, kind, sealed, SealedValues.unbound(kind.word()));
	}

	/** Whether the trail's first word about the change names these very values. */
	private boolean isProven(ResultSet row) throws SQLException {
		String values = row.getString("reason") + " " + row.getString("fingerprint") + " "
				+ sha256(row.getBytes("value"), row.getBytes("previous")) + " ";
		return this.jdbc
			.query(ENTRIES,
					(entry, number) -> this.vault.isSigned(entry.getString("key_id"), entry.getBytes("hash_before"),
							AuditLink.bytes(AuditEntry.of(entry)), entry.getBytes("hash"))
							&& entry.getString("detail").startsWith(values),
					row.getString("tenant"), row.getString("object_id"), row.getString("run"), row.getString("kind"),
					row.getLong("id"))
			.contains(true);
	}

	private static String sha256(byte[] value, byte @Nullable [] previous) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(value);
			return HexFormat.of().formatHex(digest.digest((previous != null) ? previous : new byte[0]));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java runtime has SHA-256", ex);
		}
	}

}
