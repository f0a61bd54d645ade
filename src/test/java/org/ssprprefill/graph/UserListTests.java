package org.ssprprefill.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.EntraUser.UserType;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Obstacle.Cause;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.tenant.UserKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UserListTests {

	private static final String USERS = "/v1.0/users";

	private final CannedGraph graph = new CannedGraph();

	private final FakeTime time = new FakeTime();

	@AfterEach
	void stop() {
		this.graph.close();
	}

	private <T> T ask(Function<GraphTenant, T> question) {
		try (GraphTenant tenant = this.graph.tenant(this.time)) {
			return question.apply(tenant);
		}
	}

	private List<EntraUser> users() {
		List<EntraUser> users = new ArrayList<>();
		assertThat(ask((tenant) -> tenant.users(users::addAll)).value()).contains((long) users.size());
		return users;
	}

	private static Obstacle obstacle(Answer<?> answer) {
		return ((Answer.Unreadable<?>) answer).obstacle();
	}

	private String page(String values, String next) {
		return "{\"value\":[" + values + "],\"@odata.nextLink\":\"" + this.graph.root() + "/v1.0/users?$skiptoken="
				+ next + "\"}";
	}

	private static String user(String id) {
		return "{\"id\":\"" + id + "\",\"userPrincipalName\":\"" + id + "@contoso.com\"}";
	}

	@Test
	void readsEveryDetailOfUser() {
		this.graph.says(USERS,
				"""
						{"value":[{"id":"ABC-1","userPrincipalName":"Jan@contoso.com","employeeId":"00123","mail":"j@contoso.com",\
						"accountEnabled":true,"userType":"Member","onPremisesSyncEnabled":true,"isManagementRestricted":true,\
						"assignedLicenses":[{"skuId":"SKU-1","disabledPlans":["PLAN-2"]}],\
						"assignedPlans":[{"servicePlanId":"PLAN-1","capabilityStatus":"Enabled","service":"x"}]}]}""");
		assertThat(users())
			.containsExactly(new EntraUser(new ObjectId("abc-1"), new UserPrincipalName("jan@contoso.com"),
					Optional.of(new EmployeeId("00123")), Optional.of(new UserPrincipalName("j@contoso.com")), true,
					UserType.MEMBER, true, true, List.of(new EntraUser.AssignedLicence("sku-1", List.of("plan-2"))),
					List.of(new EntraUser.AssignedPlan("plan-1", "Enabled"))));
		assertThat(this.graph.received().get(0).target()).contains("$top=999",
				"$select=id,userPrincipalName,employeeId,mail,accountEnabled,userType,creationType,onPremisesSyncEnabled,isManagementRestricted,assignedLicenses,assignedPlans");
	}

	@Test
	void readsSparseUserWithRestraint() {
		this.graph.says(USERS, """
				{"value":[{"id":"1","userPrincipalName":"a@contoso.com","userType":null,"employeeId":" ","mail":null},\
				{"id":"2","userPrincipalName":"b_x#EXT#@contoso.com","userType":""},\
				{"id":"3","userPrincipalName":"c@contoso.com","userType":"Robot"},\
				{"id":"4","userPrincipalName":"d@contoso.com","userType":"Member","creationType":"Invitation"},\
				{"id":"5","userPrincipalName":"e_x#EXT#@contoso.com","userType":"member","creationType":null},\
				{"id":"6","userPrincipalName":"f@contoso.com","userType":"Member","creationType":"LocalAccount"},\
				{"id":"4/..","userPrincipalName":"d@contoso.com"},{"id":"5"}]}""");
		List<EntraUser> users = users();
		assertThat(users).extracting(EntraUser::type)
			.containsExactly(UserType.MEMBER, UserType.GUEST, UserType.GUEST, UserType.EXTERNAL, UserType.EXTERNAL,
					UserType.MEMBER);
		assertThat(users).noneMatch(EntraUser::enabled);
		assertThat(users.get(0).employeeId()).isEmpty();
		assertThat(users.get(0).mail()).isEmpty();
	}

	@Test
	void followsPagesThroughEmptyOnes() {
		this.graph.says(USERS, page(user("1"), "two"));
		this.graph.says(USERS + "?$skiptoken=two", page("", "three"));
		this.graph.says(USERS + "?$skiptoken=three", "{\"value\":[" + user("2") + "]}");
		assertThat(users()).extracting((user) -> user.id().value()).containsExactly("1", "2");
		assertThat(this.graph.received()).hasSize(3)
			.allSatisfy((request) -> assertThat(request.headers()).containsKey("authorization"));
		assertThat(this.graph.received()).extracting((request) -> request.headers().get("client-request-id"))
			.doesNotHaveDuplicates();
	}

	@Test
	void asksWithoutPageSizeWhereItIsRefused() {
		this.graph.says(USERS, 400, CannedGraph.error("Request_BadRequest"))
			.says(USERS, "{\"value\":[" + user("1") + "]}");
		assertThat(users()).hasSize(1);
		assertThat(this.graph.received().get(1).target()).contains("$select=").doesNotContain("$top");
	}

	@Test
	void takesItsTokenToNoOtherHost() {
		this.graph.says(USERS, "{\"value\":[],\"@odata.nextLink\":\"http://localhost:1/v1.0/users?$skiptoken=x\"}");
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(this::users)
			.withMessageContaining("not on 127.0.0.1");
	}

	@Test
	void leavesTheCircleOfPages() {
		this.graph.says(USERS, page("", "same"));
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(this::users)
			.withMessageContaining("one that was read before");
		assertThat(this.graph.received()).hasSize(2);
	}

	@Test
	void leavesTheCircleOfMorePagesThanOne() {
		this.graph.says(USERS, page("", "one"));
		this.graph.says(USERS + "?$skiptoken=one", page("", "two"));
		this.graph.says(USERS + "?$skiptoken=two", page("", "one"));
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(this::users)
			.withMessageContaining("one that was read before");
		assertThat(this.graph.received()).hasSize(3);
	}

	@Test
	void namesThePermissionForUsers() {
		this.graph.says(USERS, 403, CannedGraph.error("Authorization_RequestDenied"));
		assertThat(obstacle(ask((tenant) -> tenant.users((page) -> {
		})))).isEqualTo(new Obstacle(Message.of("part.users"), Cause.PERMISSION_MISSING,
				List.of("User.Read.All", "Directory.Read.All"), 403, "Authorization_RequestDenied"));
	}

	@Test
	void waitsAsToldAndAsksAgain() {
		this.graph.says(USERS, 429, CannedGraph.error("TooManyRequests"), "Retry-After", "2.128")
			.says(USERS, 503, "")
			.says(USERS, "{\"value\":[]}");
		assertThat(users()).isEmpty();
		assertThat(this.time.longPauses()).hasSize(2).contains(Duration.ofMillis(2128));
	}

	@Test
	void losesPatienceWithTenantThatNeverAnswers() {
		this.graph.says(USERS, 500, CannedGraph.error("jan@contoso.com"));
		assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(this::users)
			.withMessageContaining("users after 8 attempts (last answer 500)")
			.withMessageNotContaining("jan@");
		assertThat(this.graph.received()).hasSize(8);
	}

	@Test
	void takesPageOfProxyForNoAnswer() {
		this.graph.says(USERS, "<html>Please sign in</html>").says(USERS, "{\"value\":[]}");
		assertThat(users()).isEmpty();
	}

	private static String named(String id, String name, String employeeId) {
		return """
				{"id":"%s","userPrincipalName":"%s","employeeId":"%s"}""".formatted(id, name, employeeId);
	}

	private List<String> found(String name) {
		return ask((tenant) -> tenant.find(UserKey.of(name))).value()
			.orElseThrow()
			.stream()
			.map((user) -> user.id().value())
			.toList();
	}

	@Test
	void findsUserByObjectIdOrName() {
		String id = "00000000-0000-4000-8000-000000000001";
		this.graph.says(USERS + "/Jan#EXT#@contoso.com", named("1", "jan#EXT#@contoso.com", "7"));
		this.graph.says(USERS + "/" + id, named(id, "kim@contoso.com", "8"));
		assertThat(found("Jan#EXT#@contoso.com")).containsExactly("1");
		assertThat(found(id)).containsExactly(id);
		assertThat(this.graph.received().get(1).target()).contains("$select=id,userPrincipalName,employeeId");
	}

	@Test
	void findsEverybodyWithAnEmployeeId() {
		this.graph.says(USERS, "{\"value\":[" + named("1", "a@contoso.com", "O'1") + ","
				+ named("2", "b@contoso.com", "O'1") + "," + named("3", "c@contoso.com", "O1") + "]}");
		assertThat(found("O'1")).containsExactly("1", "2");
		assertThat(this.graph.received().get(0).target()).contains("$filter=employeeId eq 'O''1'");
	}

	@Test
	void looksThroughAllUsersWhereTheTenantDoesNotTakeTheQuestion() {
		this.graph.says(USERS, 400, CannedGraph.error("Request_UnsupportedQuery"));
		this.graph.says(USERS,
				"{\"value\":[" + named("1", "a@contoso.com", "7") + "," + named("2", "b@contoso.com", "8") + "]}");
		assertThat(found("8")).containsExactly("2");
		this.graph.says(USERS + "/A@contoso.com", 404, CannedGraph.error("Request_ResourceNotFound"));
		assertThat(found("A@contoso.com")).containsExactly("1");
	}

	@Test
	void findsNobodyWhereThereIsNoSuchUser() {
		this.graph.says(USERS, "{\"value\":[" + named("1", "a@contoso.com", "7") + "]}");
		assertThat(found("nobody@contoso.com")).isEmpty();
	}

	@Test
	void namesThePermissionForOneUser() {
		this.graph.says(USERS + "/jan@contoso.com", 403, CannedGraph.error("Authorization_RequestDenied"));
		assertThat(obstacle(ask((tenant) -> tenant.find(UserKey.of("jan@contoso.com")))).permissions())
			.startsWith("User.Read.All");
	}

}
