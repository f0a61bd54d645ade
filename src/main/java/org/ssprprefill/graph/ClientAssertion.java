package org.ssprprefill.graph;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

/**
 * The proof that we hold a certificate's private key (entra-docs,
 * certificate-credentials): a JSON Web Token of ten minutes, signed with RS256, that
 * names the certificate by its SHA-256 thumbprint.
 */
final class ClientAssertion {

	private static final Duration LIFE = Duration.ofMinutes(10);

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private ClientAssertion() {
	}

	/**
	 * Signs an assertion.
	 * @param key the private key with its certificate
	 * @param clientId the app registration's id
	 * @param audience the token endpoint
	 * @param now the time on this machine's clock
	 * @return the assertion
	 */
	static String of(SigningKey key, String clientId, String audience, Instant now) {
		try {
			List<String> chain = new ArrayList<>();
			for (X509Certificate certificate : key.chain()) {
				chain.add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
			}
			byte[] thumbprint = MessageDigest.getInstance("SHA-256").digest(key.chain().get(0).getEncoded());
			String signed = part(
					Map.of("alg", "RS256", "typ", "JWT", "x5t#S256", BASE64.encodeToString(thumbprint), "x5c", chain))
					+ "."
					+ part(Map.of("aud", audience, "iss", clientId, "sub", clientId, "jti",
							UUID.randomUUID().toString(), "iat", now.getEpochSecond(), "nbf", now.getEpochSecond(),
							"exp", now.plus(LIFE).getEpochSecond()));
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(key.key());
			signature.update(signed.getBytes(StandardCharsets.US_ASCII));
			return signed + "." + BASE64.encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform signs with RSA", ex);
		}
	}

	private static String part(Map<String, Object> content) {
		return BASE64.encodeToString(JsonMapper.shared().writeValueAsBytes(content));
	}

}
