package org.ssprprefill.graph;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.ConsentMissingException;
import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.TenantUnavailableException;
import tools.jackson.databind.JsonNode;

/**
 * Tells a login that refuses from a login that is not available. Only an OAuth error (RFC
 * 6749, 5.2) judges a credential; whatever else comes back, a page of a gateway for
 * example, says nothing about it.
 */
final class LoginFailure {

	/** The code and the first sentence; ids, times and everything after are left out. */
	private static final Pattern AADSTS = Pattern.compile("(AADSTS\\d{4,8})(?::\\s*([^.\\r\\n]{1,200})\\.)?");

	/**
	 * The tenant has no service principal for the app, or lacks the consent to it
	 * (Microsoft Entra documentation, {@code reference-error-codes.md}).
	 */
	private static final Set<String> UNCONSENTED = Set.of("AADSTS700016", "AADSTS65001", "AADSTS7000229");

	/** Errors of OAuth that pass (RFC 6749, 4.1.2.1). */
	private static final Set<String> PASSING = Set.of("temporarily_unavailable", "server_error");

	private LoginFailure() {
	}

	/**
	 * Puts an answer without a token into words.
	 * @param status the answer's status
	 * @param body its JSON, or a missing node
	 * @param settings how the tenant is reached
	 * @return the exception to throw
	 */
	static RuntimeException of(int status, JsonNode body, GraphSettings settings) {
		String error = body.path("error").asString("");
		boolean judged = body.isObject() && error.matches("[a-z0-9_]{1,60}") && !PASSING.contains(error) && status < 500
				&& status != 408 && status != 429;
		if (judged) {
			String verdict = verdict(body.path("error_description").asString("")).orElse(error);
			Message reason = Message.of("check.login.refused", host(settings), verdict).then(toCheck(settings));
			return UNCONSENTED.contains(verdict.replaceFirst(":.*", "")) ? new ConsentMissingException(reason)
					: new TenantRefusedException(reason);
		}
		String said = body.isObject() ? String.valueOf(status) : status + ", and no JSON";
		return unavailable(settings, said + (status / 100 == 2 ? ": no access token" : ""));
	}

	/**
	 * Puts a login that cannot be used for now into words.
	 * @param settings how the tenant is reached
	 * @param said what it answered, or why it did not
	 * @return the exception to throw
	 */
	static TenantUnavailableException unavailable(GraphSettings settings, String said) {
		if (settings.credential() instanceof Credential.ManagedIdentity) {
			return new TenantUnavailableException(
					Message.of("check.login.identity", said).then("check.login.identity.silent"));
		}
		return new TenantUnavailableException(
				Message.of("check.login.silent", host(settings), said).then("check.login.silent.next"));
	}

	/**
	 * Puts into words that something is missing before the login can be asked.
	 * @param settings how the tenant is reached
	 * @return the exception to throw
	 */
	static TenantRefusedException incomplete(GraphSettings settings) {
		return new TenantRefusedException(Message.of("check.login.incomplete", host(settings)).then(toCheck(settings)));
	}

	private static String host(GraphSettings settings) {
		return settings.login().getHost();
	}

	private static Optional<String> verdict(String description) {
		Matcher matcher = AADSTS.matcher(description);
		if (!matcher.find()) {
			return Optional.empty();
		}
		String sentence = matcher.group(2);
		return Optional.of(matcher.group(1) + ((sentence == null) ? "" : ": " + scrubbed(sentence)));
	}

	/** Quoted parts may repeat what was sent. */
	private static String scrubbed(String sentence) {
		return sentence.replaceAll("'[^']*'", "'…'").strip();
	}

	private static Message toCheck(GraphSettings settings) {
		Credential credential = settings.credential();
		if (credential instanceof Credential.Certificate) {
			return Message.of("check.login.certificate.next");
		}
		if (credential instanceof Credential.ClientSecret) {
			return Message.of("check.login.secret.next");
		}
		if (credential instanceof Credential.WorkloadIdentity) {
			return Message.of("check.login.workload.next");
		}
		return Message.of("check.login.identity.next");
	}

}
