package org.ssprprefill.graph;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import org.ssprprefill.tenant.Grants;

/**
 * Reads what a token says about itself, without verifying it: that is the tenant's
 * matter. A token of an app without any permission carries no {@code roles} at all
 * (entra-docs, v2-oauth2-client-creds-grant-flow).
 */
final class TokenClaims {

	private TokenClaims() {
	}

	/**
	 * Reads a token.
	 * @param token the token in clear
	 * @return its claims, or opaque where it is not a JWT
	 */
	static Grants of(String token) {
		String[] parts = token.split("\\.", -1);
		JsonNode claims = (parts.length == 3) ? payload(parts[1]) : GraphResponse.parse(new byte[0]);
		if (!claims.isObject()) {
			return Grants.opaque();
		}
		return new Grants(true, permissions(claims), text(claims, "tid"), expiry(claims));
	}

	private static JsonNode payload(String part) {
		try {
			return GraphResponse.parse(Base64.getUrlDecoder().decode(part));
		}
		catch (IllegalArgumentException ex) {
			// Not base64url, so not a JWT
			return GraphResponse.parse(new byte[0]);
		}
	}

	private static Set<String> permissions(JsonNode claims) {
		Set<String> permissions = new LinkedHashSet<>();
		for (JsonNode role : claims.path("roles")) {
			permissions.add(role.asString(""));
		}
		permissions.addAll(Arrays.asList(claims.path("scp").asString("").split(" ")));
		permissions.remove("");
		return Set.copyOf(permissions);
	}

	private static Optional<String> text(JsonNode claims, String name) {
		return Optional.of(claims.path(name).asString("")).filter((text) -> !text.isEmpty());
	}

	private static Optional<Instant> expiry(JsonNode claims) {
		JsonNode exp = claims.path("exp");
		return exp.isNumber() ? Optional.of(Instant.ofEpochSecond(exp.asLong())) : Optional.empty();
	}

}
