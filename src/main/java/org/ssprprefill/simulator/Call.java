package org.ssprprefill.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;

/**
 * One question to the tenant: a whole request, or an item of a JSON batch.
 *
 * @param path below the version root (for Graph) or below the host (for the login), not
 * decoded
 * @param query decoded
 * @param headers names in lower case
 */
record Call(String method, String path, Map<String, String> query, Map<String, String> headers, Optional<Object> body,
		boolean batchItem) {

	private static final String METHODS_PATH = "/users/[^/]+/authentication/(phone|email)Methods(/[^/]+)?";

	/** Says which requests a limit refuses first (graph/throttling). */
	static final String PRIORITY = "x-ms-throttle-priority";

	/** {@code Low}, {@code Normal} or {@code High}, where the caller says it. */
	Optional<String> priority() {
		return Optional.ofNullable(this.headers.get(PRIORITY));
	}

	boolean isLogin() {
		return this.path.matches(".*(/oauth2/|/\\.well-known/|/discovery/).*");
	}

	/** The same call with another query option. */
	Call with(String option, String value) {
		Map<String, String> options = new HashMap<>(this.query);
		options.put(option, value);
		return new Call(this.method, this.path, options, this.headers, this.body, this.batchItem);
	}

	/** The same call without a query option. */
	Call without(String option) {
		Map<String, String> options = new HashMap<>(this.query);
		options.remove(option);
		return new Call(this.method, this.path, options, this.headers, this.body, this.batchItem);
	}

	/** One segment of the path, counted from 0, or nothing. */
	String segment(int index) {
		String[] segments = this.path.substring(1).split("/");
		return (index < segments.length) ? segments[index] : "";
	}

	/** The names of a {@code $select}; empty for the defaults. */
	Set<String> selected() {
		String select = this.query.getOrDefault("$select", "").strip();
		return select.isEmpty() ? Set.of() : Set.of(select.split("\\s*,\\s*"));
	}

	boolean isMethodWrite() {
		return !this.method.equals("GET") && this.path.matches(METHODS_PATH);
	}

	/** The method a write wants to change, if the request tells. */
	Optional<MethodKind> kind() {
		if (this.path.contains("/emailMethods")) {
			return Optional.of(MethodKind.EMAIL);
		}
		String type = this.body.map((content) -> Json.text(content, "phoneType")).orElse("");
		return MethodKind.PHONES.stream()
			.filter((kind) -> MethodFormat.id(kind).equals(segment(4)) || MethodFormat.phoneType(kind).equals(type))
			.findFirst();
	}

	/** The number or address a write carries; empty if none. */
	String value() {
		Object content = this.body.orElse(Map.of());
		String number = Json.text(content, "phoneNumber");
		return number.isEmpty() ? Json.text(content, "emailAddress") : number;
	}

}
