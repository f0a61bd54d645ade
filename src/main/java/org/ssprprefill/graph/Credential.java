package org.ssprprefill.graph;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.tenant.TenantRefusedException;

/** How the program signs in. */
public sealed interface Credential {

	/**
	 * The app registration that signs in.
	 * @return its client id; nothing where none is named, or the platform signs in
	 */
	default Optional<String> registration() {
		if (this instanceof Certificate certificate) {
			return Optional.of(certificate.clientId());
		}
		if (this instanceof ClientSecret secret) {
			return Optional.of(secret.clientId());
		}
		return (this instanceof WorkloadIdentity workload) ? workload.clientId() : Optional.empty();
	}

	/**
	 * A certificate with its private key.
	 *
	 * @param clientId the app registration's id
	 * @param file a PEM or PFX file that holds both
	 * @param password what the file, or the key in it, is encrypted under
	 */
	record Certificate(String clientId, Path file, Optional<Secret> password) implements Credential {

		/**
		 * When the certificate ends.
		 * @return its {@code notAfter}, or nothing where the sign-in cannot use the file
		 */
		public Optional<Instant> ends() {
			try {
				return Optional.of(SigningKey.read(this.file, this.password).ends());
			}
			catch (TenantRefusedException ex) {
				// The sign-in says what is wrong with it
				return Optional.empty();
			}
		}

	}

	/**
	 * A client secret.
	 *
	 * @param clientId the app registration's id
	 * @param secret the secret
	 */
	record ClientSecret(String clientId, Secret secret) implements Credential {
	}

	/**
	 * The managed identity of the Azure resource the program runs on.
	 *
	 * @param clientId the id of a user-assigned identity
	 */
	record ManagedIdentity(Optional<String> clientId) implements Credential {
	}

	/**
	 * A federated token mounted by Kubernetes.
	 *
	 * @param clientId the app registration's id, else {@code AZURE_CLIENT_ID}
	 */
	record WorkloadIdentity(Optional<String> clientId) implements Credential {
	}

	/**
	 * A token the administrator already has.
	 *
	 * @param token the token
	 */
	record AccessToken(Secret token) implements Credential {
	}

}
