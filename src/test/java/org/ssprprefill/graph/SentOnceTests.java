package org.ssprprefill.graph;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** No request leaves twice without our knowing, whatever is answered. */
class SentOnceTests {

	private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "DELETE");

	private final CannedGraph graph = new CannedGraph();

	@AfterEach
	void stop() {
		this.graph.close();
	}

	private static Request.Builder request(String url, String method) {
		return new Request.Builder().url(url)
			.method(method,
					Set.of("GET", "DELETE").contains(method) ? null : RequestBody.create(new byte[] { '{', '}' }));
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 307, 401, 407, 408, 421, 425, 429, 500, 503, 504 })
	void whateverIsAnswered(int status) throws IOException {
		for (OkHttpClient http : List.of(Transport.of(Optional.empty(), Optional.empty()),
				Transport.ofLogin(Optional.empty(), Optional.empty()))) {
			for (String method : METHODS) {
				String path = "/v1.0/" + method + http.hashCode();
				this.graph.says(path, status, "{}", "Retry-After", "0", "Location", "/v1.0/elsewhere",
						"WWW-Authenticate", "Bearer claims=\"e30=\"", "Proxy-Authenticate", "Basic realm=\"x\"");
				try (Response answer = http.newCall(request(this.graph.root() + path, method).build()).execute()) {
					assertThat(answer.code()).isEqualTo(status);
				}
				assertThat(this.graph.received()).filteredOn((received) -> received.target().equals(path)).hasSize(1);
			}
		}
		assertThat(this.graph.received()).hasSize(2 * METHODS.size());
	}

	@Test
	void whereTheConnectionIsLostBeforeTheAnswer() throws IOException {
		OkHttpClient http = Transport.of(Optional.empty(), Optional.empty());
		for (String method : METHODS) {
			this.graph.says("/warm", "{}").says("/" + method, 200, CannedGraph.DROPPED);
			// OkHttp repeats on a connection that has served before
			http.newCall(request(this.graph.root() + "/warm", "GET").build()).execute().close();
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> http.newCall(request(this.graph.root() + "/" + method, method).build()).execute());
			assertThat(this.graph.received()).filteredOn((received) -> received.target().equals("/" + method))
				.hasSize(1);
		}
	}

	@Test
	void whereTheTenantAsksForMoreClaims() {
		this.graph.says("/v1.0/subscribedSkus", 401, "{}", "WWW-Authenticate",
				"Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"");
		try (GraphTenant tenant = GraphTenant.connect(
				this.graph.settings(Cloud.GLOBAL, new Credential.AccessToken(Secret.of("opaque"))), new FakeTime())) {
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(tenant::skus);
		}
		assertThat(this.graph.received()).hasSize(1);
	}

}
