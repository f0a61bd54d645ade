package org.ssprprefill.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.MethodWrite;

/**
 * A server on this machine that says what a test tells it to. Several answers to one path
 * are given in turn; the last one again and again.
 */
final class CannedGraph implements AutoCloseable {

	static final String DROPPED = "dropped";

	private final HttpServer server;

	private final Map<String, Deque<Canned>> answers = new LinkedHashMap<>();

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final String scheme;

	CannedGraph() {
		this("http", CannedGraph::plain);
	}

	CannedGraph(String scheme, Supplier<HttpServer> kind) {
		this.scheme = scheme;
		this.server = kind.get();
		this.server.createContext("/", this::handle);
		this.server.setExecutor(Executors.newCachedThreadPool());
		this.server.start();
	}

	private static HttpServer plain() {
		try {
			return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A request as it arrived; the target is decoded, header names are lower-case. */
	record Received(String method, String target, Map<String, String> headers, String body) {

		JsonNode json() {
			return GraphResponse.parse(this.body.getBytes(StandardCharsets.UTF_8));
		}

		List<JsonNode> items() {
			List<JsonNode> items = new ArrayList<>();
			json().path("requests").forEach(items::add);
			return items;
		}

	}

	private record Canned(int status, UnaryOperator<String> body, Map<String, String> headers) {
	}

	CannedGraph says(String path, String body) {
		return says(path, 200, body);
	}

	CannedGraph says(String path, int status, String body, String... headers) {
		return says(path, status, (unused) -> body, headers);
	}

	/** Answers with a function of the request's body. */
	synchronized CannedGraph says(String path, int status, UnaryOperator<String> body, String... headers) {
		Map<String, String> named = new LinkedHashMap<>();
		for (int i = 0; i < headers.length; i += 2) {
			named.put(headers[i], headers[i + 1]);
		}
		this.answers.computeIfAbsent(path, (unused) -> new ArrayDeque<>()).add(new Canned(status, body, named));
		return this;
	}

	private synchronized Optional<Canned> next(String target) {
		return this.answers.entrySet()
			.stream()
			.filter((entry) -> target.startsWith(entry.getKey()))
			.max((one, other) -> one.getKey().length() - other.getKey().length())
			.map(Map.Entry::getValue)
			.map((queue) -> (queue.size() > 1) ? queue.remove() : queue.element());
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String target = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			Map<String, String> headers = new LinkedHashMap<>();
			exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
			this.received.add(new Received(exchange.getRequestMethod(), target, headers, body));
			Canned canned = next(target).or(() -> batch(target))
				.orElse(new Canned(404, (unused) -> error("Request_ResourceNotFound"), Map.of()));
			String answer = canned.body().apply(body);
			if (answer.equals(DROPPED)) {
				return;
			}
			canned.headers().forEach(exchange.getResponseHeaders()::set);
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			byte[] bytes = packed(answer.getBytes(StandardCharsets.UTF_8), canned.headers());
			exchange.sendResponseHeaders(canned.status(), (bytes.length == 0) ? -1 : bytes.length);
			exchange.getResponseBody().write(bytes);
		}
	}

	private static byte[] packed(byte[] text, Map<String, String> headers) throws IOException {
		if (!headers.getOrDefault("Content-Encoding", "").equals("gzip")) {
			return text;
		}
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(text);
		}
		return packed.toByteArray();
	}

	/** Where a test says nothing of batches, each item is answered as a plain request. */
	private Optional<Canned> batch(String target) {
		return target.equals("/v1.0/$batch") ? Optional.of(new Canned(200, this::items, Map.of())) : Optional.empty();
	}

	private String items(String body) {
		List<String> responses = new ArrayList<>();
		for (JsonNode item : GraphResponse.parse(body.getBytes(StandardCharsets.UTF_8)).path("requests")) {
			String target = URLDecoder.decode("/v1.0" + item.path("url").asString(), StandardCharsets.UTF_8);
			Canned canned = next(target)
				.orElse(new Canned(404, (unused) -> error("Request_ResourceNotFound"), Map.of()));
			// As the service may, in another order
			responses.add(0,
					item(item.path("id").asInt(), canned.status(), canned.body().apply(item.path("body").toString())));
		}
		return batch(responses.toArray(String[]::new));
	}

	static String error(String code) {
		return """
				{"error":{"code":"%s","message":"Resource 'jan@contoso.com' is secret",\
				"innerError":{"date":"2026-01-02T03:04:05","request-id":"r"}}}""".formatted(code);
	}

	/**
	 * An answer to a batch of one item a line: {@code id status [body [header value]]}.
	 */
	static String batch(String... responses) {
		return "{\"responses\":[" + String.join(",", responses) + "]}";
	}

	static String item(int id, int status, String body) {
		return "{\"id\":\"%d\",\"status\":%d,\"body\":%s}".formatted(id, status, body);
	}

	static String throttled(int id, int status, String retryAfter) {
		return "{\"id\":\"%d\",\"status\":%d,\"headers\":{\"retry-after\":\"%s\"},\"body\":%s}".formatted(id, status,
				retryAfter, error("TooManyRequests"));
	}

	synchronized void forget(String path) {
		this.answers.remove(path);
	}

	List<Received> received() {
		return List.copyOf(this.received);
	}

	URI root() {
		return URI.create(this.scheme + "://127.0.0.1:" + this.server.getAddress().getPort());
	}

	GraphSettings settings(Cloud cloud, Credential credential) {
		return new GraphSettings("9f1c2d3e-0000-4000-8000-000000000001", cloud, credential,
				URI.create(root() + "/v1.0"), root(), Optional.empty(), Optional.empty(),
				new GraphSettings.Pace(1000, 4));
	}

	/** A tenant that has borne full JSON batches of reading and writing before. */
	GraphTenant acquainted(Waiting waiting) {
		GraphTenant tenant = tenant(waiting);
		Map<String, Deque<Canned>> prepared = new LinkedHashMap<>(this.answers);
		this.answers.clear();
		for (int i = 0; i < 2; i++) {
			List<MethodQuery> queries = new ArrayList<>();
			List<MethodWrite> writes = new ArrayList<>();
			for (int user = 0; user < JsonBatch.LARGEST; user++) {
				ObjectId id = new ObjectId("nobody-" + user);
				queries.add(new MethodQuery(id, MethodQuery.Family.EMAIL));
				writes.add(new MethodWrite(id, MethodKind.EMAIL, MethodWrite.Verb.ADD,
						ContactValue.held(MethodKind.EMAIL, "nobody@example.org"), "unasked-" + user));
			}
			tenant.readMethods(queries);
			tenant.write(writes, () -> true);
		}
		this.answers.putAll(prepared);
		this.received.clear();
		return tenant;
	}

	GraphTenant tenant(Waiting waiting) {
		return tenant(Cloud.GLOBAL, waiting);
	}

	GraphTenant tenant(Cloud cloud, Waiting waiting) {
		return GraphTenant.connect(settings(cloud, new Credential.AccessToken(Secret.of("opaque-token"))), waiting);
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
