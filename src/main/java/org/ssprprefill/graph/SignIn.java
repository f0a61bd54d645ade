package org.ssprprefill.graph;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;

import org.ssprprefill.tenant.TenantRefusedException;

/** Signs in with azure-identity, or with the token the administrator supplied. */
final class SignIn {

	private SignIn() {
	}

	/**
	 * The tokens' source for a tenant.
	 * @param settings how the tenant is reached
	 * @param http the login's client
	 * @return the source; nothing is asked yet
	 * @throws TenantRefusedException if there can be no such credential at all
	 */
	static TokenSource with(GraphSettings settings, HttpClient http) {
		if (settings.credential() instanceof Credential.AccessToken supplied) {
			return new Supplied(supplied.token().inClear().strip());
		}
		return new Asked(settings, http);
	}

	/** Tokens are made for the root of the endpoint (graph/deployments). */
	static String scope(URI endpoint) {
		return endpoint.getScheme() + "://" + endpoint.getRawAuthority() + "/.default";
	}

	private static TokenCredential complete(GraphSettings settings, HttpClient http) {
		try {
			return credential(settings, http);
		}
		catch (IllegalArgumentException ex) {
			// Its message speaks to programmers
			throw LoginFailure.incomplete(settings);
		}
	}

	private static TokenCredential credential(GraphSettings settings, HttpClient http) {
		Credential credential = settings.credential();
		if (credential instanceof Credential.Certificate certificate) {
			return certificate(settings, certificate, http);
		}
		if (credential instanceof Credential.ClientSecret secret) {
			return aad(new ClientSecretCredentialBuilder(), settings, http).clientId(secret.clientId())
				.clientSecret(secret.secret().inClear())
				.build();
		}
		if (credential instanceof Credential.WorkloadIdentity workload) {
			WorkloadIdentityCredentialBuilder builder = aad(new WorkloadIdentityCredentialBuilder(), settings, http);
			workload.clientId().ifPresent(builder::clientId);
			return builder.build();
		}
		ManagedIdentityCredentialBuilder builder = new ManagedIdentityCredentialBuilder().retryOptions(retries());
		if (credential instanceof Credential.ManagedIdentity identity) {
			identity.clientId().ifPresent(builder::clientId);
		}
		return builder.build();
	}

	private static TokenCredential certificate(GraphSettings settings, Credential.Certificate certificate,
			HttpClient http) {
		CertificateFile.check(certificate.pem());
		return aad(new ClientCertificateCredentialBuilder(), settings, http).clientId(certificate.clientId())
			.pemCertificate(certificate.pem().toString())
			.build();
	}

	private static <T extends AadCredentialBuilderBase<T>> T aad(T builder, GraphSettings settings, HttpClient http) {
		T common = builder.tenantId(settings.tenantId())
			.authorityHost(LoginTransport.authority(settings.login()))
			.httpClient(http)
			.retryOptions(retries());
		return isMicrosofts(settings.login()) ? common : common.disableInstanceDiscovery();
	}

	private static boolean isMicrosofts(URI login) {
		return Arrays.stream(Cloud.values())
			.anyMatch((cloud) -> cloud.login().getHost().equalsIgnoreCase(login.getHost()) && login.getPort() < 0);
	}

	private static RetryOptions retries() {
		return new RetryOptions(new ExponentialBackoffOptions().setMaxRetries(2)
			.setBaseDelay(Duration.ofMillis(300))
			.setMaxDelay(Duration.ofSeconds(5)));
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

	/**
	 * Tokens asked for with a credential, made anew each time: one that was asked before
	 * would answer with the token it keeps, which the tenant may just have refused.
	 */
	private static final class Asked implements TokenSource {

		private final GraphSettings settings;

		private final HttpClient http;

		private final TokenCredential first;

		private boolean asked;

		/** What cannot be a credential is told before anything begins. */
		Asked(GraphSettings settings, HttpClient http) {
			this.settings = settings;
			this.http = http;
			this.first = complete(settings, http);
		}

		@Override
		public Token fetch() {
			TokenCredential credential = this.asked ? complete(this.settings, this.http) : this.first;
			this.asked = true;
			try {
				AccessToken token = credential
					.getTokenSync(new TokenRequestContext().addScopes(scope(this.settings.endpoint())));
				return new Token(token.getToken(), token.getExpiresAt().toInstant());
			}
			catch (RuntimeException ex) {
				throw LoginFailure.of(ex, this.settings);
			}
		}

	}

}
