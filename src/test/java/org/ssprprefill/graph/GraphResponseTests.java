package org.ssprprefill.graph;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GraphResponseTests {

	private static JsonNode json(String text) {
		return GraphResponse.parse(text.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@CsvSource({ "10,10000", "2.128,2128", "0,0", "0.0001,1", "' 5 ',5000", "2.1280000000000001,2128" })
	void readsRetryAfterInSecondsWithFraction(String header, long millis) {
		assertThat(RetryAfter.of(header, null)).contains(Duration.ofMillis(millis));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "-3", "99999999999" })
	void readsNoTimeFromOtherRetryAfter(String header) {
		assertThat(RetryAfter.of(header, null)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'Wed, 21 Oct 2026 07:28:10 GMT',10", "'Wed, 21 Oct 2026 07:27:00 GMT',0" })
	void countsRetryAfterDateFromTheDateOfTheAnswer(String until, long seconds) {
		Map<String, String> headers = Map.of("Retry-After", until, "Date", "Wed, 21 Oct 2026 07:28:00 GMT");
		assertThat(GraphResponse.answered(429, headers::get, json("{}")).retryAfter())
			.contains(Duration.ofSeconds(seconds));
	}

	@Test
	void countsRetryAfterDateFromNowWhereTheAnswerHasNone() {
		String until = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusDays(1));
		Optional<Duration> wait = GraphResponse.answered(503, Map.of("Retry-After", until)::get, json("{}"))
			.retryAfter();
		assertThat(wait.orElseThrow()).isBetween(Duration.ofHours(23), Duration.ofHours(24));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{\"error\":\"x\"}", "{\"error\":{\"code\":\"\"}}",
			"{\"error\":{\"code\":\"kim@example.org\"}}", "{\"error\":{\"code\":\"invalid-0612345678\"}}",
			"{\"error\":{\"code\":null,\"message\":\"{\\\"Message\\\":\\\"No\\\"}\"}}", "<html>", "" })
	void hasNoCodeWhereTheEnvelopeIsOdd(String body) {
		assertThat(GraphResponse.answered(400, (name) -> null, json(body)).code()).isEmpty();
	}

	@Test
	void readsCodeWithoutInnerError() {
		assertThat(GraphResponse.answered(403, (name) -> null, json("{\"error\":{\"code\":\"accessDenied\"}}")).code())
			.isEqualTo("accessDenied");
	}

	@ParameterizedTest
	@CsvSource({ "2023-03-13T19:15:41.6195833Z,2023-03-13T19:15:41.619583300Z",
			"2026-01-02T03:04:05,2026-01-02T03:04:05Z", "2026-01-02T03:04:05+01:00,2026-01-02T02:04:05Z" })
	void readsGraphsTimes(String text, Instant expected) {
		assertThat(Moment.of(json("\"" + text + "\""))).contains(expected);
	}

	@Test
	void readsNoTimeFromOtherText() {
		assertThat(Moment.of(json("\"yesterday\""))).isEqualTo(Optional.empty());
		assertThat(Moment.of(json("{}").path("none"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/v1.0/",
			"http://127.0.0.1:8080/v1.0", "http://localhost:8080/beta", "http://[::1]:8080/v1.0" })
	void takesVersionRoots(String endpoint) {
		assertThat(Endpoint.checked(URI.create(endpoint)).getPath()).hasSize(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://graph.microsoft.com", "https://graph.microsoft.com/graph/v1.0",
			"http://graph.contoso.com/v1.0", "http://127.0.0.1.contoso.com/v1.0", "ftp://127.0.0.1/v1.0", "/v1.0" })
	void refusesOtherEndpoints(String endpoint) {
		assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.checked(URI.create(endpoint)));
	}

	@ParameterizedTest
	@CsvSource({ "https://graph.microsoft.com/v1.0,https://graph.microsoft.com/.default",
			"https://dod-graph.microsoft.us/v1.0,https://dod-graph.microsoft.us/.default",
			"http://127.0.0.1:8080/v1.0,http://127.0.0.1:8080/.default" })
	void asksForTokensOfTheEndpointsRoot(URI endpoint, String scope) {
		assertThat(SignIn.resource(endpoint) + "/.default").isEqualTo(scope);
	}

}
