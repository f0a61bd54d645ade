package org.ssprprefill.simulator;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Errors in Graph's envelope ({@code concepts/errors.md}): {@code date} without a zone,
 * and two families of codes, one of the directory and one of the methods' backend.
 */
final class Refusal {

	private Refusal() {
	}

	static Reply of(int status, String code, String message) {
		String id = UUID.randomUUID().toString();
		Object inner = Json.object("date", LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).toString(),
				"request-id", id, "client-request-id", id);
		return Reply
			.of(status, Json.object("error", Json.object("code", code, "message", message, "innerError", inner)))
			.with("request-id", id);
	}

	/** The same with a word among its details. */
	static Reply of(int status, String code, String message, String detail) {
		return Reply.of(status, Json.object("error",
				Json.object("code", code, "message", message, "details", List.of(Json.object("code", detail)))));
	}

	static Reply badRequest(String message) {
		return of(400, "Request_BadRequest", message);
	}

	static Reply notFound(String id) {
		return of(404, "Request_ResourceNotFound", "Resource '" + id
				+ "' does not exist or one of its queried reference-property objects are not present.");
	}

	static Reply noSegment(Call call) {
		return of(400, "BadRequest", "Resource not found for the segment '" + call.segment(0) + "'.");
	}

	static Reply unauthenticated(String message) {
		return of(401, "InvalidAuthenticationToken", message);
	}

	static Reply throttled(String retryAfter) {
		return throttled(retryAfter, "TooManyRequests");
	}

	static Reply throttled(String retryAfter, String code) {
		Reply reply = of(429, code, "Please retry again later.");
		return retryAfter.isEmpty() ? reply : reply.with("Retry-After", retryAfter);
	}

	/** What an application without the permission hears. */
	static Reply forbidden(Route.Family family) {
		return (family == Route.Family.METHODS) ? of(403, "accessDenied", "Request Authorization failed")
				: of(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
	}

	/** What a verb that the path does not know hears. */
	static Reply wrongVerb(Route.Family family) {
		return (family == Route.Family.METHODS)
				? of(404, "UnknownError", "{\"Message\":\"No HTTP resource was found that matches the request URI.\"}")
				: of(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
	}

}
