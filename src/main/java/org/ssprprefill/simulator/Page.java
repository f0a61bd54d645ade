package org.ssprprefill.simulator;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Cuts a collection into pages with an opaque {@code @odata.nextLink}, which also carries
 * the first request's options, as Graph's does.
 */
final class Page {

	private static final String INVALID_SIZE = "Invalid page size specified: '%s'. Must be between 1 and 999 inclusive.";

	private final URI root;

	private final int defaultSize;

	Page(URI root, int defaultSize) {
		this.root = root;
		this.defaultSize = defaultSize;
	}

	<T> Reply of(Call call, List<T> items, Function<T, Object> shape) {
		String top = call.query().getOrDefault("$top", String.valueOf(this.defaultSize));
		if (!top.matches("\\d{1,3}") || Integer.parseInt(top) < 1) {
			return Refusal.badRequest(String.format(INVALID_SIZE, top));
		}
		int from = offset(call);
		if (from < 0 || from > items.size()) {
			return Refusal.badRequest("Skip token is not valid.");
		}
		int to = Math.min(items.size(), from + Integer.parseInt(top));
		List<Object> value = new ArrayList<>(items.subList(from, to).stream().map(shape).toList());
		Map<String, Object> body = Json.object("@odata.context", this.root + "/$metadata#" + call.path().substring(1));
		if (to < items.size()) {
			body.put("@odata.nextLink", next(call, to));
		}
		body.put("value", value);
		return Reply.ok(body);
	}

	/** The whole collection at once, for resources Graph does not page. */
	Reply whole(Call call, List<?> items) {
		return Reply
			.ok(Json.object("@odata.context", this.root + "/$metadata#" + call.path().substring(1), "value", items));
	}

	String link(Call call, String option, String value) {
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
		return this.root + call.path() + "?" + option + "=" + token;
	}

	/** What a link of ours carried; empty if the token is not ours. */
	static String opened(String token) {
		try {
			return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			// Not one of ours
			return "";
		}
	}

	private String next(Call call, int to) {
		StringBuilder link = new StringBuilder(link(call, "$skiptoken", "page:" + to));
		for (String option : List.of("$top", "$select", "$expand", "$filter", "$deltatoken", UserDelta.SEEN)) {
			if (call.query().containsKey(option)) {
				link.append('&').append(option).append('=').append(encoded(call.query().getOrDefault(option, "")));
			}
		}
		return link.toString();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static int offset(Call call) {
		if (!call.query().containsKey("$skiptoken")) {
			return 0;
		}
		String token = opened(call.query().getOrDefault("$skiptoken", ""));
		return token.matches("page:\\d{1,8}") ? Integer.parseInt(token.substring(5)) : -1;
	}

}
