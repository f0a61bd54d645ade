package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.MethodWrite.Verb;
import org.ssprprefill.tenant.Traffic;
import org.ssprprefill.tenant.WriteAnswer;
import org.ssprprefill.tenant.WritePermit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MethodWritingTests {

	private static final String BATCH = "/v1.0/$batch";

	private final CannedGraph graph = new CannedGraph();

	private WritePermit permit = () -> true;

	private final FakeTime time = new FakeTime();

	@AfterEach
	void stop() {
		this.graph.close();
	}

	private static MethodWrite write(int person, MethodKind kind, Verb verb, String value) {
		return new MethodWrite(new ObjectId("user-" + person), kind, verb, ContactValue.held(kind, value),
				"00000000-0000-4000-8000-00000000000" + person);
	}

	private static MethodWrite mobile(int person) {
		return write(person, MethodKind.MOBILE, Verb.ADD, "+12065550100");
	}

	private List<WriteAnswer> send(MethodWrite... writes) {
		try (GraphTenant tenant = this.graph.acquainted(this.time)) {
			return tenant.write(List.of(writes), this.permit);
		}
	}

	@Test
	void nothingLeavesAndNothingIsCountedOnceThePermitHasLapsed() {
		this.permit = () -> false;
		try (GraphTenant tenant = this.graph.acquainted(this.time)) {
			Traffic before = tenant.traffic();
			assertThat(tenant.write(List.of(mobile(1), mobile(2)), this.permit))
				.containsOnly(new WriteAnswer.Withheld());
			assertThat(this.graph.received()).isEmpty();
			assertThat(tenant.traffic()).isEqualTo(before);
		}
	}

	private JsonNode sent(String id) {
		return this.graph.received()
			.get(0)
			.items()
			.stream()
			.filter((item) -> item.path("id").asString("").equals(id))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void registersPhoneWithPostOnTheUsersList() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 201, "{}")));
		assertThat(send(write(1, MethodKind.OFFICE, Verb.ADD, "+31201234567x89")))
			.containsExactly(new WriteAnswer.Accepted(201));
		JsonNode item = sent("1");
		assertThat(item.path("method").asString()).isEqualTo("POST");
		assertThat(item.path("url").asString()).isEqualTo("/users/user-1/authentication/phoneMethods");
		assertThat(item.path("body")).hasToString("{\"phoneNumber\":\"+31 201234567x89\",\"phoneType\":\"office\"}");
		assertThat(item.path("headers").path("Content-Type").asString()).isEqualTo("application/json");
		assertThat(item.path("headers").path("client-request-id").asString())
			.isEqualTo("00000000-0000-4000-8000-000000000001");
	}

	@Test
	void changesMethodsWithPatchOnTheirFixedIds() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(4, 204, "null"), CannedGraph.item(2, 204, "null"),
				CannedGraph.item(1, 204, "null"), CannedGraph.item(3, 200, "{}")));
		List<WriteAnswer> answers = send(write(1, MethodKind.MOBILE, Verb.UPDATE, "+12065550100"),
				write(2, MethodKind.OFFICE, Verb.UPDATE, "+12065550101"),
				write(3, MethodKind.ALTERNATE_MOBILE, Verb.UPDATE, "+12065550102"),
				write(4, MethodKind.EMAIL, Verb.UPDATE, "jan@example.org"));
		assertThat(answers).containsExactly(new WriteAnswer.Accepted(204), new WriteAnswer.Accepted(204),
				new WriteAnswer.Accepted(200), new WriteAnswer.Accepted(204));
		assertThat(sent("1").path("url").asString()).endsWith("phoneMethods/3179e48a-750b-4051-897c-87b9720928f7");
		assertThat(sent("2").path("url").asString()).endsWith("phoneMethods/e37fc753-ff3b-4958-9484-eaa9425c82bc");
		assertThat(sent("3").path("url").asString()).endsWith("phoneMethods/b6332ec1-7057-4abe-9331-3d72feddfe41");
		assertThat(sent("4").path("url").asString())
			.isEqualTo("/users/user-4/authentication/emailMethods/3ddfcfc8-9383-446f-83cc-3ab9be4be18f");
		assertThat(sent("4").path("method").asString()).isEqualTo("PATCH");
		assertThat(sent("4").path("body")).hasToString("{\"emailAddress\":\"jan@example.org\"}");
	}

	@Test
	void takesMethodsAwayWithDeleteAndNoBody() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 204, "null")));
		assertThat(send(write(1, MethodKind.MOBILE, Verb.REMOVE, "+12065550100")))
			.containsExactly(new WriteAnswer.Accepted(204));
		assertThat(sent("1").path("method").asString()).isEqualTo("DELETE");
		assertThat(sent("1").path("url").asString()).endsWith("phoneMethods/3179e48a-750b-4051-897c-87b9720928f7");
		assertThat(sent("1").has("body")).isFalse();
		assertThat(sent("1").toString()).doesNotContain("2065550100");
	}

	@Test
	void carriesItsHeadersOnTheBatch() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 201, "{}")));
		send(mobile(1));
		var headers = this.graph.received().get(0).headers();
		assertThat(headers.get("authorization")).isEqualTo("Bearer opaque-token");
		assertThat(headers.get("x-ms-throttle-priority")).isEqualTo("Low");
		assertThat(headers.get("user-agent")).isEqualTo("sspr-prefill/dev");
		assertThat(headers.get("client-request-id")).hasSize(36);
		assertThat(headers.get("content-type")).startsWith("application/json");
	}

	@Test
	void sendsTwentyWritesInOneBatch() {
		List<MethodWrite> writes = new ArrayList<>();
		List<String> answers = new ArrayList<>();
		for (int i = 1; i <= 20; i++) {
			writes.add(mobile(i));
			answers.add(0, CannedGraph.item(i, 201, "{}"));
		}
		this.graph.says(BATCH, CannedGraph.batch(answers.toArray(String[]::new)));
		assertThat(send(writes.toArray(MethodWrite[]::new))).hasSize(20).containsOnly(new WriteAnswer.Accepted(201));
		assertThat(this.graph.received()).hasSize(1);
		assertThat(this.graph.received().get(0).items()).hasSize(20);
	}

	@Test
	void asksThePermitAgainBeforeTheExchangeThatFollowsARefusedToken() {
		String login = "/9f1c2d3e-0000-4000-8000-000000000001/oauth2/v2.0/token";
		for (String token : List.of("t-1", "t-2")) {
			this.graph.says(login,
					"{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"" + token + "\"}");
		}
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 201, "{}"), CannedGraph.item(2, 401, "{}")));
		this.time.pass(Duration.between(this.time.now(), Instant.now()));
		AtomicInteger asked = new AtomicInteger();
		try (GraphTenant tenant = GraphTenant.connect(
				this.graph.settings(Cloud.GLOBAL, new Credential.ClientSecret("app-1", Secret.of("pa55word"))),
				this.time)) {
			assertThat(tenant.write(List.of(mobile(1), mobile(2)), () -> asked.getAndIncrement() == 0))
				.containsExactly(new WriteAnswer.Accepted(201), new WriteAnswer.Withheld());
		}
	}

	@Test
	void sendsNoWriteTwiceThoughOneThatHasNotGoneYetIsRefused() {
		String login = "/9f1c2d3e-0000-4000-8000-000000000001/oauth2/v2.0/token";
		for (String token : List.of("t-1", "t-2")) {
			this.graph.says(login,
					"{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"" + token + "\"}");
		}
		// Two may go at first, and a third is answered
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 201, "{}"), CannedGraph.item(2, 201, "{}"),
				CannedGraph.item(3, 401, "{}")));
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 201, "{}")));
		this.time.pass(Duration.between(this.time.now(), Instant.now()));
		try (GraphTenant tenant = GraphTenant.connect(
				this.graph.settings(Cloud.GLOBAL, new Credential.ClientSecret("app-1", Secret.of("pa55word"))),
				this.time)) {
			assertThat(tenant.write(List.of(mobile(1), mobile(2), mobile(3)), () -> true))
				.containsOnly(new WriteAnswer.Accepted(201));
		}
		assertThat(this.graph.received()).flatExtracting(CannedGraph.Received::items)
			.extracting((item) -> item.path("url").asString())
			.doesNotHaveDuplicates();
	}

	@Test
	void refusesMoreThanTwentyWrites() {
		MethodWrite[] writes = IntStream.range(0, 21).mapToObj(MethodWritingTests::mobile).toArray(MethodWrite[]::new);
		assertThatIllegalArgumentException().isThrownBy(() -> send(writes)).withMessageContaining("21");
	}

	@Test
	void neverPrintsValues() {
		JsonBatch.Item item = new JsonBatch.Item("POST", "/users/u/authentication/phoneMethods",
				MethodAddress.body(MethodKind.MOBILE, ContactValue.held(MethodKind.MOBILE, "+12065550100")), "g");
		assertThat(item.toString()).doesNotContain("2065550100");
	}

}
