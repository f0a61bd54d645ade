package org.ssprprefill.graph;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a tenant is reached.
 *
 * @param tenantId tenant id or verified domain
 * @param cloud the cloud, which decides what may be asked
 * @param credential who we are
 * @param endpoint the version root, for example {@code https://graph.microsoft.com/v1.0}
 * @param login the login authority, for example {@code https://login.microsoftonline.com}
 * @param trust a PEM file with further certificate authorities
 * @param proxy an HTTP proxy
 * @param pace the ceilings
 */
public record GraphSettings(String tenantId, Cloud cloud, Credential credential, URI endpoint, URI login,
		Optional<Path> trust, Optional<HttpProxy> proxy, Pace pace) {

	/**
	 * Where an administrator of the tenant consents to the app registration (Microsoft
	 * Entra documentation, {@code grant-admin-consent.md}).
	 * @return nothing where the credential belongs to no app registration that is named
	 */
	public Optional<URI> adminConsent() {
		return this.credential.registration()
			.map((clientId) -> URI.create(this.login.toString().replaceFirst("/+$", "") + "/" + encoded(this.tenantId)
					+ "/adminconsent?client_id=" + encoded(clientId)));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/**
	 * The ceilings; the program stays below them by itself when the tenant throttles.
	 *
	 * @param requestsPerSecond plain requests and items of JSON batches, 1 to 10000
	 * @param inFlight JSON batches at a time, 1 to 64
	 */
	public record Pace(int requestsPerSecond, int inFlight) {
	}

}
