package org.ssprprefill.graph;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.WritePermit;

/**
 * Up to twenty requests in one exchange (learn.microsoft.com, graph/json-batching).
 * Answers come in any order, and each has its own status, whatever the batch's is.
 */
final class JsonBatch {

	static final int LARGEST = Tenant.MOST_TOGETHER;

	private static final JsonMapper JSON = new JsonMapper();

	private static final String JSON_TYPE = "application/json";

	private final GraphSender wire;

	JsonBatch(GraphSender wire) {
		this.wire = wire;
	}

	/**
	 * One request of a batch.
	 *
	 * @param method {@code GET}, {@code POST}, {@code PATCH} or {@code DELETE}
	 * @param path below the version root
	 * @param body what is sent; empty for none
	 * @param clientRequestId a GUID of its own
	 */
	record Item(String method, String path, Map<String, String> body, String clientRequestId) {

		@Override
		public String toString() {
			return "Item[" + this.method + " " + this.path + "]";
		}

	}

	/** Sends reads, which no permit holds back. */
	BatchResponse send(Family family, List<Item> items) {
		return send(family, items, () -> true);
	}

	/**
	 * Sends as many of the items as the pace allows now, each once, and once more those
	 * whose token was refused.
	 * @param family the group of the items
	 * @param items one to twenty
	 * @param permit asked right before each exchange leaves
	 * @return the answers to the first so many
	 */
	BatchResponse send(Family family, List<Item> items, WritePermit permit) {
		String token = this.wire.token();
		BatchResponse first = post(family, items, permit);
		List<Integer> refused = refused(first);
		if (refused.isEmpty()) {
			return first;
		}
		if (!this.wire.refuse(token)) {
			// Not done, and it makes no sense to ask again: the next request hears why
			return with(first, refused, new BatchResponse(0, first.whole(), Map.of()));
		}
		this.wire.meter().retried(refused.size());
		return with(first, refused, post(family, refused.stream().map(items::get).toList(), permit));
	}

	private BatchResponse post(Family family, List<Item> items, WritePermit permit) {
		return this.wire.exchange(family, items.size(), (count) -> request(items.subList(0, count)),
				(whole, count) -> answers(whole.body(), count), permit);
	}

	private static List<Integer> refused(BatchResponse exchanged) {
		return exchanged.items()
			.entrySet()
			.stream()
			.filter((answer) -> answer.getValue().status() == 401)
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
	}

	private static BatchResponse with(BatchResponse first, List<Integer> positions, BatchResponse again) {
		Map<Integer, GraphResponse> items = new HashMap<>(first.items());
		for (int i = 0; i < positions.size(); i++) {
			items.put(positions.get(i),
					(i < again.count()) ? again.of(i) : GraphResponse.lost(false, "not sent again yet"));
		}
		return new BatchResponse(first.count(), first.whole(), items);
	}

	/**
	 * Written by ourselves: the SDK's own batch costs three times the processor time, and
	 * a place in flight for as long.
	 */
	RequestInformation request(List<Item> items) {
		return request(items, false);
	}

	/** The same, each item depending on the one before. */
	RequestInformation chained(List<Item> items) {
		return request(items, true);
	}

	private RequestInformation request(List<Item> items, boolean chained) {
		List<Map<String, Object>> requests = new ArrayList<>();
		for (Item item : items) {
			Map<String, Object> request = new LinkedHashMap<>();
			request.put("id", String.valueOf(requests.size() + 1));
			request.put("method", item.method());
			request.put("url", item.path());
			if (chained && !requests.isEmpty()) {
				request.put("dependsOn", List.of(String.valueOf(requests.size())));
			}
			Map<String, String> headers = new LinkedHashMap<>(Map.of("client-request-id", item.clientRequestId()));
			if (!item.body().isEmpty()) {
				headers.put("Content-Type", JSON_TYPE);
				request.put("body", item.body());
			}
			request.put("headers", headers);
			requests.add(request);
		}
		RequestInformation batch = new RequestInformation();
		batch.httpMethod = HttpMethod.POST;
		batch.setUri(URI.create(this.wire.endpoint() + "/$batch"));
		batch.setStreamContent(new ByteArrayInputStream(JSON.writeValueAsBytes(Map.of("requests", requests))),
				JSON_TYPE);
		return batch;
	}

	static Map<Integer, GraphResponse> answers(JsonNode body, int count) {
		Map<Integer, GraphResponse> answers = new HashMap<>();
		for (JsonNode response : body.path("responses")) {
			int position = response.path("id").asInt(0) - 1;
			if (position >= 0 && position < count && response.path("status").isNumber()) {
				answers.putIfAbsent(position, GraphResponse.answered(response.path("status").asInt(),
						(name) -> header(response.path("headers"), name), content(response.path("body"))));
			}
		}
		return answers;
	}

	private static @Nullable String header(JsonNode headers, String name) {
		for (Map.Entry<String, JsonNode> header : headers.properties()) {
			if (header.getKey().equalsIgnoreCase(name)) {
				return header.getValue().asString("");
			}
		}
		return null;
	}

	/** A body may come as text that holds JSON. */
	private static JsonNode content(JsonNode body) {
		return body.isString() ? GraphResponse.parse(body.stringValue().getBytes(StandardCharsets.UTF_8)) : body;
	}

}
