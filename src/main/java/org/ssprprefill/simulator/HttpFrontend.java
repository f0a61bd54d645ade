package org.ssprprefill.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.core.JacksonException;

/** The HTTP side: from an exchange to a {@link Call}, and from a {@link Reply} back. */
final class HttpFrontend implements AutoCloseable {

	private static final String VERSION = "/v1.0";

	/** Less fits into one packet anyway. */
	private static final int WORTH_PACKING = 1400;

	static {
		// Without it every small answer waits for the client's delayed acknowledgement
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "simulated-tenant");
		thread.setDaemon(true);
		return thread;
	});

	private final SimulatedTenant stage;

	private final Tokens tokens;

	private final Router switchboard;

	private final Login login;

	HttpFrontend(int port, SimulatedTenant stage, Tokens tokens, Set<String> permissions) {
		this.server = bound(port);
		this.stage = stage;
		this.tokens = tokens;
		this.switchboard = new Router(Graph.routes(endpoint(), stage, permissions), permissions, stage.answers());
		this.login = new Login(login(), tokens, stage.directory().description().organization().domains());
		this.server.createContext("/", this::serve);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	private static HttpServer bound(int port) {
		try {
			return HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The simulated tenant cannot listen on port " + port + " of 127.0.0.1: "
					+ ex.getMessage() + ". Choose another port, or 0 for any free one.", ex);
		}
	}

	URI login() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	URI endpoint() {
		return URI.create(login() + VERSION);
	}

	private void serve(HttpExchange exchange) throws IOException {
		try {
			send(exchange, guarded(exchange));
		}
		finally {
			exchange.close();
		}
	}

	/** A mistake of the simulator is an answer too; dropped connections mean faults. */
	private Reply guarded(HttpExchange exchange) throws IOException {
		try {
			return answer(exchange);
		}
		catch (RuntimeException ex) {
			return Refusal.of(500, "generalException", "The simulated tenant itself failed: " + ex);
		}
	}

	private Reply answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getRawPath();
		byte[] content = exchange.getRequestBody().readAllBytes();
		if (!path.startsWith(VERSION + "/")) {
			return outside(call(exchange, path, Optional.of(new String(content, StandardCharsets.UTF_8))));
		}
		String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
		Optional<String> objection = this.tokens.objection(authorization, this.stage.clock().now());
		if (objection.isPresent()) {
			return Refusal.unauthenticated(objection.get());
		}
		try {
			Optional<Object> body = (content.length == 0) ? Optional.empty()
					: Optional.of(Json.MAPPER.readValue(content, Object.class));
			return inside(call(exchange, path.substring(VERSION.length()), body));
		}
		catch (JacksonException ex) {
			// Its message would repeat the body
			return Refusal.badRequest("Unable to read JSON request payload.");
		}
	}

	private Reply outside(Call call) {
		return this.stage.play(call, () -> this.login.answer(call, this.stage.clock().now()));
	}

	private Reply inside(Call call) {
		Reply reply = this.stage.play(call, () -> this.switchboard.answer(call));
		this.stage.remember();
		String clientId = call.headers().getOrDefault("client-request-id", "");
		return clientId.isEmpty() ? reply : reply.with("client-request-id", clientId);
	}

	private static Call call(HttpExchange exchange, String path, Optional<Object> body) {
		Map<String, String> headers = new HashMap<>();
		exchange.getRequestHeaders()
			.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
		String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
		return new Call(exchange.getRequestMethod(), path.replace("%24", "$"), query(query), headers, body, false);
	}

	/** Names and values of a query or a form, decoded. */
	static Map<String, String> query(String text) {
		Map<String, String> values = new HashMap<>();
		for (String pair : text.split("&")) {
			String[] parts = pair.split("=", 2);
			values.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
					(parts.length > 1) ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
		}
		return values;
	}

	private static void send(HttpExchange exchange, Reply reply) throws IOException {
		if (reply.dropped()) {
			// Closing an exchange that has sent nothing closes its connection
			return;
		}
		byte[] body = reply.body().map(Json::bytes).orElse(new byte[0]);
		reply.headers().forEach(exchange.getResponseHeaders()::set);
		if (body.length >= WORTH_PACKING && takesGzip(exchange)) {
			body = packed(body);
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
		}
		exchange.sendResponseHeaders(reply.status(), (body.length == 0) ? -1 : body.length);
		if (body.length > 0) {
			exchange.getResponseBody().write(body);
		}
	}

	private static boolean takesGzip(HttpExchange exchange) {
		return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Encoding"))
			.orElse("")
			.contains("gzip");
	}

	private static byte[] packed(byte[] body) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(body);
		}
		return packed.toByteArray();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
