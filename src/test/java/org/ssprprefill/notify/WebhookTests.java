package org.ssprprefill.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ssprprefill.graph.HttpProxy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.contact.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookTests {

	private static final String SECRET = "correct horse";

	private final List<Received> received = new ArrayList<>();

	private HttpServer server;

	private int answer = 200;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::receive);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	private void receive(HttpExchange exchange) throws IOException {
		this.received.add(new Received(exchange.getRequestHeaders().getFirst(Webhook.SIGNATURE),
				exchange.getRequestHeaders().getFirst("Content-Type"), exchange.getRequestBody().readAllBytes()));
		exchange.getResponseHeaders().set("Location", "/elsewhere");
		exchange.sendResponseHeaders(this.answer, -1);
		exchange.close();
	}

	@Test
	void postsWhatChatRoomsShowAndProgramsRead() {
		assertThat(tell()).isEmpty();
		JsonNode body = JsonMapper.shared().readTree(this.received.get(0).body());
		assertThat(this.received.get(0).contentType()).isEqualTo("application/json; charset=utf-8");
		assertThat(body.get("text").asString()).startsWith("Done, but 1 row was rejected.\nNeeds a person:\n")
			.endsWith("exit code 4");
		assertThat(body.propertyNames()).containsExactly("text", "job", "run", "outcome", "exitCode", "at");
		assertThat(body.get("run").asString()).isEqualTo("20261125-021500-7f3a");
		assertThat(body.get("outcome").asString()).isEqualTo("attention");
		assertThat(body.get("exitCode").asInt()).isEqualTo(4);
	}

	@Test
	void signsTheBodyAsItIsSent() throws Exception {
		tell();
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		assertThat(this.received.get(0).signature())
			.isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(this.received.get(0).body())));
	}

	@ParameterizedTest
	@ValueSource(ints = { 302, 403, 500 })
	void saysThatItWasNotTakenWithoutTheAddressesSecret(int status) {
		this.answer = status;
		assertThat(tell())
			.hasValueSatisfying((failure) -> assertThat(failure).isEqualTo("The webhook was not told: http://127.0.0.1:"
					+ this.server.getAddress().getPort() + " answered " + status + ". Check notify.webhook.url."));
		assertThat(this.received).hasSize(1);
	}

	@Test
	void saysThatNobodyAnswers() {
		this.server.stop(0);
		assertThat(tell()).hasValueSatisfying(
				(failure) -> assertThat(failure).contains("nothing answers at").doesNotContain("hunter2"));
	}

	/** A proxy that refuses, after it heard whom to connect to. */
	@Test
	void goesOutThroughTheProxy() throws Exception {
		try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> refuseAsProxy(proxy));
			Webhook webhook = new Webhook(settings(URI.create("https://hooks.example/hunter2")), Optional.empty(),
					Optional
						.of(new HttpProxy(URI.create("http://127.0.0.1:" + proxy.getLocalPort()), Optional.empty())));
			assertThat(webhook.send(Notices.attention())).isPresent();
			assertThat(asked.get(20, TimeUnit.SECONDS)).startsWith("CONNECT hooks.example:443 ");
		}
	}

	private static String refuseAsProxy(ServerSocket proxy) {
		try (Socket client = proxy.accept();
				BufferedReader in = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
			String line = in.readLine();
			client.getOutputStream().write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes());
			return line;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void neverPrintsItsPath() {
		assertThat(settings(URI.create("https://hooks.contoso.com/hunter2"))).asString()
			.isEqualTo("WebhookSettings[https://hooks.contoso.com, ALWAYS]");
	}

	private Optional<String> tell() {
		URI url = URI
			.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/services/hunter2?sig=hunter2");
		return new Webhook(settings(url), Optional.empty(), Optional.empty()).send(Notices.attention());
	}

	private static WebhookSettings settings(URI url) {
		return new WebhookSettings(url, Secret.of(SECRET), When.ALWAYS);
	}

	private record Received(String signature, String contentType, byte[] body) {
	}

}
