package org.ssprprefill.definition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.graph.Credential;

/** Reads how the program signs in: exactly one of five ways. */
final class CredentialReader {

	private static final String CERTIFICATE = "certificate";

	private static final String CERTIFICATE_PASSWORD = "certificate-password";

	private static final String CLIENT_SECRET = "client-secret";

	private static final String MANAGED_IDENTITY = "managed-identity";

	private static final String WORKLOAD_IDENTITY = "workload-identity";

	private static final String ACCESS_TOKEN = "access-token";

	private static final String CLIENT_ID = "client-id";

	private final Section tenant;

	CredentialReader(Section tenant) {
		this.tenant = tenant;
	}

	Credential read() {
		List<String> chosen = chosen();
		if (chosen.isEmpty() && this.tenant.isGiven()) {
			this.tenant.wrong(CERTIFICATE, "is missing, and so is every other credential",
					"Give one of certificate, client-secret, managed-identity, workload-identity and access-token.");
		}
		chosen.stream()
			.skip(1)
			.forEach((key) -> this.tenant.wrong(key, "is a second credential", "Keep one of: " + join(chosen) + "."));
		if (this.tenant.has(CERTIFICATE_PASSWORD) && !this.tenant.has(CERTIFICATE)) {
			this.tenant.wrong(CERTIFICATE_PASSWORD, "belongs to a certificate that is not given",
					"Give tenant.certificate, or remove this key.");
		}
		// Every one is read, so that what is wrong with the others is reported too
		List<Credential> credentials = chosen.stream().map(this::credential).toList();
		return credentials.isEmpty() ? new Credential.ManagedIdentity(Optional.empty()) : credentials.get(0);
	}

	private List<String> chosen() {
		return List.of(CERTIFICATE, CLIENT_SECRET, MANAGED_IDENTITY, WORKLOAD_IDENTITY, ACCESS_TOKEN)
			.stream()
			.filter(this.tenant::has)
			.filter((key) -> !key.endsWith("identity") || this.tenant.yesOrNo(key))
			.toList();
	}

	private Credential credential(String key) {
		return switch (key) {
			case CERTIFICATE -> new Credential.Certificate(requiredClientId(), certificate(),
					this.tenant.value(CERTIFICATE_PASSWORD).map(Value::text).map(Secret::of));
			case CLIENT_SECRET -> new Credential.ClientSecret(requiredClientId(), secret(key));
			case MANAGED_IDENTITY -> new Credential.ManagedIdentity(clientId());
			case WORKLOAD_IDENTITY -> new Credential.WorkloadIdentity(clientId());
			default -> new Credential.AccessToken(secret(key));
		};
	}

	private Secret secret(String key) {
		return Secret.of(this.tenant.value(key).map(Value::text).orElse(""));
	}

	private Optional<String> clientId() {
		return this.tenant.value(CLIENT_ID).map(Value::text);
	}

	private String requiredClientId() {
		this.tenant.require(CLIENT_ID, "Give the application (client) id of the app registration.");
		return clientId().orElse("");
	}

	private Path certificate() {
		Optional<Path> file = this.tenant.path(CERTIFICATE, this.tenant.document().folder());
		if (this.tenant.document().asksTenant()) {
			file.ifPresent(this::checkCertificate);
		}
		return file.orElse(this.tenant.document().folder());
	}

	private void checkCertificate(Path file) {
		if (Files.isRegularFile(file) && Files.isReadable(file)) {
			this.tenant.value(CERTIFICATE).ifPresent((value) -> SecretFiles.check(file, value));
		}
		else {
			this.tenant.wrong(CERTIFICATE, "is not a file that can be read",
					"Give a PEM or PFX file with the certificate and its private key, readable by the account that runs the job.");
		}
	}

	private static String join(List<String> keys) {
		return String.join(", ", keys);
	}

}
