package org.ssprprefill.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.spec.SecretKeySpec;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.PrfHmacJce;
import org.ssprprefill.contact.Secret;

/**
 * The keys that derive from the ledger's secret by HKDF (RFC 5869), each under a label of
 * its own: none tells anything about another.
 *
 * @param id four bytes that name the secret without revealing it
 * @param cipher AES-256-GCM
 * @param fingerprints HMAC-SHA-256
 * @param signatures HMAC-SHA-256, for the audit trail
 */
record VaultKeys(byte[] id, Aead cipher, Prf fingerprints, Prf signatures) {

	static final int ID_BYTES = 4;

	private static final int KEY_BYTES = 32;

	static VaultKeys derive(Secret secret) {
		try {
			return new VaultKeys(derive(secret, "key id", ID_BYTES),
					new AesGcmJce(derive(secret, "contact values", KEY_BYTES)), hmac(secret, "fingerprints"),
					hmac(secret, "audit trail"));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This Java runtime lacks AES-GCM or HMAC-SHA-256", ex);
		}
	}

	private static Prf hmac(Secret secret, String label) throws GeneralSecurityException {
		return new PrfHmacJce("HMACSHA256", new SecretKeySpec(derive(secret, label, KEY_BYTES), "HMAC"));
	}

	private static byte[] derive(Secret secret, String label, int size) throws GeneralSecurityException {
		return Hkdf.computeHkdf("HMACSHA256", secret.inClear().getBytes(StandardCharsets.UTF_8), new byte[0],
				("sspr-prefill ledger v1: " + label).getBytes(StandardCharsets.UTF_8), size);
	}

	String idInHex() {
		return HexFormat.of().formatHex(this.id);
	}

}
