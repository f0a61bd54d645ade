package org.ssprprefill.graph;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.ssprprefill.contact.Secret;

/** How the program signs in. */
public sealed interface Credential {

	/**
	 * A certificate with its private key.
	 *
	 * @param clientId the app registration's id
	 * @param pem a PEM file that holds both
	 */
	record Certificate(String clientId, Path pem) implements Credential {

		/**
		 * When the certificate ends.
		 * @return its {@code notAfter}, or nothing where the file holds no readable
		 * certificate
		 */
		public Optional<Instant> ends() {
			return CertificateFile.ends(this.pem);
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
