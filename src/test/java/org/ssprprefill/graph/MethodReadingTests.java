package org.ssprprefill.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodAnswer.Registered;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.MethodQuery.Family;

import static org.assertj.core.api.Assertions.assertThat;

class MethodReadingTests {

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

	/**
	 * Says for each item one mobile number that ends in the user's number, last first.
	 */
	private static String everybodysNumber(String body) {
		List<String> answers = new ArrayList<>();
		for (JsonNode item : GraphResponse.parse(body.getBytes()).path("requests")) {
			String user = item.path("url").asString("").replaceAll("\\D", "");
			answers.add(CannedGraph.item(item.path("id").asInt(0), 200,
					"{\"value\":[{\"phoneType\":\"mobile\",\"phoneNumber\":\"+1 20655501" + user + "\"}]}"));
		}
		Collections.reverse(answers);
		return CannedGraph.batch(answers.toArray(String[]::new));
	}

	@Test
	void asksInBatchesOfTwentyAndKeepsTheOrder() {
		this.graph.says(BATCH, 200, MethodReadingTests::everybodysNumber);
		MethodQuery[] queries = IntStream.range(10, 55)
			.mapToObj(MethodReadingTests::phones)
			.toArray(MethodQuery[]::new);
		List<MethodAnswer> answers = read(queries);
		assertThat(answers).hasSize(45);
		for (int i = 0; i < 45; i++) {
			assertThat(answers.get(i)).isEqualTo(new Registered(
					Map.of(MethodKind.MOBILE, ContactValue.held(MethodKind.MOBILE, "+1 20655501" + (10 + i)))));
		}
		assertThat(this.graph.received()).hasSize(3)
			.allSatisfy((request) -> assertThat(request.items()).hasSizeLessThanOrEqualTo(20));
	}

	@Test
	void asksForPhonesAndMailSeparatelyByObjectId() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 200, NOTHING),
				CannedGraph.item(2, 200, "{\"value\":[{\"id\":\"3ddfcfc8\",\"emailAddress\":\"jan@example.org\"}]}")));
		List<MethodAnswer> answers = read(phones(1), new MethodQuery(new ObjectId("user-1"), Family.EMAIL));
		assertThat(answers).containsExactly(NONE,
				new Registered(Map.of(MethodKind.EMAIL, ContactValue.held(MethodKind.EMAIL, "jan@example.org"))));
		assertThat(this.graph.received().get(0).items()).extracting((item) -> item.path("url").asString())
			.containsExactlyInAnyOrder("/users/user-1/authentication/phoneMethods",
					"/users/user-1/authentication/emailMethods");
		assertThat(this.graph.received().get(0).items())
			.extracting((item) -> item.path("headers").path("client-request-id").asString())
			.doesNotHaveDuplicates()
			.allSatisfy((id) -> assertThat(id).hasSize(36));
	}

	@Test
	void readsAllPhoneTypesAndLeavesUnknownOnesAlone() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 200, """
				{"value":[{"phoneType":"office","phoneNumber":"+31 201234567x12","smsSignInState":""},\
				{"phoneType":"alternateMobile","phoneNumber":"+31612345678"},\
				{"phoneType":"satellite","phoneNumber":"+8816"},{"id":"x"}]}""")));
		assertThat(read(phones(1))).containsExactly(
				new Registered(Map.of(MethodKind.OFFICE, ContactValue.held(MethodKind.OFFICE, "+31201234567x12"),
						MethodKind.ALTERNATE_MOBILE, ContactValue.held(MethodKind.ALTERNATE_MOBILE, "+31 612345678"))));
	}

	@Test
	void readsBodyThatIsTextWithJson() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 200, "\"{\\\"value\\\":[]}\"")));
		assertThat(read(phones(1))).containsExactly(NONE);
	}

	@Test
	void asksOnceForTheSameQuestion() {
		this.graph.says(BATCH, CannedGraph.batch(CannedGraph.item(1, 200, NOTHING)));
		assertThat(read(phones(1), phones(1))).containsExactly(NONE, NONE);
		assertThat(this.graph.received().get(0).items()).hasSize(1);
	}

	@Test
	void answersNothingForNoQuestions() {
		assertThat(read()).isEmpty();
		assertThat(this.graph.received()).isEmpty();
	}

}
