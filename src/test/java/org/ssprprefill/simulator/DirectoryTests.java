package org.ssprprefill.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.Caller.Heard;
import org.ssprprefill.simulator.SimulatedUser.Trait;
import org.ssprprefill.simulator.TenantDescription.Company;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;

import static org.assertj.core.api.Assertions.assertThat;

class DirectoryTests {

	private static final SimulatedUser ADA = SimulatedUser.of("ada@contoso.com")
		.withLicences("SPE_E3 without AAD_PREMIUM")
		.withEmployeeId("0042")
		.with(Trait.SYNCHRONISED);

	private static final SimulatedUser BOB = SimulatedUser.of("bob@contoso.com");

	private static final TenantDescription TENANT = TenantDescription.contoso(people())
		.withGroups(SimulatedGroup.of("Admins", "bob@contoso.com").forRoles(),
				SimulatedGroup.of("Everyone", "ada@contoso.com", "Admins"))
		.withRoles(List.of(new RoleGrant("User Administrator", "Admins")),
				List.of(new RoleGrant("Global Administrator", "ada@contoso.com")));

	private final Simulator simulator = Simulator.start(TENANT, SimulatorSettings.defaults());

	private final Caller caller = new Caller(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void pagesUsersByAnOpaqueLink() {
		assertThat(this.caller.get("/users").value()).hasSize(100);
		assertThat(this.caller.all("/users?$top=70&$select=id,employeeId")).hasSize(252)
			.doesNotHaveDuplicates()
			.allSatisfy((user) -> assertThat(user).containsOnlyKeys("id", "employeeId"));
	}

	@Test
	void filtersUsersByEmployeeId() {
		assertThat(this.caller.all("/users?$filter=employeeId%20eq%20'0042'&$select=userPrincipalName"))
			.extracting((user) -> Json.text(user, "userPrincipalName"))
			.containsExactly("ada@contoso.com");
		assertThat(this.caller.all("/users?$filter=employeeId%20eq%20'O''1'")).isEmpty();
	}

	@Test
	void refusesPagesOfAThousand() {
		Heard heard = this.caller.get("/users?$top=1000");
		assertThat(heard.status()).isEqualTo(400);
		assertThat(Json.text(heard.at("error"), "message"))
			.isEqualTo("Invalid page size specified: '1000'. Must be between 1 and 999 inclusive.");
	}

	@Test
	void showsDefaultPropertiesUnlessOthersAreSelected() {
		assertThat(this.caller.get("/users/" + ADA.id()).body()).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("mail", "ada@contoso.com")
			.doesNotContainKeys("accountEnabled", "employeeId");
		assertThat(this.caller.get("/users/ada@contoso.com?$select=employeeId,onPremisesSyncEnabled").body())
			.isEqualTo(Map.of("id", ADA.id(), "employeeId", "0042", "onPremisesSyncEnabled", true));
	}

	@Test
	void marksSwitchedOffPlans() {
		Heard heard = this.caller.get("/users/" + ADA.id() + "?$select=assignedLicenses,assignedPlans");
		assertThat(heard.at("assignedLicenses"))
			.isEqualTo(List.of(Map.of("skuId", "05e9a617-0261-4cee-bb44-138d3ef5d965", "disabledPlans",
					List.of("41781fb2-bc02-4b7c-bd55-b576c07bb09d"))));
		assertThat(heard.at("assignedPlans").toString()).contains("Deleted", "Enabled");
	}

	@Test
	void tellsWhatChangedSinceADeltaLink() {
		String link = "/users/delta?$select=accountEnabled";
		int seen = 0;
		for (Heard page = this.caller.get(link); !link.isEmpty(); page = link.isEmpty() ? page
				: this.caller.get(link)) {
			seen += page.value().size();
			link = String.valueOf(page.at("@odata.nextLink"));
			if (link.isEmpty()) {
				this.simulator.disable("bob@contoso.com");
				assertThat(this.caller.get(String.valueOf(page.at("@odata.deltaLink"))).value())
					.extracting((user) -> user.get("id"))
					.as("Graph may tell of a user twice")
					.containsExactly(BOB.id(), BOB.id());
			}
		}
		assertThat(seen).isEqualTo(252);
		assertThat(this.caller.get("/users/delta?$deltatoken=stale").status()).isEqualTo(410);
	}

	@Test
	void forgetsNoChangeMadeWhileADeltaIsRead() {
		Heard page = this.caller.get("/users/delta?$select=accountEnabled");
		this.simulator.disable("bob@contoso.com");
		while (page.at("@odata.deltaLink").equals("")) {
			page = this.caller.get(String.valueOf(page.at("@odata.nextLink")));
		}
		assertThat(this.caller.get(String.valueOf(page.at("@odata.deltaLink"))).value())
			.extracting((user) -> user.get("id"))
			.contains(BOB.id());
	}

	@Test
	void answersUnknownUsersAndSegmentsAsTheDirectoryDoes() {
		assertThat(this.caller.get("/users/nobody").code()).isEqualTo("Request_ResourceNotFound");
		Heard heard = this.caller.get("/nonsense");
		assertThat(heard.status()).isEqualTo(400);
		assertThat(Json.text(heard.at("error"), "message")).isEqualTo("Resource not found for the segment 'nonsense'.");
	}

	@Test
	void listsMembersDirectAndNested() {
		String group = "/groups/" + SimulatedUser.idOf("Everyone");
		assertThat(types(group + "/members")).containsExactly("#microsoft.graph.user", "#microsoft.graph.group");
		assertThat(this.caller.all(group + "/transitiveMembers/microsoft.graph.user"))
			.extracting((member) -> member.get("id"))
			.containsExactly(ADA.id(), BOB.id());
		assertThat(this.caller.get("/groups/nowhere/members").status()).isEqualTo(404);
	}

	@Test
	void expandsThePrincipalOfARole() {
		Map<String, Object> item = this.caller.get("/roleManagement/directory/roleAssignments?$expand=principal")
			.value()
			.get(0);
		assertThat(item).containsEntry("roleDefinitionId", "fe930be7-5e62-47db-91af-98c3a49a38b1");
		assertThat(item.get("principal")).asString().contains("#microsoft.graph.group", "isAssignableToRole=true");
	}

	@Test
	void showsEligibilityOnlyWherePimIsInUse() {
		String path = "/roleManagement/directory/roleEligibilityScheduleInstances";
		assertThat(this.caller.get(path).value()).extracting((item) -> item.get("principalId"))
			.containsExactly(ADA.id());
		try (Simulator plain = Simulator.start(TENANT.with(company(true, false)), SimulatorSettings.defaults())) {
			Heard heard = new Caller(plain).get(path);
			assertThat(heard.status()).isEqualTo(400);
			assertThat(heard.code()).isEqualTo("AadPremiumLicenseRequired");
		}
	}

	@Test
	void keepsTheReportForPremiumTenants() {
		try (Simulator free = Simulator.start(TENANT.with(company(false, false)), SimulatorSettings.defaults())) {
			assertThat(new Caller(free).get("/reports/authenticationMethods/userRegistrationDetails").code())
				.isEqualTo("Authentication_RequestFromNonPremiumTenantOrB2CTenant");
		}
	}

	@Test
	void describesOrganizationSkusAndPolicies() {
		assertThat(this.caller.get("/organization").value().get(0)).containsEntry("displayName", "Contoso");
		assertThat(this.caller.get("/subscribedSkus").value().get(0)).containsEntry("skuPartNumber", "SPE_E3")
			.containsEntry("consumedUnits", 1);
		assertThat(this.caller.get("/policies/authenticationMethodsPolicy").at("policyMigrationState"))
			.isEqualTo("migrationComplete");
		assertThat(this.caller.get("/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/sms")
			.at("@odata.type")).isEqualTo("#microsoft.graph.smsAuthenticationMethodConfiguration");
		assertThat(this.caller.get("/policies/authorizationPolicy").at("allowedToUseSSPR")).isEqualTo(true);
	}

	@Test
	void grantsRolesBehindTheProgramsBack() {
		this.simulator.grantRole("bob@contoso.com", "Helpdesk Administrator");
		assertThat(this.caller.all("/roleManagement/directory/roleAssignments")).hasSize(2);
	}

	private List<Object> types(String path) {
		return this.caller.all(path).stream().map((member) -> member.get("@odata.type")).toList();
	}

	private static Company company(boolean premium, boolean pim) {
		Company old = TenantDescription.contoso(List.of()).organization();
		return new Company(old.id(), old.name(), old.domains(), true, premium, pim, old.reportLag());
	}

	private static List<SimulatedUser> people() {
		List<SimulatedUser> people = new ArrayList<>(List.of(ADA, BOB));
		for (int i = 0; i < 250; i++) {
			people.add(SimulatedUser.of("user" + i + "@contoso.com").withMethod(MethodKind.MOBILE, "+31612345600"));
		}
		return people;
	}

}
