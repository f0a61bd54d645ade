package org.ssprprefill.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The token endpoint and what clients look up before they use it
 * ({@code v2-oauth2-client-creds-grant-flow.md}). Every non-empty secret and assertion is
 * accepted. Errors are flat, not in Graph's envelope.
 */
final class Login {

	private static final Pattern TOKEN = Pattern.compile("/([^/]+)/oauth2/v2\\.0/token");

	private static final Pattern CONFIGURATION = Pattern
		.compile("/([^/]+)(/v2\\.0)?/\\.well-known/openid-configuration");

	private final URI root;

	private final Tokens tokens;

	private final List<String> tenantNames;

	Login(URI root, Tokens tokens, List<String> domains) {
		this.root = root;
		this.tokens = tokens;
		this.tenantNames = domains;
	}

	Reply answer(Call call, Instant now) {
		Matcher token = TOKEN.matcher(call.path());
		if (token.matches() && call.method().equals("POST")) {
			return token(token.group(1), form(call), now);
		}
		Matcher configuration = CONFIGURATION.matcher(call.path());
		if (configuration.matches()) {
			return configuration(configuration.group(1));
		}
		return call.path().equals("/common/discovery/instance") ? instances() : Refusal.noSegment(call);
	}

	private Reply token(String tenant, Map<String, String> form, Instant now) {
		if (!tenant.equalsIgnoreCase(this.tokens.tenantId()) && !this.tenantNames.contains(tenant)) {
			return refusal(400, "invalid_request", "AADSTS90002: Tenant '" + tenant + "' not found.");
		}
		if (!"client_credentials".equals(form.get("grant_type"))) {
			return refusal(400, "unsupported_grant_type", "AADSTS70003: The grant type is not supported.");
		}
		// Clients name further scopes beside it, in any order
		if (Stream.of(form.getOrDefault("scope", "").split(" ")).noneMatch((scope) -> scope.endsWith("/.default"))) {
			return refusal(400, "invalid_scope", "AADSTS70011: The provided value for the scope is not valid.");
		}
		if (form.getOrDefault("client_secret", "").isEmpty() && form.getOrDefault("client_assertion", "").isEmpty()) {
			return refusal(401, "invalid_client", "AADSTS7000216: A client assertion or client secret is required.");
		}
		return Reply.ok(Json.object("token_type", "Bearer", "expires_in", 3599, "ext_expires_in", 3599, "access_token",
				this.tokens.issue(now, Duration.ofSeconds(3599))));
	}

	static Reply refusal(int status, String error, String description) {
		Matcher number = Pattern.compile("AADSTS(\\d+)").matcher(description);
		String trace = UUID.randomUUID().toString();
		String timestamp = Instant.now().toString().replaceFirst("T", " ").replaceFirst("\\..*", "Z");
		return Reply.of(status,
				Json.object("error", error, "error_description",
						description + "\r\nTrace ID: " + trace + "\r\nCorrelation ID: " + trace + "\r\nTimestamp: "
								+ timestamp,
						"error_codes", number.find() ? List.of(Integer.parseInt(number.group(1))) : List.of(),
						"timestamp", timestamp, "trace_id", trace, "correlation_id", trace));
	}

	private Reply configuration(String tenant) {
		String own = this.root + "/" + tenant;
		return Reply.ok(Json.object("token_endpoint", own + "/oauth2/v2.0/token", "authorization_endpoint",
				own + "/oauth2/v2.0/authorize", "device_authorization_endpoint", own + "/oauth2/v2.0/devicecode",
				"jwks_uri", own + "/discovery/v2.0/keys", "issuer", own + "/v2.0",
				"token_endpoint_auth_methods_supported", List.of("client_secret_post", "private_key_jwt")));
	}

	private Reply instances() {
		String host = this.root.getAuthority();
		return Reply.ok(Json.object("tenant_discovery_endpoint",
				this.root + "/" + this.tokens.tenantId() + "/v2.0/.well-known/openid-configuration", "api-version",
				"1.1", "metadata",
				List.of(Json.object("preferred_network", host, "preferred_cache", host, "aliases", List.of(host)))));
	}

	private static Map<String, String> form(Call call) {
		return HttpFrontend.query(call.body().map(String::valueOf).orElse(""));
	}

}
