package org.ssprprefill.graph;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import com.azure.core.exception.HttpResponseException;
import com.microsoft.aad.msal4j.MsalServiceException;

import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.TenantUnavailableException;

/** Tells a login that refuses from a login that cannot be reached. */
final class LoginFailure {

	/** The code and the first sentence; ids, times and everything after are left out. */
	private static final Pattern AADSTS = Pattern.compile("(AADSTS\\d{4,8})(?::\\s*([^.\\r\\n]{1,200})\\.)?");

	private static final Pattern STATUS = Pattern.compile("status code: (\\d{3})");

	private LoginFailure() {
	}

	/**
	 * Puts a failure into words.
	 * @param failure what azure-identity threw
	 * @param settings how the tenant is reached
	 * @return the exception to throw
	 */
	static RuntimeException of(RuntimeException failure, GraphSettings settings) {
		Optional<String> verdict = verdict(failure);
		int status = status(failure);
		boolean busy = status == 429 || status >= 500;
		if (busy || verdict.isEmpty() && status == 0 && lostConnection(failure, settings.credential())) {
			return new TenantUnavailableException("The login " + settings.login().getHost() + " gave no usable answer"
					+ ((status > 0) ? " (" + status + ")" : "")
					+ ". Check tenant.login, tenant.proxy, tenant.trust and the network, then start again.");
		}
		return new TenantRefusedException("The login " + settings.login().getHost() + " refuses the credential"
				+ verdict.map((said) -> " (" + said + ")").orElse("") + ". Check " + toCheck(settings) + ".");
	}

	/**
	 * Puts into words that something is missing before the login can be asked.
	 * @param settings how the tenant is reached
	 * @return the exception to throw
	 */
	static TenantRefusedException incomplete(GraphSettings settings) {
		return new TenantRefusedException("The credential for the login " + settings.login().getHost()
				+ " is not complete. Check " + toCheck(settings) + ".");
	}

	private static Optional<String> verdict(Throwable failure) {
		for (Throwable at = failure; at != null; at = at.getCause()) {
			Matcher matcher = AADSTS.matcher(String.valueOf(at.getMessage()));
			if (matcher.find()) {
				String sentence = matcher.group(2);
				return Optional.of(matcher.group(1) + ((sentence == null) ? "" : ": " + scrubbed(sentence)));
			}
		}
		return Optional.empty();
	}

	/** Quoted parts may repeat what was sent. */
	private static String scrubbed(String sentence) {
		return sentence.replaceAll("'[^']*'", "'…'").strip();
	}

	/** MSAL keeps the status of an answer it cannot read in its text only. */
	private static int status(Throwable failure) {
		for (Throwable at = failure; at != null; at = at.getCause()) {
			if (at instanceof HttpResponseException answered && answered.getResponse() != null) {
				return answered.getResponse().getStatusCode();
			}
			if (at instanceof MsalServiceException answered) {
				Matcher matcher = STATUS.matcher(String.valueOf(at.getMessage()));
				return matcher.find() ? Integer.parseInt(matcher.group(1))
						: Objects.requireNonNullElse(answered.statusCode(), 0);
			}
		}
		return 0;
	}

	/** A bad certificate file is an IOException too, but not one of the network's. */
	private static boolean lostConnection(Throwable failure, Credential credential) {
		for (Throwable at = failure; at != null; at = at.getCause()) {
			boolean network = at.getClass().getPackageName().startsWith("java.net") || at instanceof SSLException
					|| at instanceof TimeoutException;
			if (network || at instanceof IOException && !(credential instanceof Credential.Certificate)) {
				return true;
			}
		}
		return false;
	}

	private static String toCheck(GraphSettings settings) {
		Credential credential = settings.credential();
		if (credential instanceof Credential.Certificate) {
			return "tenant.id, tenant.client-id, and that tenant.certificate holds the private key and a certificate"
					+ " that is uploaded to the app registration and not expired, and this machine's clock";
		}
		if (credential instanceof Credential.ClientSecret) {
			return "tenant.id, tenant.client-id, and that the client secret is the secret's value and not expired";
		}
		if (credential instanceof Credential.WorkloadIdentity) {
			return "tenant.id, tenant.client-id, the mounted token (AZURE_FEDERATED_TOKEN_FILE) and the app registration's federated credential";
		}
		return "that a managed identity is assigned to this machine, and tenant.client-id if it is a user-assigned one";
	}

}
