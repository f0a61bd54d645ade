package org.ssprprefill.graph;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.tenant.TenantUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A program that is to end keeps nobody waiting, in real time. */
class StopTests {

	private static final String SKUS = "/v1.0/subscribedSkus";

	private final CannedGraph graph = new CannedGraph();

	private final GraphTenant tenant = GraphTenant
		.connect(this.graph.settings(Cloud.GLOBAL, new Credential.AccessToken(Secret.of("opaque-token"))));

	@AfterEach
	void close() {
		this.tenant.close();
		this.graph.close();
	}

	@Test
	void cutsAPromisedWaitShort() {
		this.graph.says(SKUS, 429, (body) -> {
			this.tenant.stop();
			return "{}";
		}, "Retry-After", "200");
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(this.tenant::skus)
			.withMessageContaining("start the same command again");
		assertThat(this.graph.received()).hasSize(1);
	}

	@Test
	void beginsNothingNew() {
		this.tenant.stop();
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(this.tenant::skus);
		assertThat(this.graph.received()).isEmpty();
	}

}
