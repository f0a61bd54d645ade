package org.ssprprefill.graph;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.MethodWrite.Verb;
import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.WriteAnswer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MethodWriteAnswerTests {

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
		try (GraphTenant tenant = this.graph.acquainted(this.time)) {
			return tenant.write(List.of(writes), () -> true);
		}
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

	/** Others have found the word somewhere in the error, and do not say where. */
	@Test
	void findsWhyANumberIsStoredAndRefusedWhereverTheErrorSaysIt() {
		this.graph.says(BATCH, CannedGraph.batch(
				CannedGraph.item(1, 409,
						"{\"error\":{\"code\":\"Conflict\",\"message\":\"phoneNumberNotUnique: +31\"}}"),
				CannedGraph.item(2, 409, CannedGraph.error("Conflict")),
				CannedGraph.item(3, 400, "{\"error\":{\"code\":\"no\",\"message\":\"phoneNumberNotUnique\"}}")));
		assertThat(send(mobile(1), mobile(2), mobile(3))).containsExactly(
				new WriteAnswer.Refused(409, "phoneNumberNotUnique"), new WriteAnswer.Refused(409, "Conflict"),
				new WriteAnswer.Refused(400, "no"));
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
			assertThat(tenant.write(List.of(mobile(1)), () -> true))
				.containsExactly(new WriteAnswer.Postponed(Duration.ZERO));
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
			tenant.write(List.of(mobile(1)), () -> true);
			assertThat(this.time.longPauses()).isEmpty();
			tenant.write(List.of(mobile(1)), () -> true);
			assertThat(this.time.longPauses()).containsExactly(Duration.ofSeconds(7));
			assertThat(tenant.traffic().waitedMillis()).isEqualTo(7000);
			assertThat(tenant.traffic().throttled()).isEqualTo(2);
			assertThat(tenant.traffic().writes()).isEqualTo(2);
			assertThat(tenant.traffic().roundTrips()).isEqualTo(2);
		}
	}

	@Test
	void asksThePermitAgainAfterTheWait() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.throttled(1, 429, "7")));
		try (GraphTenant tenant = this.graph.tenant(this.time)) {
			tenant.write(List.of(mobile(1)), () -> true);
			assertThat(tenant.write(List.of(mobile(1)), () -> this.time.longPauses().isEmpty()))
				.containsExactly(new WriteAnswer.Withheld());
			assertThat(this.graph.received()).hasSize(1);
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

}
