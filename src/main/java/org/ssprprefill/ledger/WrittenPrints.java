package org.ssprprefill.ledger;

import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.vault.SealedValues;
import org.ssprprefill.vault.SealedValues.Origin;
import org.ssprprefill.vault.Vault;

/**
 * Brings the values that are ours under the present key, so that their fingerprints can
 * be compared with those of tonight's feed. There is something to do only after the key
 * was changed, and for values of versions until 1.0.
 */
final class WrittenPrints {

	private static final String STALE = """
			select object_id, kind, value, run, reason from sspr_prefill.written_method where tenant = ?
			and (fingerprint is null or encode(substring(value from 2 for 4), 'hex') <> ?)
			""";

	private final JdbcTemplate jdbc;

	private final Vault vault;

	WrittenPrints(JdbcTemplate jdbc, Vault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	void renew(String tenant) {
		List<Object[]> renewed = this.jdbc.query(STALE, (row, number) -> {
			MethodKind kind = MethodKind.of(row.getString("kind"));
			Origin origin = new Origin(row.getString("run"), row.getString("reason"), false);
			String user = row.getString("object_id");
			ContactValue value = SealedValues.remembered(this.vault, user, kind, row.getBytes("value"), origin);
			return new Object[] { SealedValues.remember(this.vault, user, value, kind, origin),
					SealedValues.fingerprint(this.vault, value), tenant, user, kind.word() };
		}, tenant, this.vault.keyId());
		this.jdbc.batchUpdate("update sspr_prefill.written_method set value = ?, fingerprint = ?"
				+ " where tenant = ? and object_id = ? and kind = ?", renewed);
	}

}
