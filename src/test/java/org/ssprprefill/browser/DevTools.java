package org.ssprprefill.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chrome's DevTools protocol: commands with answers, and events, in JSON. */
final class DevTools implements WebSocket.Listener {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

	private final List<BiConsumer<String, JsonNode>> listeners = new CopyOnWriteArrayList<>();

	private final AtomicInteger ids = new AtomicInteger();

	private final StringBuilder message = new StringBuilder();

	private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

	private DevTools() {
	}

	static DevTools connect(URI address) {
		DevTools devTools = new DevTools();
		devTools.socket.complete(HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, devTools).join());
		return devTools;
	}

	/**
	 * Gives a command to a session, or to the browser where it has none.
	 * @return the answer's result
	 * @throws IllegalStateException if the browser cannot do that
	 */
	synchronized JsonNode send(String session, String method, Map<String, ?> parameters) {
		int id = this.ids.incrementAndGet();
		CompletableFuture<JsonNode> answer = new CompletableFuture<>();
		this.waiting.put(id, answer);
		Map<String, Object> command = new HashMap<>(Map.of("id", id, "method", method, "params", parameters));
		if (!session.isEmpty()) {
			command.put("sessionId", session);
		}
		this.socket.join().sendText(JSON.writeValueAsString(command), true).join();
		JsonNode answered = answer.orTimeout(60, TimeUnit.SECONDS).join();
		if (answered.has("error")) {
			throw new IllegalStateException(method + ": " + answered.get("error"));
		}
		return answered.get("result");
	}

	/** Who hears every event with its method; the session stands in the event. */
	void listen(BiConsumer<String, JsonNode> listener) {
		this.listeners.add(listener);
	}

	@Override
	public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
		this.message.append(piece);
		if (last) {
			JsonNode whole = JSON.readTree(this.message.toString());
			this.message.setLength(0);
			if (whole.has("id")) {
				this.waiting.remove(whole.get("id").asInt()).complete(whole);
			}
			else {
				this.listeners.forEach((listener) -> listener.accept(whole.get("method").asString(), whole));
			}
		}
		from.request(1);
		return CompletableFuture.completedStage(null);
	}

	@Override
	public void onError(WebSocket from, Throwable problem) {
		this.waiting.values().forEach((answer) -> answer.completeExceptionally(problem));
	}

}
