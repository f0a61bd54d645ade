package org.ssprprefill.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Obstacle.Cause;
import org.ssprprefill.tenant.Organization;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.tenant.Sku;
import org.ssprprefill.tenant.TenantUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DirectoryTests {

	private static final String REPORT = "/v1.0/reports/authenticationMethods/userRegistrationDetails";

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

	private Answer<Long> report(List<Registration> rows) {
		return ask((tenant) -> tenant.registrations(rows::addAll));
	}

	private static Obstacle obstacle(Answer<?> answer) {
		return ((Answer.Unreadable<?>) answer).obstacle();
	}

	@Test
	void readsTheOrganization() {
		this.graph.says("/v1.0/organization", """
				{"value":[{"id":"tenant-1","onPremisesSyncEnabled":true,\
				"verifiedDomains":[{"name":"Contoso.com"},{"name":"contoso.onmicrosoft.com"}]}]}""");
		assertThat(ask(GraphTenant::organization)).isEqualTo(new Answer.Read<>(
				new Organization("tenant-1", Set.of("contoso.com", "contoso.onmicrosoft.com"), true)));
	}

	@Test
	void takesMissingSynchronisationForNone() {
		this.graph.says("/v1.0/organization", "{\"value\":[{\"id\":\"t\",\"onPremisesSyncEnabled\":null}]}");
		assertThat(ask(GraphTenant::organization).value().orElseThrow().synchronises()).isFalse();
	}

	@Test
	void failsSoonWhereNobodyListens() {
		try (GraphTenant tenant = this.graph.tenant(this.time)) {
			this.graph.close();
			assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(tenant::skus)
				.withMessageContaining("3 attempts (connection refused)");
		}
	}

	@Test
	void readsReportRows() {
		this.graph.says(REPORT,
				"""
						{"value":[{"id":"U-1","isAdmin":null,"isSsprRegistered":true,"isSsprEnabled":true,"isSsprCapable":false,\
						"userPreferredMethodForSecondaryAuthentication":"","userType":"martian",\
						"methodsRegistered":["mobilePhone","somethingNew",""],\
						"lastUpdatedDateTime":"2023-03-13T19:15:41.6195833Z"},{"id":"U-2"}]}""");
		List<Registration> rows = new ArrayList<>();
		assertThat(report(rows)).isEqualTo(new Answer.Read<>(2L));
		assertThat(rows).containsExactly(
				new Registration(new ObjectId("u-1"), false, true, true, false, false,
						Set.of("mobilePhone", "somethingNew"), Instant.parse("2023-03-13T19:15:41.6195833Z")),
				new Registration(new ObjectId("u-2"), false, false, false, false, false, Set.of(), Instant.EPOCH));
	}

	@Test
	void asksForReportWithoutPageSizeWhereItIsRefused() {
		this.graph.says(REPORT, 400, CannedGraph.error("BadRequest")).says(REPORT, "{\"value\":[]}");
		assertThat(report(new ArrayList<>())).isEqualTo(new Answer.Read<>(0L));
		assertThat(this.graph.received()).extracting(CannedGraph.Received::target)
			.containsExactly(REPORT + "?$top=999", REPORT);
	}

	@Test
	void takesNoAnswerWithoutAListForAnEmptyList() {
		this.graph.says("/v1.0/", "{\"value\":null}");
		assertThat(obstacle(report(new ArrayList<>())).status()).isEqualTo(200);
		assertThat(obstacle(ask(GraphTenant::skus)).cause()).isEqualTo(Cause.REFUSED);
		assertThat(obstacle(ask((tenant) -> tenant.users((page) -> {
		}))).cause()).isEqualTo(Cause.REFUSED);
		assertThat(obstacle(ask((tenant) -> tenant.usersIn(new ObjectId("g-1")))).cause()).isEqualTo(Cause.REFUSED);
		assertThat(obstacle(ask(GraphTenant::methodsPolicy)).cause()).isEqualTo(Cause.NOT_OFFERED);
	}

	@Test
	void tellsMissingLicenceFromMissingPermission() {
		this.graph.says(REPORT, 403, CannedGraph.error("Authentication_RequestFromNonPremiumTenantOrB2CTenant"))
			.says(REPORT, 403, CannedGraph.error("UnknownError"));
		try (GraphTenant tenant = this.graph.tenant(this.time)) {
			Obstacle licence = obstacle(tenant.registrations((page) -> {
			}));
			assertThat(licence.cause()).isEqualTo(Cause.LICENCE_MISSING);
			assertThat(licence.permissions()).isEmpty();
			Obstacle permission = obstacle(tenant.registrations((page) -> {
			}));
			assertThat(permission.cause()).isEqualTo(Cause.PERMISSION_MISSING);
			assertThat(permission.permissions()).containsExactly("AuditLog.Read.All");
		}
	}

	@Test
	void readsOneRowOfTheReport() {
		this.graph.says(REPORT + "/u-1", "{\"id\":\"U-1\",\"isSsprEnabled\":true,\"methodsRegistered\":[\"email\"],"
				+ "\"lastUpdatedDateTime\":\"2026-03-13T19:15:41Z\"}");
		assertThat(ask((tenant) -> tenant.registration(new ObjectId("u-1"))).value())
			.contains(Optional.of(new Registration(new ObjectId("u-1"), false, false, true, false, false,
					Set.of("email"), Instant.parse("2026-03-13T19:15:41Z"))));
	}

	@Test
	void tellsWhoTheReportDoesNotListFromAReportThatIsClosed() {
		this.graph.says(REPORT + "/u-2", 403,
				CannedGraph.error("Authentication_RequestFromNonPremiumTenantOrB2CTenant"));
		assertThat(ask((tenant) -> tenant.registration(new ObjectId("u-1"))).value()).contains(Optional.empty());
		assertThat(obstacle(ask((tenant) -> tenant.registration(new ObjectId("u-2")))).cause())
			.isEqualTo(Cause.LICENCE_MISSING);
	}

	@Test
	void readsSeatsThatAreAboutToEndOrEnded() {
		this.graph.says("/v1.0/subscribedSkus", """
				{"value":[{"skuId":"05E9","skuPartNumber":"SPE_E3","capabilityStatus":"Warning","consumedUnits":7,\
				"prepaidUnits":{"enabled":1,"warning":5,"suspended":3}}]}""");
		assertThat(ask(GraphTenant::skus))
			.isEqualTo(new Answer.Read<>(List.of(new Sku("05e9", "SPE_E3", "Warning", 1, 7, 5, 3, Set.of()))));
	}

	@Test
	void readsWhatRolesAreCalled() {
		this.graph.says("/v1.0/roleManagement/directory/roleDefinitions", """
				{"value":[{"id":"r-1","templateId":"t-1","displayName":"Security Operator"},\
				{"id":"r-2","templateId":null,"displayName":"Our own role"},{"id":"r-3","displayName":""}]}""");
		assertThat(ask(GraphTenant::roleNames)).isEqualTo(new Answer.Read<>(
				Map.of("r-1", "Security Operator", "t-1", "Security Operator", "r-2", "Our own role")));
	}

	@Test
	void readsProducts() {
		this.graph.says("/v1.0/subscribedSkus",
				"""
						{"value":[{"skuId":"05E9","skuPartNumber":"SPE_E3","capabilityStatus":"Enabled","consumedUnits":7,\
						"prepaidUnits":{"enabled":10},"servicePlans":[{"servicePlanId":"41781FB2","servicePlanName":"P1"}]}]}""");
		assertThat(ask(GraphTenant::skus))
			.isEqualTo(new Answer.Read<>(List.of(new Sku("05e9", "SPE_E3", "Enabled", 10, 7, Set.of("41781fb2")))));
	}

	@Test
	void readsTheMethodsPolicy() {
		this.graph.says("/v1.0/policies/authenticationMethodsPolicy", """
				{"policyMigrationState":"migrationComplete","lastModifiedDateTime":"2026-01-02T03:04:05Z",\
				"authenticationMethodConfigurations":[\
				{"id":"Sms","state":"enabled","includeTargets":[{"id":"all_users","targetType":"group"}],\
				"excludeTargets":[{"id":"G-1","targetType":"group"}]},\
				{"id":"Voice","state":"disabled","isOfficePhoneAllowed":false,\
				"includeTargets":[{"id":"G-2","targetType":"group"},{"id":"U-1","targetType":"user"}]}]}""");
		MethodsPolicy policy = ask(GraphTenant::methodsPolicy).value().orElseThrow();
		assertThat(policy.migrationComplete()).isTrue();
		assertThat(policy.lastModified()).contains(Instant.parse("2026-01-02T03:04:05Z"));
		assertThat(policy.methods()).containsOnlyKeys("sms", "voice")
			.containsEntry("sms",
					new MethodsPolicy.Configuration(true, true, Set.of(), Set.of(new ObjectId("g-1")), true))
			.containsEntry("voice",
					new MethodsPolicy.Configuration(false, false, Set.of(new ObjectId("g-2")), Set.of(), false));
	}

	@Test
	void doesNotAskChinaForPolicyItDoesNotHave() {
		try (GraphTenant tenant = this.graph.tenant(Cloud.CHINA, this.time)) {
			assertThat(obstacle(tenant.methodsPolicy()).cause()).isEqualTo(Cause.NOT_OFFERED);
		}
		assertThat(this.graph.received()).isEmpty();
	}

	@Test
	void readsWhetherAdministratorsMayReset() {
		this.graph.says("/v1.0/policies/authorizationPolicy", "{\"allowedToUseSSPR\":false}")
			.says("/v1.0/policies/authorizationPolicy", "{}");
		try (GraphTenant tenant = this.graph.tenant(this.time)) {
			assertThat(tenant.administratorsMayReset()).isEqualTo(new Answer.Read<>(false));
			assertThat(obstacle(tenant.administratorsMayReset()).cause()).isEqualTo(Cause.NOT_OFFERED);
		}
	}

}
