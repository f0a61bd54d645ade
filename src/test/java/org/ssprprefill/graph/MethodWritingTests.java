package org.ssprprefill.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.MethodWrite.Verb;
import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.WriteAnswer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MethodWritingTests {

	private static final String BATCH = "/v1.0/$batch";

	private final CannedGraph graph = new CannedGraph();

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
		try (GraphTenant tenant = this.graph.tenant(this.time)) {
			return tenant.write(List.of(writes));
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
	void refusesMoreThanTwentyWrites() {
		MethodWrite[] writes = java.util.stream.IntStream.range(0, 21)
			.mapToObj(MethodWritingTests::mobile)
			.toArray(MethodWrite[]::new);
		assertThatIllegalArgumentException().isThrownBy(() -> send(writes)).withMessageContaining("21");
	}

	@Test
	void tellsItemsApart() {
		this.graph.says(BATCH,
				CannedGraph.batch(CannedGraph.item(7, 500, CannedGraph.error("UnknownError")),
						CannedGraph.item(2, 409, CannedGraph.error("phoneNumberNotUnique")),
						CannedGraph.throttled(3, 429, "2.128"), CannedGraph.item(4, 503, "{}"),
						CannedGraph.item(5, 424, "{}"), CannedGraph.item(6, 403, CannedGraph.error("")),
						CannedGraph.item(1, 201, "{}"), CannedGraph.item(99, 201, "{}")));
		assertThat(send(mobile(1), mobile(2), mobile(3), mobile(4), mobile(5), mobile(6), mobile(7), mobile(8)))
			.containsExactly(new WriteAnswer.Accepted(201), new WriteAnswer.Refused(409, "phoneNumberNotUnique"),
					new WriteAnswer.Postponed(Duration.ofMillis(2128)), new WriteAnswer.Postponed(Duration.ZERO),
					new WriteAnswer.Postponed(Duration.ZERO), new WriteAnswer.Refused(403, ""),
					new WriteAnswer.Unanswered(500, "UnknownError"), new WriteAnswer.Unanswered(0, ""));
	}

	@Test
	void takesNoCodeThatCouldNameSomebody() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 400, CannedGraph.error("jan@example.org?"))));
		assertThat(send(mobile(1))).containsExactly(new WriteAnswer.Refused(400, ""));
	}

	@Test
	void postponesEverythingWhenTheBatchIsThrottled() {
		this.graph.says(BATCH, 429, CannedGraph.error("TooManyRequests"), "Retry-After", "10");
		assertThat(send(mobile(1), mobile(2))).containsOnly(new WriteAnswer.Postponed(Duration.ofSeconds(10)));
		assertThat(this.graph.received()).as("a write is never sent again by itself").hasSize(1);
	}

	@Test
	void doesNotRepeatBatchThatMayBeTriedAgainAtOnce() {
		this.graph.says(BATCH, 503, "", "Retry-After", "0");
		assertThat(send(mobile(1))).containsExactly(new WriteAnswer.Postponed(Duration.ZERO));
		assertThat(this.graph.received()).hasSize(1);
	}

	@Test
	void knowsNothingAfterOtherServerErrors() {
		this.graph.says(BATCH, 500, "<html>");
		assertThat(send(mobile(1))).containsExactly(new WriteAnswer.Unanswered(500, ""));
		assertThat(this.graph.received()).hasSize(1);
	}

	@Test
	void knowsNothingWhenTheConnectionIsDroppedUnderTheBatch() {
		this.graph.says(BATCH, CannedGraph.DROPPED);
		assertThat(send(mobile(1), mobile(2))).containsOnly(new WriteAnswer.Unanswered(0, ""));
		assertThat(this.graph.received()).hasSize(1);
	}

	@Test
	void postponesWhatNeverLeftThisMachine() {
		try (GraphTenant tenant = this.graph.tenant(this.time)) {
			this.graph.close();
			assertThat(tenant.write(List.of(mobile(1)))).containsExactly(new WriteAnswer.Postponed(Duration.ZERO));
		}
	}

	@Test
	void refusesMalformedBatchForEveryItem() {
		this.graph.says(BATCH, 400, CannedGraph.error("BadRequest"));
		assertThat(send(mobile(1))).containsExactly(new WriteAnswer.Refused(400, "BadRequest"));
	}

	@Test
	void waitsOutRetryAfterBeforeTheNextBatch() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.throttled(1, 429, "7")));
		try (GraphTenant tenant = this.graph.tenant(this.time)) {
			tenant.write(List.of(mobile(1)));
			assertThat(this.time.longPauses()).isEmpty();
			tenant.write(List.of(mobile(1)));
			assertThat(this.time.longPauses()).containsExactly(Duration.ofSeconds(7));
			assertThat(tenant.traffic().waitedMillis()).isEqualTo(7000);
			assertThat(tenant.traffic().throttled()).isEqualTo(2);
			assertThat(tenant.traffic().writes()).isEqualTo(2);
			assertThat(tenant.traffic().roundTrips()).isEqualTo(2);
		}
	}

	@Test
	void saysThatSuppliedTokenMustBeReplaced() {
		this.graph.says(BATCH, 401, CannedGraph.error("InvalidAuthenticationToken"));
		assertThatExceptionOfType(TenantRefusedException.class).isThrownBy(() -> send(mobile(1)))
			.withMessageContaining("tenant.access-token")
			.withMessageNotContaining("opaque-token")
			.withMessageNotContaining("jan@");
	}

	@Test
	void postponesItemThatWasRefusedForItsToken() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 401, "{}"), CannedGraph.item(2, 201, "{}")));
		assertThat(send(mobile(1), mobile(2))).containsExactly(new WriteAnswer.Postponed(Duration.ZERO),
				new WriteAnswer.Accepted(201));
	}

	@Test
	void neverPrintsValues() {
		JsonBatch.Item item = new JsonBatch.Item("POST", "/users/u/authentication/phoneMethods",
				MethodAddress.body(MethodKind.MOBILE, ContactValue.held(MethodKind.MOBILE, "+12065550100")), "g");
		assertThat(item.toString()).doesNotContain("2065550100");
	}

}
