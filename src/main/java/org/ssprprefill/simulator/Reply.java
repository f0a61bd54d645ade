package org.ssprprefill.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the tenant answers.
 *
 * @param dropped whether the connection is closed instead
 */
record Reply(int status, Map<String, String> headers, Optional<Object> body, boolean dropped) {

	static Reply ok(Object body) {
		return of(200, body);
	}

	static Reply of(int status, Object body) {
		return new Reply(status, fresh(), Optional.of(body), false);
	}

	static Reply noContent() {
		return new Reply(204, fresh(), Optional.empty(), false);
	}

	static Reply drop() {
		return new Reply(0, Map.of(), Optional.empty(), true);
	}

	Reply with(String header, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(header, value);
		return new Reply(this.status, more, this.body, this.dropped);
	}

	/** What the caller hears instead of this answer, which was given but is lost. */
	Reply replacedBy(Reply other) {
		return other;
	}

	boolean succeeded() {
		return this.status >= 200 && this.status < 300;
	}

	private static Map<String, String> fresh() {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("request-id", UUID.randomUUID().toString());
		headers.put("Content-Type", "application/json");
		return headers;
	}

}
