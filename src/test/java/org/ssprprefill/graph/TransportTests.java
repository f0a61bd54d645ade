package org.ssprprefill.graph;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.tenant.WriteAnswer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TransportTests {

	private static final Credential SECRET = new Credential.ClientSecret("app-1", Secret.of("pa55word"));

	private static final Credential TOKEN = new Credential.AccessToken(Secret.of("opaque"));

	private final FakeTime time = new FakeTime();

	private static HttpServer secure() {
		try {
			HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.setHttpsConfigurator(new HttpsConfigurator(TestAuthority.server()));
			return server;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static GraphSettings with(GraphSettings settings, Optional<Path> trust, Optional<HttpProxy> proxy) {
		return new GraphSettings(settings.tenantId(), settings.cloud(), settings.credential(), settings.endpoint(),
				settings.login(), trust, proxy, settings.pace());
	}

	private static MethodWrite write() {
		return new MethodWrite(new ObjectId("u-1"), MethodKind.EMAIL, MethodWrite.Verb.ADD,
				ContactValue.held(MethodKind.EMAIL, "jan@example.org"), "00000000-0000-4000-8000-000000000001");
	}

	@Test
	void trustsTheCompanysAuthorityAtLoginAndAtGraph() {
		try (CannedGraph graph = new CannedGraph("https", TransportTests::secure)) {
			graph.says("/9f1c2d3e-0000-4000-8000-000000000001/oauth2/v2.0/token",
					"{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"t-1\"}");
			graph.says("/v1.0/subscribedSkus", "{\"value\":[]}");
			GraphSettings settings = with(graph.settings(Cloud.GLOBAL, SECRET), Optional.of(TestAuthority.file()),
					Optional.empty());
			try (GraphTenant tenant = GraphTenant.connect(settings, this.time)) {
				assertThat(tenant.skus()).isEqualTo(new Answer.Read<>(List.of()));
			}
		}
	}

	@Test
	void speaksHttp2WhereItIsOffered() throws Exception {
		Path authority = TestAuthority.file();
		try (MockWebServer server = new MockWebServer()) {
			server.useHttps(TestAuthority.server().getSocketFactory(), false);
			server.enqueue(new MockResponse());
			server.enqueue(new MockResponse().setBody("{\"value\":[]}"));
			server.start(InetAddress.getLoopbackAddress(), 0);
			URI root = server.url("/v1.0").newBuilder().host("127.0.0.1").build().uri();
			OkHttpClient http = Transport.of(Optional.of(Trust.with(authority)), Optional.empty());
			try (Response answer = http.newCall(new Request.Builder().url(root.toString()).build()).execute()) {
				assertThat(answer.protocol()).isEqualTo(Protocol.HTTP_2);
			}
			try (CannedGraph usual = new CannedGraph()) {
				GraphSettings near = usual.settings(Cloud.GLOBAL, TOKEN);
				GraphSettings settings = new GraphSettings(near.tenantId(), near.cloud(), near.credential(), root,
						near.login(), Optional.of(authority), Optional.empty(), near.pace());
				try (GraphTenant tenant = GraphTenant.connect(settings, this.time)) {
					assertThat(tenant.skus()).isEqualTo(new Answer.Read<>(List.of()));
				}
			}
		}
	}

	@Test
	void takesAnotherConnectionWhereTheServiceIsNotAvailable() throws Exception {
		try (MockWebServer server = new MockWebServer(); CannedGraph usual = new CannedGraph()) {
			server.enqueue(new MockResponse().setBody("{\"value\":[]}"));
			server.enqueue(new MockResponse().setResponseCode(503).setHeader("Retry-After", "1"));
			server.enqueue(new MockResponse().setBody("{\"value\":[]}"));
			server.start(InetAddress.getLoopbackAddress(), 0);
			GraphSettings near = usual.settings(Cloud.GLOBAL, TOKEN);
			URI root = server.url("/v1.0").newBuilder().host("127.0.0.1").build().uri();
			GraphSettings settings = new GraphSettings(near.tenantId(), near.cloud(), near.credential(), root,
					near.login(), Optional.empty(), Optional.empty(), near.pace());
			try (GraphTenant tenant = GraphTenant.connect(settings, this.time)) {
				tenant.skus();
				tenant.skus();
			}
			List<Integer> placesOnTheirConnections = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				placesOnTheirConnections.add(server.takeRequest().getSequenceNumber());
			}
			assertThat(placesOnTheirConnections).containsExactly(0, 1, 0);
		}
	}

	@Test
	void asksForPackedAnswersAndReadsThem() {
		try (CannedGraph graph = new CannedGraph();
				GraphTenant tenant = GraphTenant.connect(graph.settings(Cloud.GLOBAL, TOKEN), this.time)) {
			graph.says("/v1.0/organization", 200,
					"{\"value\":[{\"id\":\"9f1c2d3e\",\"verifiedDomains\":[{\"name\":\"contoso.com\"}]}]}",
					"Content-Encoding", "gzip");
			assertThat(tenant.organization().value().orElseThrow().verifiedDomains()).containsExactly("contoso.com");
			assertThat(graph.received().get(0).headers()).containsEntry("accept-encoding", "gzip");
		}
	}

	@Test
	void sendsNothingToServerItDoesNotTrust() {
		try (CannedGraph graph = new CannedGraph("https", TransportTests::secure);
				GraphTenant tenant = GraphTenant.connect(graph.settings(Cloud.GLOBAL, TOKEN), this.time)) {
			assertThat(tenant.write(List.of(write()), () -> true))
				.containsExactly(new WriteAnswer.Postponed(Duration.ZERO));
			assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(tenant::skus)
				.withMessageContaining("certificate is not trusted")
				.withMessageContaining("tenant.trust");
			assertThat(graph.received()).isEmpty();
		}
	}

	@Test
	void sendsNothingToWhereverAnAnswerPointsInstead() {
		try (CannedGraph graph = new CannedGraph();
				CannedGraph elsewhere = new CannedGraph();
				GraphTenant tenant = GraphTenant.connect(graph.settings(Cloud.GLOBAL, TOKEN), this.time)) {
			for (int status : new int[] { 301, 302, 303, 307, 308 }) {
				graph.says("/v1.0/", status, "", "Location", elsewhere.root() + "/v1.0/$batch");
				assertThat(tenant.write(List.of(write()), () -> true)).as("%s", status)
					.containsExactly(new WriteAnswer.Unanswered(status, ""));
				assertThat(tenant.skus().value()).as("%s", status).isEmpty();
				graph.forget("/v1.0/");
			}
			assertThat(elsewhere.received()).isEmpty();
		}
	}

	@Test
	void sendsEverythingThroughTheProxy() {
		try (CannedGraph proxy = new CannedGraph()) {
			proxy.says("http://127.0.0.1:1/9f1c2d3e-0000-4000-8000-000000000001/oauth2/v2.0/token",
					"{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"t-1\"}");
			proxy.says("http://127.0.0.1:1/v1.0/subscribedSkus", "{\"value\":[]}");
			GraphSettings nearby = proxy.settings(Cloud.GLOBAL, SECRET);
			GraphSettings behind = new GraphSettings(nearby.tenantId(), nearby.cloud(), nearby.credential(),
					URI.create("http://127.0.0.1:1/v1.0"), URI.create("http://127.0.0.1:1"), Optional.empty(),
					Optional.of(new HttpProxy(proxy.root(), Optional.empty())), nearby.pace());
			try (GraphTenant tenant = GraphTenant.connect(behind, this.time)) {
				assertThat(tenant.skus()).isEqualTo(new Answer.Read<>(List.of()));
			}
		}
	}

}
