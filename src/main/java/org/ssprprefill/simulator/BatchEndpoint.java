package org.ssprprefill.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * JSON batching ({@code concepts/json-batching.md}): at most 20 requests, answered in any
 * order, each with its own status; either all independent or each after the one before.
 */
final class BatchEndpoint {

	private static final int MOST = 20;

	private final Function<Call, Reply> answer;

	private final Manners manners;

	private final Random order = new Random(20);

	/** A request of a batch, as sent. */
	private record Item(String id, Call call, List<String> dependsOn) {
	}

	BatchEndpoint(Function<Call, Reply> answer, Manners manners) {
		this.answer = answer;
		this.manners = manners;
	}

	Reply answer(Call call, List<String> variables) {
		@Nullable Object requests = call.body().orElse("") instanceof Map<?, ?> body ? body.get("requests") : null;
		if (!(requests instanceof List<?> list) || list.isEmpty() || list.size() > MOST) {
			return Refusal.of(400, "BadRequest", "A batch holds an array 'requests' of 1 to 20 requests.");
		}
		List<Item> items = list.stream().map((request) -> item(call, request)).flatMap(Optional::stream).toList();
		if (items.size() != list.size() || !distinct(items)) {
			return Refusal.of(400, "BadRequest",
					"Every request of a batch has an 'id' of its own, a 'method' and a 'url'.");
		}
		return orderly(items) ? played(items)
				: Refusal.of(400, "BadRequest", "The requests of a batch depend on none, or each on the one before.");
	}

	private static Optional<Item> item(Call batch, Object request) {
		String id = Json.text(request, "id");
		String url = Json.text(request, "url");
		String method = Json.text(request, "method");
		if (!(request instanceof Map<?, ?> map) || id.isEmpty() || url.isEmpty() || method.isEmpty()) {
			return Optional.empty();
		}
		String[] parts = url.split("\\?", 2);
		Map<String, String> headers = new HashMap<>();
		batch.priority().ifPresent((priority) -> headers.put(Call.PRIORITY, priority));
		Resource.map(map, "headers")
			.forEach(
					(name, value) -> headers.put(String.valueOf(name).toLowerCase(Locale.ROOT), String.valueOf(value)));
		Call call = new Call(method.toUpperCase(Locale.ROOT), (url.startsWith("/") ? "" : "/") + parts[0],
				HttpFrontend.query((parts.length > 1) ? parts[1] : ""), headers, Optional.ofNullable(map.get("body")),
				true);
		List<String> dependsOn = (map.get("dependsOn") instanceof List<?> ids)
				? ids.stream().map(String::valueOf).toList() : List.of();
		return Optional.of(new Item(id, call, dependsOn));
	}

	private static boolean distinct(List<Item> items) {
		Set<String> ids = new HashSet<>();
		return items.stream().allMatch((item) -> ids.add(item.id().toLowerCase(Locale.ROOT)));
	}

	private static boolean orderly(List<Item> items) {
		boolean chained = true;
		for (int i = 1; i < items.size(); i++) {
			chained &= items.get(i).dependsOn().equals(List.of(items.get(i - 1).id()));
		}
		return items.stream().allMatch((item) -> item.dependsOn().isEmpty())
				|| (chained && items.get(0).dependsOn().isEmpty());
	}

	private Reply played(List<Item> items) {
		Set<String> failed = new HashSet<>();
		List<Object> responses = new ArrayList<>();
		boolean dropped = false;
		for (Item item : items) {
			if (this.manners.failsWholeBatch() && !Collections.disjoint(item.dependsOn(), failed)) {
				return this.manners.failedDependency();
			}
			Reply reply = reply(item, failed);
			dropped |= reply.dropped();
			if (!reply.succeeded()) {
				failed.add(item.id());
			}
			responses.add(shape(item, reply));
		}
		synchronized (this.order) {
			Collections.shuffle(responses, this.order);
		}
		return dropped ? Reply.drop() : Reply.ok(Json.object("responses", responses));
	}

	private Reply reply(Item item, Set<String> failed) {
		if (!Collections.disjoint(item.dependsOn(), failed)) {
			return this.manners.failedDependency();
		}
		boolean typed = item.call().headers().getOrDefault("content-type", "").startsWith("application/json");
		if (item.call().body().isPresent() && !typed) {
			return Refusal.badRequest("A request with a body needs the header Content-Type.");
		}
		return this.answer.apply(item.call());
	}

	private static Map<String, Object> shape(Item item, Reply reply) {
		Map<String, Object> response = new LinkedHashMap<>();
		response.put("id", item.id());
		response.put("status", reply.status());
		response.put("headers", reply.headers());
		reply.body().ifPresent((body) -> response.put("body", body));
		return response;
	}

}
