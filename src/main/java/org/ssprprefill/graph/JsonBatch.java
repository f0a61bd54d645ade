package org.ssprprefill.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.graph.core.models.BatchRequestStep;
import com.microsoft.kiota.RequestInformation;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Up to twenty requests in one exchange (learn.microsoft.com, graph/json-batching).
 * Answers come in any order, and each has its own status, whatever the batch's is.
 */
final class JsonBatch {

	/** Graph's limit. */
	static final int LARGEST = 20;

	private static final JsonMapper JSON = new JsonMapper();

	private static final MediaType JSON_TYPE = MediaType.get("application/json");

	private final Wire wire;

	JsonBatch(Wire wire) {
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

	/**
	 * The answers.
	 *
	 * @param whole the exchange itself
	 * @param items by the position of the item; positions without an answer are missing
	 */
	record Answers(Reply whole, Map<Integer, Reply> items) {

		/** One item's answer; where there is none, what the exchange itself says. */
		Reply of(int position) {
			Reply own = this.items.get(position);
			if (own != null) {
				return own;
			}
			return this.whole.isSuccess() ? Reply.lost(true, "an item without an answer") : this.whole;
		}

	}

	/**
	 * Sends the batch, once.
	 * @param items one to twenty
	 * @return the answers
	 */
	Answers send(List<Item> items) {
		String token = this.wire.token();
		Reply whole = this.wire.exchange(Family.METHODS, items.size(), () -> request(items));
		Map<Integer, Reply> answers = answers(whole.body(), items.size());
		answers.values().forEach((answer) -> heed(answer, token));
		return new Answers(whole, answers);
	}

	private void heed(Reply answer, String token) {
		this.wire.heed(Family.METHODS, answer);
		if (answer.status() == 401) {
			this.wire.refuse(token);
		}
	}

	private RequestInformation request(List<Item> items) {
		BatchRequestContent content = new BatchRequestContent(this.wire.client());
		for (int i = 0; i < items.size(); i++) {
			content.addBatchRequestStep(new BatchRequestStep(String.valueOf(i + 1), step(items.get(i))));
		}
		try {
			return this.wire.client().getBatchRequestBuilder().toPostRequestInformation(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A JSON batch is written to memory only", ex);
		}
	}

	private Request step(Item item) {
		return new Request.Builder().url(this.wire.endpoint() + item.path())
			.header("client-request-id", item.clientRequestId())
			.method(item.method(), body(item))
			.build();
	}

	private static @Nullable RequestBody body(Item item) {
		return item.body().isEmpty() ? null : RequestBody.create(JSON.writeValueAsBytes(item.body()), JSON_TYPE);
	}

	private static Map<Integer, Reply> answers(JsonNode body, int size) {
		Map<Integer, Reply> answers = new HashMap<>();
		for (JsonNode response : body.path("responses")) {
			int position = response.path("id").asInt(0) - 1;
			if (position >= 0 && position < size && response.path("status").isNumber()) {
				answers.putIfAbsent(position, Reply.answered(response.path("status").asInt(),
						retryAfter(response.path("headers")), content(response.path("body"))));
			}
		}
		return answers;
	}

	private static @Nullable String retryAfter(JsonNode headers) {
		for (Map.Entry<String, JsonNode> header : headers.properties()) {
			if (header.getKey().toLowerCase(Locale.ROOT).equals("retry-after")) {
				return header.getValue().asString("");
			}
		}
		return null;
	}

	/** A body may come as text that holds JSON. */
	private static JsonNode content(JsonNode body) {
		return body.isString() ? Reply.parse(body.stringValue().getBytes(StandardCharsets.UTF_8)) : body;
	}

}
