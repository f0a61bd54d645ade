package org.ssprprefill.graph;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;

import org.ssprprefill.tenant.TenantRefusedException;

/**
 * Signs in with the client credentials flow (entra-docs,
 * v2-oauth2-client-creds-grant-flow), with the machine's managed identity, or with the
 * token the administrator supplied.
 */
final class SignIn {

	private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private final GraphSettings settings;

	private final OkHttpClient http;

	private final Waiting waiting;

	private final Function<String, Optional<String>> variables;

	SignIn(GraphSettings settings, OkHttpClient http, Waiting waiting) {
		this(settings, http, waiting, (name) -> Optional.ofNullable(System.getenv(name)));
	}

	/**
	 * Creates a sign-in.
	 * @param settings how the tenant is reached
	 * @param http the login's client
	 * @param waiting the clock that dates tokens
	 * @param variables the environment
	 */
	SignIn(GraphSettings settings, OkHttpClient http, Waiting waiting, Function<String, Optional<String>> variables) {
		Endpoint.guarded(settings.login());
		this.settings = settings;
		this.http = http;
		this.waiting = waiting;
		this.variables = variables;
	}

	/**
	 * The tokens' source for the tenant.
	 * @return the source; nothing is asked yet
	 * @throws TenantRefusedException if there can be no such credential at all
	 */
	TokenSource source() {
		Credential credential = this.settings.credential();
		if (credential instanceof Credential.AccessToken supplied) {
			return new Supplied(supplied.token().inClear().strip());
		}
		if (credential instanceof Credential.ManagedIdentity identity) {
			return new ManagedIdentity(this.settings, identity.clientId(), this.waiting, this.variables,
					ManagedIdentity.Platform.ofThisMachine());
		}
		if (credential instanceof Credential.Certificate certificate) {
			SigningKey key = SigningKey.read(certificate.file(), certificate.password());
			return () -> token(certificate.clientId(),
					asserted(ClientAssertion.of(key, certificate.clientId(), endpoint(), this.waiting.clock())));
		}
		if (credential instanceof Credential.ClientSecret secret) {
			return () -> token(secret.clientId(), Map.of("client_secret", secret.secret().inClear()));
		}
		return workload((Credential.WorkloadIdentity) credential);
	}

	/** The mounted token is replaced from time to time, so it is read each time. */
	private TokenSource workload(Credential.WorkloadIdentity workload) {
		Path file = this.variables.apply("AZURE_FEDERATED_TOKEN_FILE")
			.map(Path::of)
			.orElseThrow(() -> LoginFailure.incomplete(this.settings));
		String clientId = workload.clientId()
			.or(() -> this.variables.apply("AZURE_CLIENT_ID"))
			.orElseThrow(() -> LoginFailure.incomplete(this.settings));
		if (!Files.isReadable(file)) {
			throw LoginFailure.incomplete(this.settings);
		}
		return () -> token(clientId, asserted(mounted(file)));
	}

	private String mounted(Path file) {
		try {
			return Files.readString(file, StandardCharsets.US_ASCII).strip();
		}
		catch (IOException ex) {
			throw LoginFailure.unavailable(this.settings, "the mounted token " + file + " cannot be read now");
		}
	}

	private static Map<String, String> asserted(String assertion) {
		return Map.of("client_assertion_type", ASSERTION, "client_assertion", assertion);
	}

	private TokenSource.Token token(String clientId, Map<String, String> proof) {
		FormBody.Builder form = new FormBody.Builder().add("grant_type", "client_credentials")
			.add("client_id", clientId)
			.add("scope", resource(this.settings.endpoint()) + "/.default");
		proof.forEach(form::add);
		Request request = new Request.Builder().url(endpoint())
			.header("Accept", "application/json")
			.post(form.build())
			.build();
		return TokenAnswer.ask(this.http, request, this.settings, this.waiting.clock());
	}

	private String endpoint() {
		return this.settings.login().toString().replaceFirst("/+$", "") + "/" + this.settings.tenantId()
				+ "/oauth2/v2.0/token";
	}

	/** Tokens are made for the root of the endpoint (graph/deployments). */
	static String resource(URI endpoint) {
		return endpoint.getScheme() + "://" + endpoint.getRawAuthority();
	}

	/** The token of the job definition. */
	private record Supplied(String value) implements TokenSource {

		@Override
		public Token fetch() {
			if (!this.value.matches("[\\x21-\\x7e]+")) {
				throw new TenantRefusedException(
						"tenant.access-token is not an access token: it is empty or holds blanks or line breaks.");
			}
			return new Token(this.value, Instant.MAX.minus(Duration.ofDays(1)));
		}

		@Override
		public boolean renewable() {
			return false;
		}

		@Override
		public String toString() {
			return "Supplied[••••]";
		}

	}

}
