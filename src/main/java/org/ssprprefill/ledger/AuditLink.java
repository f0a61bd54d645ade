package org.ssprprefill.ledger;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.ssprprefill.vault.Vault;

/** Where a trail of audit entries has come to: the last entry's number and hash. */
record AuditLink(long number, byte[] hash) {

	/** Before the first entry. */
	static final AuditLink FIRST = new AuditLink(0, new byte[0]);

	AuditLink next(Vault vault, AuditEntry entry) {
		return new AuditLink(entry.number(), vault.sign(this.hash, bytes(entry)));
	}

	/** Whether an entry with that hash follows. */
	boolean isFollowedBy(Vault vault, AuditEntry entry, String keyId, byte[] signature) {
		return entry.number() == this.number + 1 && vault.isSigned(keyId, this.hash, bytes(entry), signature);
	}

	static byte[] bytes(AuditEntry entry) {
		return entry.canonical().getBytes(StandardCharsets.UTF_8);
	}

	/** For the entry that remembers a trail whose beginning was purged. */
	String text() {
		return this.number + ":" + HexFormat.of().formatHex(this.hash);
	}

	static AuditLink parse(String text) {
		int colon = text.indexOf(':');
		return new AuditLink(Long.parseLong(text.substring(0, colon)),
				HexFormat.of().parseHex(text.substring(colon + 1)));
	}

}
