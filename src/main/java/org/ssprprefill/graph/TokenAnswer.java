package org.ssprprefill.graph;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import tools.jackson.databind.JsonNode;

/** What a token endpoint answers (RFC 6749, 5.1), read with patience for its dialects. */
final class TokenAnswer {

	/** More is a page, not a token. */
	private static final long LARGEST = 1 << 20;

	/** How long a token counts whose end is not told, or told as nonsense. */
	private static final Duration UNTOLD = Duration.ofMinutes(5);

	private static final Duration LONGEST = Duration.ofDays(1);

	private TokenAnswer() {
	}

	/**
	 * Asks for a token, once.
	 * @param http the login's client
	 * @param request the request
	 * @param settings how the tenant is reached
	 * @param now the time on this machine's clock
	 * @return the token
	 * @throws org.ssprprefill.tenant.TenantRefusedException if the login refuses the
	 * credential
	 * @throws org.ssprprefill.tenant.TenantUnavailableException if it gives no answer, or
	 * none of OAuth
	 */
	static TokenSource.Token ask(OkHttpClient http, Request request, GraphSettings settings, Instant now) {
		try (Response response = http.newCall(request).execute()) {
			return token(response.code(), body(response), settings, now);
		}
		catch (IOException ex) {
			throw LoginFailure.unavailable(settings, Trouble.of(ex));
		}
	}

	private static JsonNode body(Response response) throws IOException {
		return GraphResponse.parse(response.peekBody(LARGEST).bytes());
	}

	private static TokenSource.Token token(int status, JsonNode body, GraphSettings settings, Instant now) {
		JsonNode told = body.path("access_token");
		String token = told.isString() ? told.asString().strip() : "";
		if (status / 100 != 2 || token.isEmpty()) {
			throw LoginFailure.of(status, body, settings);
		}
		if (!token.matches("[\\x21-\\x7e]+")) {
			throw LoginFailure.unavailable(settings, "its token holds blanks or line breaks");
		}
		return new TokenSource.Token(token, now.plus(life(body, now)));
	}

	/** Seconds, or with managed identities the second of the end; as number or text. */
	private static Duration life(JsonNode body, Instant now) {
		double seconds = number(body.path("expires_in"));
		double left = (seconds > 0) ? seconds : number(body.path("expires_on")) - now.getEpochSecond();
		return (left > 0) ? Duration.ofSeconds((long) Math.min(left, LONGEST.toSeconds())) : UNTOLD;
	}

	private static double number(JsonNode node) {
		String text = node.asString("").strip();
		return text.matches("\\d{1,18}(\\.\\d{1,9})?") ? Double.parseDouble(text) : 0;
	}

}
