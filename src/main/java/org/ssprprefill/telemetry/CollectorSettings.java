package org.ssprprefill.telemetry;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where metrics are sent to, from the variables that the OpenTelemetry specification
 * names (opentelemetry.io/docs/specs/otel/protocol/exporter and
 * .../configuration/sdk-environment-variables).
 *
 * @param url the full address
 * @param protocol {@code http/protobuf}, or one that is not spoken here
 * @param headers sent with each request; they may hold a token
 * @param resource what sends: {@code service.name} and whatever else is given
 * @param patience how long an answer is waited for
 */
record CollectorSettings(URI url, String protocol, Map<String, String> headers, Map<String, String> resource,
		Duration patience) {

	private static final String EXPORTER = "OTEL_EXPORTER_OTLP_";

	static final String HEADERS = EXPORTER + "HEADERS";

	private static final String ATTRIBUTES = "OTEL_RESOURCE_ATTRIBUTES";

	private static final String SERVICE_NAME = "service.name";

	/** A variable for metrics alone outranks the one for every signal. */
	private record Variables(Function<String, Optional<String>> all) {

		Optional<String> get(String name) {
			return this.all.apply(name).map(String::strip).filter((value) -> !value.isEmpty());
		}

		Optional<String> exporter(String name) {
			return get(EXPORTER + "METRICS_" + name).or(() -> get(EXPORTER + name));
		}

		boolean is(String name, String value) {
			return get(name).filter((given) -> given.toLowerCase(Locale.ROOT).equals(value)).isPresent();
		}

	}

	/**
	 * The settings, or nothing where no collector is named or sending is switched off.
	 * @throws IllegalArgumentException if a variable cannot be used, with its name and
	 * without its value
	 */
	static Optional<CollectorSettings> of(Function<String, Optional<String>> environment) {
		Variables variables = new Variables(environment);
		if (variables.is("OTEL_SDK_DISABLED", "true") || variables.is("OTEL_METRICS_EXPORTER", "none")) {
			return Optional.empty();
		}
		return address(variables)
			.map((url) -> new CollectorSettings(url, variables.exporter("PROTOCOL").orElse("http/protobuf"),
					pairs(HEADERS, variables.exporter("HEADERS").orElse("")), resource(variables),
					variables.exporter("TIMEOUT")
						.filter((millis) -> millis.matches("[1-9]\\d{0,6}"))
						.map(Long::valueOf)
						.map(Duration::ofMillis)
						.orElse(Duration.ofSeconds(10))));
	}

	private static Optional<URI> address(Variables variables) {
		return variables.get(EXPORTER + "METRICS_ENDPOINT")
			.or(() -> variables.get(EXPORTER + "ENDPOINT").map((base) -> base.replaceFirst("/+$", "") + "/v1/metrics"))
			.map(CollectorSettings::url);
	}

	private static URI url(String text) {
		try {
			URI url = new URI(text);
			if (url.getHost() != null && text.toLowerCase(Locale.ROOT).matches("https?://.*")) {
				return url;
			}
		}
		catch (URISyntaxException ex) {
			// Its message repeats the address
		}
		throw new IllegalArgumentException(EXPORTER + "ENDPOINT is not an address such as http://127.0.0.1:4318.");
	}

	private static Map<String, String> resource(Variables variables) {
		Map<String, String> resource = new LinkedHashMap<>(Map.of(SERVICE_NAME, "sspr-prefill"));
		resource.putAll(pairs(ATTRIBUTES, variables.get(ATTRIBUTES).orElse("")));
		variables.get("OTEL_SERVICE_NAME").ifPresent((name) -> resource.put(SERVICE_NAME, name));
		return resource;
	}

	/** For example {@code api-key=abc,tenant=one%2Ctwo}. */
	private static Map<String, String> pairs(String variable, String text) {
		Map<String, String> pairs = new LinkedHashMap<>();
		for (String pair : text.split(",")) {
			String[] parts = pair.split("=", 2);
			if (parts.length == 2 && !parts[0].isBlank()) {
				pairs.put(parts[0].strip(), decoded(variable, parts[1].strip()));
			}
		}
		return pairs;
	}

	private static String decoded(String variable, String value) {
		try {
			// A plus sign is itself here, and a space elsewhere
			return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			// Without the cause, which repeats the value
			throw new IllegalArgumentException(variable + " is not percent-encoded: write % itself as %25.");
		}
	}

	/** The server, without a password that the address may hold. */
	String server() {
		return this.url.getScheme() + "://" + this.url.getHost()
				+ ((this.url.getPort() < 0) ? "" : ":" + this.url.getPort());
	}

	@Override
	public String toString() {
		return this.url.getHost() + ", " + this.protocol;
	}

}
