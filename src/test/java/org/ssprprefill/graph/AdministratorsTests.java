package org.ssprprefill.graph;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Administrators.Hold;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Obstacle.Cause;
import org.ssprprefill.tenant.RolesHeld;

import static org.assertj.core.api.Assertions.assertThat;

class AdministratorsTests {

	private static final String ASSIGNED = "/v1.0/roleManagement/directory/roleAssignments";

	private static final String ELIGIBLE = "/v1.0/roleManagement/directory/roleEligibilityScheduleInstances";

	private static final String NOBODY = "{\"value\":[]}";

	private final CannedGraph graph = new CannedGraph();

	private GraphTenant tenant;

	@BeforeEach
	void connect() {
		this.tenant = this.graph.tenant(new FakeTime());
	}

	@AfterEach
	void stop() {
		this.tenant.close();
		this.graph.close();
	}

	private static String holds(String id, String role, String type) {
		return "{\"principalId\":\"%s\",\"roleDefinitionId\":\"%s\",\"principal\":{\"id\":\"%s\",\"@odata.type\":\"#microsoft.graph.%s\"}}"
			.formatted(id, role, id, type);
	}

	private static String list(String... values) {
		return "{\"value\":[" + String.join(",", values) + "]}";
	}

	private static String member(String id, String type) {
		return "{\"id\":\"%s\",\"@odata.type\":\"#microsoft.graph.%s\"}".formatted(id, type);
	}

	private Administrators found() {
		return this.tenant.administrators().value().orElseThrow();
	}

	private Obstacle obstacle() {
		return ((Answer.Unreadable<Administrators>) this.tenant.administrators()).obstacle();
	}

	@Test
	void findsThemByRoleThroughGroupsAndByEligibility() {
		this.graph.says(ASSIGNED, list(holds("u-1", "r-1", "user"), holds("g-1", "r-2", "group"),
				holds("s-1", "r-3", "servicePrincipal")));
		this.graph.says(ELIGIBLE,
				list(holds("u-1", "r-4", "user"), holds("u-2", "r-4", "user"), holds("g-2", "r-5", "group")));
		this.graph.says("/v1.0/groups/g-1/members", list(member("u-3", "user"), member("s-2", "servicePrincipal")));
		this.graph.says("/v1.0/groups/g-2/members", list(member("u-2", "user"), member("u-4", "user")));
		assertThat(found()).isEqualTo(new Administrators(
				Map.of(new ObjectId("u-1"), Hold.ROLE, new ObjectId("u-2"), Hold.THROUGH_GROUP, new ObjectId("u-3"),
						Hold.THROUGH_GROUP, new ObjectId("u-4"), Hold.THROUGH_GROUP),
				Map.of(new ObjectId("u-1"), Set.of("r-1", "r-4"), new ObjectId("u-2"), Set.of("r-4", "r-5"),
						new ObjectId("u-3"), Set.of("r-2"), new ObjectId("u-4"), Set.of("r-5")),
				Map.of(new ObjectId("u-1"), new RolesHeld(Set.of("r-1"), Set.of("r-4"), false), new ObjectId("u-2"),
						new RolesHeld(Set.of(), Set.of("r-4", "r-5"), true), new ObjectId("u-3"),
						new RolesHeld(Set.of("r-2"), Set.of(), true), new ObjectId("u-4"),
						new RolesHeld(Set.of(), Set.of("r-5"), true)),
				true));
		assertThat(this.graph.received().get(0).items()).extracting((item) -> item.path("url").asString())
			.containsExactly("/roleManagement/directory/roleAssignments?$expand=principal",
					"/roleManagement/directory/roleEligibilityScheduleInstances?$expand=principal");
		assertThat(this.graph.received()).as("one exchange for roles, one for members and owners").hasSize(2);
	}

	@Test
	void findsWhoMayActivateMembershipOfAGroupWithARole() {
		this.graph.says(ASSIGNED, list(holds("g-1", "r-1", "group")));
		this.graph.says(ELIGIBLE, NOBODY);
		this.graph.says("/v1.0/groups/g-1/members", list(member("u-1", "user"), member("g-3", "group")));
		this.graph.says("/v1.0/groups/g-2/members", list(member("u-2", "user")));
		this.graph.says(inGroup("g-1"),
				list(holds("u-3", "", "user"), holds("u-1", "", "user"), holds("g-2", "", "group")));
		this.graph.says("/v1.0/groups/g-3/members", NOBODY);
		this.graph.says(inGroup("g-3"), list("{\"principalId\":\"u-4\",\"accessId\":\"owner\"}"));
		assertThat(found().byUser()).isEqualTo(Map.of(new ObjectId("u-1"), Hold.THROUGH_GROUP, new ObjectId("u-2"),
				Hold.THROUGH_GROUP, new ObjectId("u-3"), Hold.ELIGIBLE, new ObjectId("u-4"), Hold.ELIGIBLE));
		assertThat(found().of(new ObjectId("u-3"))).isEqualTo(new RolesHeld(Set.of(), Set.of("r-1"), false));
	}

	@Test
	void asksAboutEligibleMembersWithoutExpansionWhereThatIsRefused() {
		this.graph.says(ASSIGNED, list(holds("g-1", "r-1", "group")));
		this.graph.says(ELIGIBLE, NOBODY);
		this.graph.says("/v1.0/groups/g-1/members", NOBODY);
		this.graph.says(inGroup("g-1"), 400, "{\"error\":{\"code\":\"BadRequest\"}}");
		this.graph.says(inGroup("g-1").replace("$expand=principal&", ""), list("{\"principalId\":\"u-3\"}"));
		assertThat(found().byUser()).containsOnlyKeys(new ObjectId("u-3"));
	}

	@ParameterizedTest
	@CsvSource({ "403, Authorization_RequestDenied, No, false", "400, AadPremiumLicenseRequired, No, true",
			"403, AadPremiumLicenseRequired, No, true", "404, UnknownError, No, true",
			"400, BadRequest, Resource not found for the segment 'privilegedAccess'., true",
			"400, BadRequest, Invalid filter clause., false" })
	void takesEligibleMembersForUnreadableUnlessThereCanBeNone(int status, String code, String message,
			boolean readable) {
		this.graph.says(ASSIGNED, list(holds("g-1", "r-1", "group"), holds("u-1", "r-1", "user")));
		this.graph.says(ELIGIBLE, NOBODY);
		this.graph.says("/v1.0/groups/g-1/members", NOBODY);
		String refusal = "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}";
		this.graph.says(inGroup("g-1"), status, refusal);
		this.graph.says(inGroup("g-1").replace("$expand=principal&", ""), status, refusal);
		assertThat(this.tenant.administrators().value().isPresent()).isEqualTo(readable);
	}

	@Test
	void doesNotBelieveThatNoAccountHoldsARole() {
		this.graph.says(ASSIGNED, NOBODY);
		this.graph.says(ELIGIBLE, NOBODY);
		assertThat(obstacle().cause()).isEqualTo(Obstacle.Cause.IMPLAUSIBLE);
	}

	private static String inGroup(String group) {
		return "/v1.0/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances"
				+ "?$expand=principal&$filter=groupId eq '" + group + "'";
	}

	@Test
	void tellsRolesForTheWholeTenantFromThoseForAnAdministrativeUnit() {
		this.graph.says(ASSIGNED,
				list(holds("u-1", "r-1", "user").replaceFirst("\\{",
						"{\"directoryScopeId\":\"/administrativeUnits/a-1\","),
						holds("u-1", "r-2", "user").replaceFirst("\\{", "{\"directoryScopeId\":\"/\",")));
		this.graph.says(ELIGIBLE, NOBODY);
		assertThat(found().of(new ObjectId("u-1"))).isEqualTo(new RolesHeld(Set.of("r-2"), Set.of("r-1"), false));
		assertThat(found().of(new ObjectId("u-2"))).isEqualTo(RolesHeld.NONE);
	}

	@Test
	void readsAllPagesOfAssignmentsAndMembers() {
		this.graph.says(ASSIGNED, "{\"value\":[],\"@odata.nextLink\":\"" + this.graph.root() + ASSIGNED + "?p=2\"}");
		this.graph.says(ASSIGNED + "?p=2", list(holds("g-1", "r-1", "group")));
		this.graph.says(ELIGIBLE, NOBODY);
		String members = "/v1.0/groups/g-1/members";
		this.graph.says(members, "{\"value\":[" + member("u-1", "user") + "],\"@odata.nextLink\":\"" + this.graph.root()
				+ members + "?p=2\"}");
		this.graph.says(members + "?p=2", list(member("u-2", "user")));
		assertThat(found().byUser()).containsOnlyKeys(new ObjectId("u-1"), new ObjectId("u-2"));
	}

	@Test
	void takesUntoldPrincipalForUserAndForGroup() {
		this.graph.says(ASSIGNED, list("{\"principalId\":\"x-1\",\"roleDefinitionId\":\"r-1\"}",
				"{\"principalId\":\"x-2\",\"roleDefinitionId\":\"r-1\"}"));
		this.graph.says(ELIGIBLE, NOBODY);
		this.graph.says("/v1.0/groups/x-2/members", list(member("u-9", "user")));
		assertThat(found().byUser()).containsOnlyKeys(new ObjectId("x-1"), new ObjectId("x-2"), new ObjectId("u-9"));
	}

	@Test
	void followsGroupsInGroupsWithoutEnd() {
		this.graph.says(ASSIGNED, list(holds("g-1", "r-1", "group")));
		this.graph.says(ELIGIBLE, NOBODY);
		this.graph.says("/v1.0/groups/g-1/members", list(member("g-2", "group")));
		this.graph.says("/v1.0/groups/g-2/members", list(member("g-1", "group"), member("u-1", "user")));
		assertThat(found().roles()).isEqualTo(Map.of(new ObjectId("u-1"), Set.of("r-1")));
	}

	@Test
	void handsTheRolesOfAGroupOnToGroupsInItWhicheverIsReadFirst() {
		this.graph.says(ASSIGNED, list(holds("g-2", "r-2", "group"), holds("g-1", "r-1", "group")));
		this.graph.says(ELIGIBLE, NOBODY);
		this.graph.says("/v1.0/groups/g-1/members", list(member("g-2", "group")));
		this.graph.says("/v1.0/groups/g-2/members", list(member("g-3", "group")));
		this.graph.says("/v1.0/groups/g-3/members", list(member("u-1", "user")));
		assertThat(found().roles()).isEqualTo(Map.of(new ObjectId("u-1"), Set.of("r-1", "r-2")));
	}

	@Test
	void knowsTenantsWithoutEligibleRoles() {
		this.graph.says(ASSIGNED, list(holds("u-1", "r-1", "user")));
		this.graph.says(ELIGIBLE, 400, CannedGraph.error("AadPremiumLicenseRequired"));
		assertThat(found().pimInUse()).isFalse();
		assertThat(found().byUser()).containsOnlyKeys(new ObjectId("u-1"));
	}

	@Test
	void isUnreadableWhenAssignmentsAre() {
		this.graph.says(ASSIGNED, 403, CannedGraph.error("Authorization_RequestDenied"));
		assertThat(obstacle().cause()).isEqualTo(Cause.PERMISSION_MISSING);
		assertThat(obstacle().permissions()).startsWith("RoleManagement.Read.Directory");
	}

	@ParameterizedTest
	@ValueSource(strings = { ASSIGNED, ELIGIBLE, "/v1.0/groups/g-1/members", "/v1.0/groups/g-1/owners" })
	void isUnreadableWhereAnAnswerIsNoList(String path) {
		this.graph.says(ASSIGNED, list(holds("g-1", "r-1", "group"))).says(ELIGIBLE, NOBODY);
		this.graph.says("/v1.0/groups", NOBODY);
		this.graph.forget(path);
		this.graph.says(path, "{\"status\":\"ok\"}");
		assertThat(obstacle().cause()).isEqualTo(Cause.REFUSED);
		assertThat(obstacle().permissions()).isEmpty();
	}

	@Test
	void isUnreadableWhenEligibilitiesAre() {
		this.graph.says(ASSIGNED, NOBODY);
		this.graph.says(ELIGIBLE, 403, CannedGraph.error("Authorization_RequestDenied"));
		assertThat(obstacle().permissions()).startsWith("RoleEligibilitySchedule.Read.Directory");
	}

	@Test
	void isUnreadableWhenGroupMembersAre() {
		this.graph.says(ASSIGNED, list(holds("g-1", "r-1", "group")));
		this.graph.says(ELIGIBLE, NOBODY);
		this.graph.says("/v1.0/groups/g-1/members", 403, CannedGraph.error("Authorization_RequestDenied"));
		assertThat(obstacle()).isEqualTo(new Obstacle(Message.of("part.group-members"), Cause.PERMISSION_MISSING,
				List.of("GroupMember.Read.All", "Directory.Read.All"), 403, "Authorization_RequestDenied"));
	}

	@Test
	void isUnreadableWhenAGroupThatHoldsRolesIsNotFound() {
		this.graph.says(ASSIGNED, list(holds("g-1", "r-1", "group")));
		this.graph.says(ELIGIBLE, NOBODY);
		assertThat(obstacle().question()).hasToString("group members");
		assertThat(obstacle().status()).isEqualTo(404);
	}

	@Test
	void countsOwnersOfGroupsThatHoldRoles() {
		this.graph.says(ASSIGNED, list(holds("g-1", "r-1", "group")));
		this.graph.says(ELIGIBLE, NOBODY);
		this.graph.says("/v1.0/groups/g-1/members", list(member("u-1", "user")));
		this.graph.says("/v1.0/groups/g-1/owners", list(member("u-2", "user"), member("s-1", "servicePrincipal")));
		assertThat(found().byUser())
			.isEqualTo(Map.of(new ObjectId("u-1"), Hold.THROUGH_GROUP, new ObjectId("u-2"), Hold.THROUGH_GROUP));
	}

	@Test
	void doesWithoutOwnersWhereTheServiceHasNoSuchList() {
		this.graph.says(ASSIGNED, list(holds("g-1", "r-1", "group")));
		this.graph.says(ELIGIBLE, NOBODY);
		this.graph.says("/v1.0/groups/g-1/members", list(member("u-1", "user")));
		this.graph.says("/v1.0/groups/g-1/owners", 400, CannedGraph.error("BadRequest"));
		assertThat(found().byUser()).isEqualTo(Map.of(new ObjectId("u-1"), Hold.THROUGH_GROUP));
	}

	@Test
	void isUnreadableWhenGroupOwnersAre() {
		this.graph.says(ASSIGNED, list(holds("g-1", "r-1", "group")));
		this.graph.says(ELIGIBLE, NOBODY);
		this.graph.says("/v1.0/groups/g-1/members", list(member("u-1", "user")));
		this.graph.says("/v1.0/groups/g-1/owners", 403, CannedGraph.error("Authorization_RequestDenied"));
		assertThat(obstacle().question()).hasToString("group owners");
		assertThat(obstacle().permissions()).startsWith("GroupMember.Read.All");
	}

	@Test
	void readsUsersOfGroupThroughNestedOnes() {
		this.graph.says("/v1.0/groups/g-1/transitiveMembers",
				list(member("u-1", "user"), member("g-2", "group"), member("u-2", "user")));
		assertThat(this.tenant.usersIn(new ObjectId("g-1")))
			.isEqualTo(new Answer.Read<>(Set.of(new ObjectId("u-1"), new ObjectId("u-2"))));
	}

	@Test
	void tellsGroupThatIsNotThere() {
		Answer<Set<ObjectId>> answer = this.tenant.usersIn(new ObjectId("g-404"));
		assertThat(((Answer.Unreadable<Set<ObjectId>>) answer).obstacle().cause()).isEqualTo(Cause.NOT_OFFERED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 405, 410, 501 })
	void takesNoGroupForMissingUnlessItIsNotFound(int status) {
		this.graph.says("/v1.0/groups/g-1/transitiveMembers", status, CannedGraph.error("NotImplemented"));
		Answer<Set<ObjectId>> answer = this.tenant.usersIn(new ObjectId("g-1"));
		assertThat(((Answer.Unreadable<Set<ObjectId>>) answer).obstacle().cause()).isEqualTo(Cause.REFUSED);
	}

}
