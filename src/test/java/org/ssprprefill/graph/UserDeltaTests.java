package org.ssprprefill.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Obstacle.Cause;
import org.ssprprefill.tenant.UserChange;
import org.ssprprefill.tenant.UserReceiver;

import static org.assertj.core.api.Assertions.assertThat;

class UserDeltaTests {

	private static final String DELTA = "/v1.0/users/delta";

	private static final String USERS = "/v1.0/users?";

	private final CannedGraph graph = new CannedGraph();

	private final List<String> heard = new ArrayList<>();

	@AfterEach
	void stop() {
		this.graph.close();
	}

	private final class Listener implements UserReceiver {

		@Override
		public void allUsers() {
			UserDeltaTests.this.heard.add("all users");
		}

		@Override
		public void page(List<UserChange> changes) {
			changes.forEach((change) -> UserDeltaTests.this.heard
				.add(((change instanceof UserChange.Gone) ? "-" : "+") + change.id().value()));
		}

	}

	private Answer<Optional<String>> ask(Optional<String> mark) {
		try (GraphTenant tenant = this.graph.tenant(new FakeTime())) {
			return tenant.usersSince(mark, new Listener());
		}
	}

	private Optional<String> read(Optional<String> mark) {
		this.heard.clear();
		return ask(mark).value().orElseThrow();
	}

	private String link(String query) {
		return this.graph.root() + DELTA + "?" + query;
	}

	private String page(String values, String link, String query) {
		return "{\"@odata.context\":\"x\",\"@microsoft.graph.tips\":\"odd\",\"value\":[" + values + "],\"@odata." + link
				+ "\":\"" + link(query) + "\"}";
	}

	private static String user(String id) {
		return "{\"id\":\"" + id + "\",\"userPrincipalName\":\"" + id
				+ "@contoso.com\",\"accountEnabled\":true,\"assignedLicenses\":[],\"assignedPlans\":[]}";
	}

	private String firstRound() {
		this.graph.says(DELTA + "?$select", page(user("1"), "nextLink", "$skiptoken=a"))
			.says(DELTA + "?$skiptoken=a", page("", "nextLink", "$skiptoken=b"))
			.says(DELTA + "?$skiptoken=b", page(user("2"), "deltaLink", "$deltatoken=one"));
		return read(Optional.empty()).orElseThrow();
	}

	@Test
	void readsEverybodyTheFirstTime() {
		assertThat(firstRound()).endsWith(link("$deltatoken=one"));
		assertThat(this.heard).containsExactly("all users", "+1", "+2");
		assertThat(this.graph.received().get(0).target()).contains("assignedPlans").doesNotContain("$top");
	}

	@Test
	void readsOnlyWhatChangedAfterwards() {
		String mark = firstRound();
		this.graph.says(DELTA + "?$deltatoken=one",
				page(user("2") + ",{\"id\":\"1\",\"@removed\":{\"reason\":\"changed\"}}," + user("2"), "deltaLink",
						"$deltatoken=two"));
		assertThat(read(Optional.of(mark))).get().asString().endsWith("two");
		assertThat(this.heard).containsExactly("+2", "-1", "+2");
	}

	@Test
	void anUnchangedTenantIsOneRequest() {
		String mark = firstRound();
		int before = this.graph.received().size();
		this.graph.says(DELTA + "?$deltatoken=one", page("", "deltaLink", "$deltatoken=two"));
		assertThat(read(Optional.of(mark))).isPresent();
		assertThat(this.heard).isEmpty();
		assertThat(this.graph.received()).hasSize(before + 1);
	}

	@Test
	void readsEverybodyWhereTheMarkIsForgotten() {
		String mark = firstRound();
		firstRound();
		this.graph.says(DELTA + "?$deltatoken=one", 410, CannedGraph.error("syncStateNotFound"), "Location",
				link("$deltatoken="));
		assertThat(read(Optional.of(mark))).isPresent();
		assertThat(this.heard).containsExactly("all users", "+1", "+2");
	}

	@Test
	void readsEverybodyWhereAChangeTellsLessThanTheWholeUser() {
		String mark = firstRound();
		this.graph.says(DELTA + "?$deltatoken=one",
				page("{\"id\":\"1\",\"accountEnabled\":false}", "deltaLink", "$deltatoken=two"));
		assertThat(read(Optional.of(mark))).isPresent();
		assertThat(this.heard).containsExactly("all users", "+1", "+2");
	}

	@Test
	void takesNoMarkOfAnotherEndpointOrForOtherProperties() {
		String mark = firstRound();
		for (String other : List.of(mark.replace("127.0.0.1", "graph.example.com"), "0 " + link("$deltatoken=one"))) {
			assertThat(read(Optional.of(other))).isPresent();
			assertThat(this.heard).startsWith("all users");
		}
		assertThat(this.graph.received()).noneMatch((request) -> request.target().contains("$deltatoken"));
	}

	@Test
	void listsUsersWhereTheTenantKeepsNoAccountOfChanges() {
		this.graph.says(USERS, "{\"value\":[" + user("1") + "," + user("2") + "]}");
		for (int status : new int[] { 404, 400, 501, 405, 403 }) {
			this.graph.says(DELTA, status, CannedGraph.error("NotImplemented"));
			assertThat(read(Optional.empty())).as("%s", status).isEmpty();
			assertThat(this.heard).containsExactly("all users", "all users", "+1", "+2");
		}
		this.graph.says(DELTA, "{\"value\":[]}").says(DELTA, user("delta"));
		assertThat(read(Optional.empty())).isEmpty();
		assertThat(read(Optional.empty())).isEmpty();
		assertThat(this.heard).containsExactly("all users", "all users", "+1", "+2");
	}

	@Test
	void namesThePermissionForUsers() {
		this.graph.says("/v1.0/users", 403, CannedGraph.error("Authorization_RequestDenied"));
		assertThat(ask(Optional.empty()))
			.isEqualTo(new Answer.Unreadable<>(new Obstacle(Message.of("part.users"), Cause.PERMISSION_MISSING,
					List.of("User.Read.All", "Directory.Read.All"), 403, "Authorization_RequestDenied")));
	}

}
