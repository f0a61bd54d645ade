package org.ssprprefill.graph;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back for one request or one item of a JSON batch. Its error text is never
 * kept: it names people.
 *
 * @param status the HTTP status, 0 where there was no answer
 * @param retryAfter how long the tenant asks to wait
 * @param body the JSON, or a missing node
 * @param sent whether the request may have reached the tenant
 * @param trouble why there was no answer, in words; empty where there was one
 * @param load how much of its limit the request has used, where Graph tells: from 0.8,
 * above 1 where the limit is passed ({@code x-ms-throttle-limit-percentage},
 * graph/throttling-limits)
 * @param limits the headers that tell of limits, names in lower case
 */
record GraphResponse(int status, Optional<Duration> retryAfter, JsonNode body, boolean sent, String trouble,
		OptionalDouble load, Map<String, String> limits) {

	private static final String LOAD = "x-ms-throttle-limit-percentage";

	/**
	 * Documented for identity (graph/throttling-limits), and those of a draft that others
	 * send.
	 */
	private static final List<String> LIMITS = List.of("Retry-After", "x-ms-resource-unit", LOAD, "x-ms-throttle-scope",
			"x-ms-throttle-information", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset");

	private static final JsonMapper JSON = new JsonMapper();

	private static final String WITHHELD = "withheld";

	private static final Set<Integer> THROTTLES = Set.of(429, 503);

	static GraphResponse answered(int status, Function<String, @Nullable String> header, JsonNode body) {
		Optional<Duration> wait = passes(status) ? RetryAfter.of(header.apply("Retry-After"), header.apply("Date"))
				: Optional.empty();
		return new GraphResponse(status, wait, body, true, "", share(header.apply(LOAD)), limits(header));
	}

	private static Map<String, String> limits(Function<String, @Nullable String> header) {
		Map<String, String> limits = new LinkedHashMap<>();
		for (String name : LIMITS) {
			String value = header.apply(name);
			if (value != null) {
				limits.put(name.toLowerCase(Locale.ROOT), value);
			}
		}
		return limits;
	}

	/** What the right to write no longer allowed to leave. */
	static GraphResponse withheld() {
		return lost(false, WITHHELD);
	}

	boolean isWithheld() {
		return this.trouble.equals(WITHHELD);
	}

	static GraphResponse lost(boolean sent, String trouble) {
		return new GraphResponse(0, Optional.empty(), MissingNode.getInstance(), sent, trouble, OptionalDouble.empty(),
				Map.of());
	}

	/** Whether a status means "not now, and not done" (graph/throttling). */
	static boolean throttles(int status) {
		return THROTTLES.contains(status);
	}

	/** Whether asking the same again may help. */
	static boolean passes(int status) {
		return status == 0 || status == 408 || status == 429 || status >= 500 && status != 501 && status != 505;
	}

	/** A wait worth the name; a tenant that names none leaves it to us. */
	Optional<Duration> told() {
		return this.retryAfter.filter((wait) -> !wait.isZero());
	}

	boolean isSuccess() {
		return this.status >= 200 && this.status < 300;
	}

	boolean isThrottled() {
		return throttles(this.status);
	}

	/**
	 * Graph's error code; anything that does not look like one is dropped, and so is
	 * whatever holds a number as long as a telephone's.
	 */
	String code() {
		String code = this.body.path("error").path("code").asString("");
		return code.matches("(?!.*\\d{7})[A-Za-z0-9_.-]{1,80}") ? code : "";
	}

	/** JSON, or a missing node where the text is none. */
	static JsonNode parse(byte[] text) {
		try {
			return (text.length == 0) ? MissingNode.getInstance() : JSON.readTree(text);
		}
		catch (JacksonException ex) {
			// A proxy's page or half an answer: as good as none, and callers treat it so
			return MissingNode.getInstance();
		}
	}

	private static OptionalDouble share(@Nullable String text) {
		if (text == null || !text.strip().matches("\\d{1,3}(\\.\\d+)?")) {
			return OptionalDouble.empty();
		}
		return OptionalDouble.of(Double.parseDouble(text.strip()));
	}

}
