package org.ssprprefill.graph;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
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

	private static GraphSettings with(GraphSettings settings, Optional<Path> trust, Optional<URI> proxy) {
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
	void sendsNothingToServerItDoesNotTrust() {
		try (CannedGraph graph = new CannedGraph("https", TransportTests::secure);
				GraphTenant tenant = GraphTenant.connect(graph.settings(Cloud.GLOBAL, TOKEN), this.time)) {
			assertThat(tenant.write(List.of(write()))).containsExactly(new WriteAnswer.Postponed(Duration.ZERO));
			assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(tenant::skus)
				.withMessageContaining("certificate is not trusted")
				.withMessageContaining("tenant.trust");
			assertThat(graph.received()).isEmpty();
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
					Optional.of(proxy.root()), nearby.pace());
			try (GraphTenant tenant = GraphTenant.connect(behind, this.time)) {
				assertThat(tenant.skus()).isEqualTo(new Answer.Read<>(List.of()));
			}
		}
	}

}
