package org.ssprprefill.graph;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodAnswer.Registered;
import org.ssprprefill.tenant.MethodAnswer.Unread;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.MethodQuery.Family;
import org.ssprprefill.tenant.TenantUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MethodRetryTests {

	private static final String BATCH = "/v1.0/$batch";

	private static final String NOTHING = "{\"value\":[]}";

	private static final Registered NONE = new Registered(Map.of());

	private final CannedGraph graph = new CannedGraph();

	private final FakeTime time = new FakeTime();

	@AfterEach
	void stop() {
		this.graph.close();
	}

	private static MethodQuery phones(int person) {
		return new MethodQuery(new ObjectId("user-" + person), Family.PHONE);
	}

	private List<MethodAnswer> read(MethodQuery... queries) {
		try (GraphTenant tenant = this.graph.acquainted(this.time)) {
			return tenant.readMethods(List.of(queries));
		}
	}

	@Test
	void asksThrottledItemsAgainAfterTheLongestTimeNamed() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.throttled(1, 429, "2.128"),
				CannedGraph.item(2, 200, NOTHING), CannedGraph.throttled(3, 429, "9")));
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 200, NOTHING), CannedGraph.item(2, 200, NOTHING)));
		assertThat(read(phones(1), phones(2), phones(3))).containsExactly(NONE, NONE, NONE);
		assertThat(this.time.longPauses()).startsWith(Duration.ofSeconds(9));
		assertThat(this.graph.received().stream().skip(1).flatMap((batch) -> batch.items().stream()))
			.extracting((item) -> item.path("url").asString())
			.containsExactlyInAnyOrder("/users/user-1/authentication/phoneMethods",
					"/users/user-3/authentication/phoneMethods");
	}

	@Test
	void asksAgainWhatWasNotAnsweredAndIgnoresWhatWasNotAsked() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(2, 200, NOTHING), CannedGraph.item(77, 200, NOTHING),
				"{\"id\":\"odd\",\"status\":200}"));
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 200, NOTHING)));
		assertThat(read(phones(1), phones(2))).containsExactly(NONE, NONE);
		assertThat(this.graph.received()).hasSize(2);
		assertThat(this.time.longPauses()).hasSize(1);
	}

	@Test
	void givesUpOnAnItemAfterEightAttempts() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 500, CannedGraph.error("UnknownError"))));
		assertThat(read(phones(1))).containsExactly(new Unread(500, "UnknownError"));
		assertThat(this.graph.received()).hasSize(8);
		assertThat(this.time.longPauses()).hasSize(7).isSorted();
	}

	@Test
	void staysPatientWhileSomethingIsGained() {
		for (int i = 0; i < 11; i++) {
			this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 200, NOTHING)));
		}
		MethodQuery[] eleven = IntStream.range(0, 11).mapToObj(MethodRetryTests::phones).toArray(MethodQuery[]::new);
		assertThat(read(eleven)).hasSize(11).containsOnly(NONE);
		assertThat(this.graph.received()).hasSize(11);
	}

	@Test
	void staysPatientHoweverLongItsTurnTakesToCome() {
		this.graph.says(BATCH, 200, (body) -> {
			// Others are before us, and five in ten seconds are all that the tenant takes
			this.time.pass(Duration.ofMinutes(11));
			return CannedGraph.batch(CannedGraph.item(1, 200, NOTHING), CannedGraph.throttled(2, 429, "7"));
		});
		this.graph.says(BATCH, 200, (body) -> {
			this.time.pass(Duration.ofMinutes(11));
			return CannedGraph.batch(CannedGraph.throttled(1, 429, "7"), CannedGraph.throttled(2, 429, "7"));
		});
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 200, NOTHING), CannedGraph.item(2, 200, NOTHING)));
		assertThat(read(phones(1), phones(2), phones(3))).containsExactly(NONE, NONE, NONE);
	}

	@Test
	void doesNotHurryWhereTheTenantNamesNoTime() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.throttled(1, 429, "0")));
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 200, NOTHING)));
		assertThat(read(phones(1))).containsExactly(NONE);
		assertThat(this.time.longPauses()).hasSize(1);
	}

	@Test
	void givesUpWhenTheTimeNamedIsBeyondTheBound() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.throttled(1, 429, "3600")));
		assertThat(read(phones(1))).containsExactly(new Unread(429, "TooManyRequests"));
		assertThat(this.time.longPauses()).isEmpty();
	}

	@Test
	void doesNotAskAgainForMissingUserOrPermission() {
		this.graph.says(BATCH,
				CannedGraph.batch(CannedGraph.item(1, 404, CannedGraph.error("Request_ResourceNotFound")),
						CannedGraph.item(2, 403, CannedGraph.error("accessDenied"))));
		assertThat(read(phones(1), phones(2))).containsExactly(new Unread(404, "Request_ResourceNotFound"),
				new Unread(403, "accessDenied"));
		assertThat(this.graph.received()).hasSize(1);
	}

	@Test
	void asksWholeBatchAgainWhenItIsThrottledOrFails() {
		this.graph.says(BATCH, 429, "", "Retry-After", "4");
		this.graph.says(BATCH, 504, "<html>");
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 200, NOTHING)));
		assertThat(read(phones(1))).containsExactly(NONE);
		assertThat(this.time.longPauses()).hasSize(2).contains(Duration.ofSeconds(4));
	}

	@Test
	void answersEveryItemWhenTheBatchItselfIsRefused() {
		this.graph.says(BATCH, 403, CannedGraph.error("accessDenied"));
		assertThat(read(phones(1), phones(2))).containsOnly(new Unread(403, "accessDenied"));
	}

	@Test
	void isPatientWithDroppedConnectionsButNotForever() {
		this.graph.says(BATCH, CannedGraph.DROPPED);
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(() -> read(phones(1)))
			.withMessageContaining("8 attempts")
			.withMessageContaining("127.0.0.1");
	}

	@Test
	void failsSoonWhereNobodyListens() {
		try (GraphTenant tenant = this.graph.acquainted(this.time)) {
			this.graph.close();
			assertThatExceptionOfType(TenantUnavailableException.class)
				.isThrownBy(() -> tenant.readMethods(List.of(phones(1))))
				.withMessageContaining("3 attempts (connection refused)")
				.withMessageContaining("tenant.endpoint");
		}
	}

}
