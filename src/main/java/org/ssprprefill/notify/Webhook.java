package org.ssprprefill.notify;

import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.graph.HttpProxy;
import org.ssprprefill.graph.Trust;
import org.ssprprefill.tenant.TenantRefusedException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts JSON whose {@code text} chat rooms show as it is (Slack's incoming webhooks and
 * their likes), signed so that its receiver can tell that it comes from us. Nothing is
 * sent twice, and redirections are not followed.
 */
final class Webhook {

	/** Holds {@code sha256=} and the HMAC-SHA256 of the body in hexadecimal digits. */
	static final String SIGNATURE = "X-Sspr-Prefill-Signature";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final String ALGORITHM = "HmacSHA256";

	private static final String NOT_TOLD = "The webhook was not told: ";

	private final WebhookSettings settings;

	private final Optional<Path> trust;

	private final Optional<HttpProxy> proxy;

	Webhook(WebhookSettings settings, Optional<Path> trust, Optional<HttpProxy> proxy) {
		this.settings = settings;
		this.trust = trust;
		this.proxy = proxy;
	}

	/** Calls the webhook; a sentence if it did not take the notice. */
	Optional<String> send(Notice notice) {
		byte[] body = body(notice);
		HttpRequest request = HttpRequest.newBuilder(this.settings.url())
			.timeout(PATIENCE)
			.header("Content-Type", "application/json; charset=utf-8")
			.header(SIGNATURE, "sha256=" + signature(body))
			.POST(HttpRequest.BodyPublishers.ofByteArray(body))
			.build();
		try {
			int status = client().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
			return (status / 100 == 2) ? Optional.empty() : Optional
				.of(NOT_TOLD + this.settings.host() + " answered " + status + ". Check notify.webhook.url.");
		}
		catch (TenantRefusedException ex) {
			return Optional.of(NOT_TOLD + ex.getMessage());
		}
		catch (IOException ex) {
			return Optional.of(NOT_TOLD + reason(ex));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.of(NOT_TOLD + "the program was stopped meanwhile.");
		}
	}

	private static byte[] body(Notice notice) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("text", String.join("\n", notice.lines()) + "\n" + notice.reference());
		body.put("job", notice.job());
		notice.run().ifPresent((run) -> body.put("run", run));
		body.put("outcome", notice.outcome());
		body.put("exitCode", notice.exitCode());
		body.put("at", notice.at().toString());
		return JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
	}

	private String signature(byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(this.settings.secret().inClear().getBytes(StandardCharsets.UTF_8), ALGORITHM));
			return HexFormat.of().formatHex(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

	private HttpClient client() {
		HttpClient.Builder client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(PATIENCE)
			.followRedirects(HttpClient.Redirect.NEVER);
		this.trust.ifPresent((pem) -> client.sslContext(Trust.with(pem).context()));
		// Only addresses of this machine are plain http, and no proxy leads to them
		this.proxy.filter((way) -> this.settings.url().getScheme().equals("https")).ifPresentOrElse((way) -> {
			client.proxy(ProxySelector.of(way.socket()));
			way.login().ifPresent((login) -> client.authenticator(new ProxyUser(login)));
		}, () -> client.proxy(HttpClient.Builder.NO_PROXY));
		return client.build();
	}

	private String reason(IOException ex) {
		if (ex instanceof SSLException) {
			return "no trusted TLS connection to " + this.settings.host()
					+ ". If a proxy inspects TLS, name its authority in tenant.trust.";
		}
		if (ex instanceof HttpTimeoutException && !(ex instanceof HttpConnectTimeoutException)) {
			return this.settings.host() + " took longer than " + PATIENCE.toSeconds() + " seconds.";
		}
		return "nothing answers at " + this.settings.host() + ". Check notify.webhook.url and tenant.proxy.";
	}

	/** Answers the proxy only, never the webhook's server. */
	private static final class ProxyUser extends Authenticator {

		private final HttpProxy.Login login;

		ProxyUser(HttpProxy.Login login) {
			this.login = login;
		}

		@Override
		protected @Nullable PasswordAuthentication getPasswordAuthentication() {
			return (getRequestorType() == RequestorType.PROXY)
					? new PasswordAuthentication(this.login.user(), this.login.password().inClear().toCharArray())
					: null;
		}

	}

}
