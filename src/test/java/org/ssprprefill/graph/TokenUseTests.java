package org.ssprprefill.graph;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.TenantRefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TokenUseTests {

	private static final String TENANT = "9f1c2d3e-0000-4000-8000-000000000001";

	private static final String LOGIN = "/" + TENANT + "/oauth2/v2.0/token";

	private static final Credential SECRET = new Credential.ClientSecret("app-1", Secret.of("pa55word-of-the-app"));

	private final CannedGraph graph = new CannedGraph();

	private final FakeTime time = new FakeTime();

	@AfterEach
	void stop() {
		this.graph.close();
	}

	private static String token(String value) {
		return "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"" + value + "\"}";
	}

	private GraphTenant tenant(Credential credential) {
		return GraphTenant.connect(this.graph.settings(Cloud.GLOBAL, credential), this.time);
	}

	@Test
	void asksTheLoginOnceForManyRequests() {
		this.graph.says(LOGIN, token("t-1"));
		this.graph.says("/v1.0/subscribedSkus", "{\"value\":[]}");
		try (GraphTenant tenant = tenant(SECRET)) {
			// The login dates its tokens by the real clock
			this.time.pass(Duration.between(this.time.now(), Instant.now()));
			for (int i = 0; i < 3; i++) {
				tenant.skus();
			}
		}
		assertThat(this.graph.received()).filteredOn((request) -> request.target().equals(LOGIN)).hasSize(1);
	}

	@Test
	void takesNewTokenOnceWhenTheTenantRefusesTheOldOne() {
		this.graph.says(LOGIN, token("t-1")).says(LOGIN, token("t-2"));
		this.graph.says("/v1.0/subscribedSkus", 401, CannedGraph.error("InvalidAuthenticationToken"));
		this.graph.says("/v1.0/subscribedSkus", "{\"value\":[]}");
		this.time.pass(Duration.between(this.time.now(), Instant.now()));
		try (GraphTenant tenant = tenant(SECRET)) {
			assertThat(tenant.skus()).isEqualTo(new Answer.Read<>(List.of()));
		}
		assertThat(this.graph.received()).filteredOn((request) -> request.target().startsWith("/v1.0"))
			.extracting((request) -> request.headers().get("authorization"))
			.containsExactly("Bearer t-1", "Bearer t-2");
	}

	@Test
	void asksTheLoginItselfWhereItsLibraryWouldKeepTheRefusedToken() {
		// At the usual port MSAL finds what it keeps
		URI login = URI.create("http://127.0.0.1");
		URI endpoint = URI.create("http://127.0.0.1:1/v1.0");
		this.graph.says(login + LOGIN, token("t-1")).says(login + LOGIN, token("t-2"));
		this.graph.says(endpoint + "/subscribedSkus", 401, CannedGraph.error("InvalidAuthenticationToken"));
		this.graph.says(endpoint + "/subscribedSkus", "{\"value\":[]}");
		GraphSettings usual = this.graph.settings(Cloud.GLOBAL, SECRET);
		try (GraphTenant tenant = GraphTenant.connect(
				new GraphSettings(usual.tenantId(), usual.cloud(), usual.credential(), endpoint, login, usual.trust(),
						Optional.of(new HttpProxy(this.graph.root(), Optional.empty())), usual.pace()),
				this.time)) {
			assertThat(tenant.skus()).isEqualTo(new Answer.Read<>(List.of()));
		}
		assertThat(this.graph.received()).extracting((request) -> request.headers().get("authorization"))
			.contains("Bearer t-1", "Bearer t-2");
	}

	@Test
	void givesUpWhenTheNewTokenIsRefusedToo() {
		this.graph.says(LOGIN, token("t-1"));
		this.graph.says("/v1.0/subscribedSkus", 401, "{}");
		try (GraphTenant tenant = tenant(SECRET)) {
			assertThatExceptionOfType(TenantRefusedException.class).isThrownBy(tenant::skus)
				.withMessageContaining("tenant.cloud")
				.withMessageNotContaining("t-1");
		}
	}

}
