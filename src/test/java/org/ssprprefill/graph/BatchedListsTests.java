package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.TenantUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Many lists in few exchanges, each item treated as the request it stands for. */
class BatchedListsTests {

	private static final String BATCH = "/v1.0/$batch";

	private final CannedGraph graph = new CannedGraph();

	private final FakeTime time = new FakeTime();

	private final GraphTenant tenant = this.graph.tenant(this.time);

	@AfterEach
	void stop() {
		this.tenant.close();
		this.graph.close();
	}

	private static String members(String... ids) {
		return Arrays.stream(ids)
			.map((id) -> "{\"@odata.type\":\"#microsoft.graph.user\",\"id\":\"" + id + "\"}")
			.collect(Collectors.joining(",", "{\"value\":[", "]}"));
	}

	private String page(String group, int number, String user) {
		return members(user).replaceFirst("\\}$",
				",\"@odata.nextLink\":\"" + this.graph.root() + list(group) + "?\\$skiptoken=p" + number + "\"}");
	}

	private static String list(String group) {
		return "/v1.0/groups/" + group + "/transitiveMembers";
	}

	private static Set<ObjectId> groups(int number) {
		return IntStream.rangeClosed(1, number)
			.mapToObj((group) -> new ObjectId("g-" + group))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private Map<ObjectId, Answer<Set<ObjectId>>> ask(int number) {
		return this.tenant.usersInEach(groups(number));
	}

	private static Answer<Set<ObjectId>> read(String... users) {
		return new Answer.Read<>(Arrays.stream(users).map(ObjectId::new).collect(Collectors.toSet()));
	}

	private static Obstacle obstacle(Answer<?> answer) {
		return ((Answer.Unreadable<?>) answer).obstacle();
	}

	private List<String> exchanges() {
		return this.graph.received()
			.stream()
			.map((request) -> request.method() + " " + request.target().replaceFirst("\\?.*", "")
					+ (request.target().equals(BATCH) ? " " + request.items().size() : ""))
			.toList();
	}

	@Test
	void readsFortyFiveGroupsInThreeExchanges() {
		groups(45).forEach((group) -> this.graph.says(list(group.value()), members("u-" + group.value())));
		Map<ObjectId, Answer<Set<ObjectId>>> answers = ask(45);
		assertThat(answers).hasSize(45)
			.allSatisfy((group, answer) -> assertThat(answer).isEqualTo(read("u-" + group.value())));
		assertThat(exchanges()).containsExactly("POST " + BATCH + " 20", "POST " + BATCH + " 20",
				"POST " + BATCH + " 5");
		assertThat(this.tenant.traffic().requests()).as("each item counts").isEqualTo(45);
	}

	@Test
	void asksForOneGroupPlainlyAndForNoneNotAtAll() {
		assertThat(ask(0)).isEmpty();
		assertThat(exchanges()).isEmpty();
		this.graph.says(list("g-1"), members("u-1"));
		assertThat(ask(1)).containsValue(read("u-1"));
		assertThat(exchanges()).containsExactly("GET " + list("g-1"));
	}

	@Test
	void readsTheNextPagesOfAllListsInTheFollowingExchange() {
		for (String group : List.of("g-1", "g-2", "g-3")) {
			this.graph.says(list(group), page(group, 2, "u-1"));
			this.graph.says(list(group) + "?$skiptoken=p2", page(group, 3, "u-2"));
		}
		this.graph.says(list("g-1") + "?$skiptoken=p3", members("u-3"));
		this.graph.says(list("g-2") + "?$skiptoken=p3", members());
		this.graph.says(list("g-3") + "?$skiptoken=p3", members("u-4"));
		assertThat(ask(3)).isEqualTo(Map.of(new ObjectId("g-1"), read("u-1", "u-2", "u-3"), new ObjectId("g-2"),
				read("u-1", "u-2"), new ObjectId("g-3"), read("u-1", "u-2", "u-4")));
		assertThat(exchanges()).containsExactly("POST " + BATCH + " 3", "POST " + BATCH + " 3", "POST " + BATCH + " 3");
	}

	@Test
	void asksByItselfForWhatTheBatchDoesNotAnswer() {
		this.graph.says(BATCH,
				CannedGraph.batch(CannedGraph.item(7, 200, members("u-9")), CannedGraph.item(3, 200, members("u-3")),
						CannedGraph.item(1, 200, members("u-1")), CannedGraph.item(3, 200, members("u-9")),
						CannedGraph.item(4, 424, "{}"), CannedGraph.item(5, 200, "\"no list\"")));
		for (String group : List.of("g-2", "g-4", "g-5")) {
			this.graph.says(list(group), members("u-of-" + group));
		}
		Map<ObjectId, Answer<Set<ObjectId>>> answers = ask(5);
		assertThat(answers.get(new ObjectId("g-1"))).isEqualTo(read("u-1"));
		assertThat(answers.get(new ObjectId("g-2"))).as("not answered").isEqualTo(read("u-of-g-2"));
		assertThat(answers.get(new ObjectId("g-3"))).as("answered twice").isEqualTo(read("u-3"));
		assertThat(answers.get(new ObjectId("g-4"))).as("not tried").isEqualTo(read("u-of-g-4"));
		assertThat(answers.get(new ObjectId("g-5"))).as("unreadable").isEqualTo(read("u-of-g-5"));
		assertThat(exchanges()).hasSize(4);
	}

	@Test
	void waitsAsLongAsAnItemIsToldTo() {
		this.graph.says(BATCH,
				CannedGraph.batch(CannedGraph.throttled(1, 429, "12.5"), CannedGraph.item(2, 200, members("u-2"))));
		this.graph.says(list("g-1"), members("u-1"));
		assertThat(ask(2)).containsValue(read("u-1")).containsValue(read("u-2"));
		assertThat(this.time.longPauses()).containsExactly(Duration.ofMillis(12_500));
	}

	@Test
	void tellsARefusedItemFromAnEmptyGroup() {
		this.graph.says(list("g-1"), 403, CannedGraph.error("Authorization_RequestDenied"));
		this.graph.says(list("g-2"), 200, members());
		Map<ObjectId, Answer<Set<ObjectId>>> answers = ask(3);
		assertThat(obstacle(answers.get(new ObjectId("g-1"))).cause()).isEqualTo(Obstacle.Cause.PERMISSION_MISSING);
		assertThat(answers.get(new ObjectId("g-2"))).isEqualTo(read());
		assertThat(obstacle(answers.get(new ObjectId("g-3"))).cause()).isEqualTo(Obstacle.Cause.NOT_OFFERED);
	}

	@Test
	void doesNotTakeTheRefusalOfABatchForThatOfItsItems() {
		this.graph.says(BATCH, 404, CannedGraph.error("ResourceNotFound"));
		this.graph.says(list("g-1"), members("u-1"));
		this.graph.says(list("g-2"), members("u-2"));
		assertThat(ask(2)).containsValue(read("u-1")).containsValue(read("u-2"));
	}

	@Test
	void triesABatchAgainThatGotNoAnswer() {
		this.graph.says(BATCH, CannedGraph.DROPPED);
		this.graph.says(BATCH, 503, "{}", "Retry-After", "3");
		this.graph.says(BATCH,
				CannedGraph.batch(CannedGraph.item(2, 200, members("u-2")), CannedGraph.item(1, 200, members("u-1"))));
		assertThat(ask(2)).containsValue(read("u-1")).containsValue(read("u-2"));
		assertThat(exchanges()).hasSize(3);
	}

	@Test
	void givesUpAfterEightAttempts() {
		this.graph.says("/v1.0/subscribedSkus", "{\"value\":[]}");
		this.tenant.skus();
		this.graph.says(BATCH, CannedGraph.DROPPED);
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(() -> ask(2))
			.withMessageContaining("group members after 8 attempts");
	}

	@Test
	void doesWithoutAPageSizeWhereOneIsRefused() {
		for (String group : List.of("g-1", "g-2")) {
			this.graph.says(list(group) + "?", 400, CannedGraph.error("Request_BadRequest"));
			this.graph.says(list(group), members("u-of-" + group));
		}
		assertThat(ask(2)).containsValue(read("u-of-g-1")).containsValue(read("u-of-g-2"));
		assertThat(exchanges()).containsExactly("POST " + BATCH + " 2", "POST " + BATCH + " 2");
	}

	@Test
	void sendsItsTokenNowhereElse() {
		String elsewhere = members("u-1").replaceFirst("\\}$", ",\"@odata.nextLink\":\"https://elsewhere.example/p\"}");
		this.graph.says(list("g-1"), elsewhere);
		this.graph.says(list("g-2"), members("u-2"));
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(() -> ask(2))
			.withMessageContaining("cannot be read to its end");
	}

	@Test
	void leavesTheCircleOfPages() {
		for (String group : List.of("g-1", "g-2")) {
			this.graph.says(list(group), page(group, 1, "u-1"));
			this.graph.says(list(group) + "?$skiptoken=p1", page(group, 2, "u-1"));
			this.graph.says(list(group) + "?$skiptoken=p2", page(group, 1, "u-1"));
		}
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(() -> ask(2))
			.withMessageContaining("one that was read before");
	}

	@Test
	void keepsThePaceForEveryItem() {
		groups(45).forEach((group) -> this.graph.says(list(group.value()), members()));
		GraphSettings usual = this.graph.settings(Cloud.GLOBAL, new Credential.AccessToken(Secret.of("opaque")));
		GraphSettings slow = new GraphSettings(usual.tenantId(), usual.cloud(), usual.credential(), usual.endpoint(),
				usual.login(), usual.trust(), usual.proxy(), new GraphSettings.Pace(10, 4));
		Instant begun = this.time.now();
		try (GraphTenant patient = GraphTenant.connect(slow, this.time)) {
			patient.usersInEach(groups(45));
		}
		assertThat(Duration.between(begun, this.time.now())).isBetween(Duration.ofMillis(3900), Duration.ofSeconds(5));
		assertThat(exchanges()).as("no more than a second may hold").hasSize(5);
	}

}
