package org.ssprprefill.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.core.JacksonException;

/**
 * Issues and checks access tokens: JSON Web Tokens with the claims of an application's
 * token ({@code access-token-claims-reference.md}), signed with a key of this simulation.
 */
final class Tokens {

	private final byte[] key = new byte[32];

	private final String tenantId;

	private final List<String> roles;

	Tokens(String tenantId, Set<String> permissions) {
		this.tenantId = tenantId;
		this.roles = permissions.stream().sorted().toList();
		new SecureRandom().nextBytes(this.key);
	}

	String tenantId() {
		return this.tenantId;
	}

	String issue(Instant now, Duration life) {
		Map<String, Object> claims = Json.object("aud", "https://graph.microsoft.com", "iss",
				"https://sts.windows.net/" + this.tenantId + "/", "tid", this.tenantId, "appid",
				"00000000-0000-4000-8000-00000000a001", "appidacr", "1", "idtyp", "app", "oid",
				"00000000-0000-4000-8000-00000000a002", "iat", now.getEpochSecond(), "nbf", now.getEpochSecond(), "exp",
				now.plus(life).getEpochSecond());
		if (!this.roles.isEmpty()) {
			claims.put("roles", this.roles);
		}
		String content = encoded(Json.bytes(Json.object("typ", "JWT", "alg", "HS256"))) + "."
				+ encoded(Json.bytes(claims));
		return content + "." + encoded(signature(content));
	}

	/** Why an Authorization header is not accepted; empty if it is. */
	Optional<String> objection(String authorization, Instant now) {
		if (!authorization.startsWith("Bearer ")) {
			return Optional.of("Access token is empty.");
		}
		String[] parts = authorization.substring(7).strip().split("\\.", -1);
		if (parts.length != 3) {
			return Optional.of("CompactToken parsing failed with error code: 80049217");
		}
		byte[] expected = encoded(signature(parts[0] + "." + parts[1])).getBytes(StandardCharsets.US_ASCII);
		if (!MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.US_ASCII))) {
			return Optional.of("Access token validation failure. Invalid signature.");
		}
		return expired(parts[1], now) ? Optional.of("Lifetime validation failed, the token is expired.")
				: Optional.empty();
	}

	private static boolean expired(String claims, Instant now) {
		try {
			Object content = Json.MAPPER.readValue(Base64.getUrlDecoder().decode(claims), Object.class);
			return !(content instanceof Map<?, ?> map && map.get("exp") instanceof Number exp
					&& exp.longValue() > now.getEpochSecond());
		}
		catch (JacksonException | IllegalArgumentException ex) {
			// A token that cannot be read is as good as none
			return true;
		}
	}

	private byte[] signature(String content) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.key, "HmacSHA256"));
			return mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HmacSHA256", ex);
		}
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
