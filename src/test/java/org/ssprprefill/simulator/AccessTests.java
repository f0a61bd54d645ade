package org.ssprprefill.simulator;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ssprprefill.simulator.Caller.Heard;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTests {

	private static final SimulatedUser JAN = SimulatedUser.of("jan@contoso.com");

	private static final TenantDescription TENANT = TenantDescription.contoso(List.of(JAN));

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final String REQUEST = "client_id=a&grant_type=client_credentials&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default";

	private final Simulator simulator = Simulator.start(TENANT, SimulatorSettings.defaults());

	private final Caller caller = new Caller(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void acceptsTokensOfItsOwnTokenEndpoint() {
		Heard token = token("contoso.com", REQUEST + "&client_secret=s");
		assertThat(token.at("token_type")).isEqualTo("Bearer");
		Heard users = this.caller.send("GET", "/users", "", "Authorization", "Bearer " + token.at("access_token"));
		assertThat(users.status()).isEqualTo(200);
	}

	@Test
	void issuesTokensForAnAssertionToo() {
		assertThat(token(TENANT.organization().id(), REQUEST + "&client_assertion=a.b.c").status()).isEqualTo(200);
	}

	@Test
	void carriesPermissionsTenantAndExpiryInTheToken() {
		String claims = this.simulator.accessToken().split("\\.")[1];
		Object content = Json.MAPPER.readValue(Base64.getUrlDecoder().decode(claims), Object.class);
		assertThat(Json.text(content, "tid")).isEqualTo(TENANT.organization().id());
		assertThat(String.valueOf(((Map<?, ?>) content).get("roles"))).contains("User.Read.All");
		assertThat(((Map<?, ?>) content).get("exp")).isInstanceOf(Number.class);
	}

	@Test
	void refusesTokensFlatly() {
		Heard heard = token("contoso.com", REQUEST);
		assertThat(heard.status()).isEqualTo(401);
		assertThat(heard.at("error")).isEqualTo("invalid_client");
		assertThat(heard.at("error_codes")).isEqualTo(List.of(7000216));
		assertThat(token("fabrikam.com", REQUEST + "&client_secret=s").at("error_codes")).isEqualTo(List.of(90002));
		assertThat(token("contoso.com", "grant_type=client_credentials&scope=x&client_secret=s").at("error"))
			.isEqualTo("invalid_scope");
	}

	@Test
	void refusesASecretOnCue() {
		this.simulator
			.rehearse(FaultScript.none().on(FaultTrigger.on("POST", "/token$"), Fault.refuse(401, "invalid_client")));
		assertThat(token("contoso.com", REQUEST + "&client_secret=s").at("error")).isEqualTo("invalid_client");
	}

	@Test
	void describesItselfToIdentityLibraries() {
		String root = this.simulator.login().toString();
		assertThat(this.caller.get(root + "/contoso.com/v2.0/.well-known/openid-configuration").at("token_endpoint"))
			.isEqualTo(root + "/contoso.com/oauth2/v2.0/token");
		assertThat(this.caller.get(root + "/common/discovery/instance?api-version=1.1").at("metadata").toString())
			.contains(this.simulator.login().getAuthority());
	}

	@ParameterizedTest
	@CsvSource({ "'',Access token is empty.", "Bearer x,CompactToken parsing failed with error code: 80049217",
			"Bearer a.b.c,Access token validation failure. Invalid signature." })
	void refusesOtherTokens(String authorization, String message) {
		Heard heard = this.caller.send("GET", "/users", "", "Authorization", authorization);
		assertThat(heard.status()).isEqualTo(401);
		assertThat(heard.code()).isEqualTo("InvalidAuthenticationToken");
		assertThat(Json.text(heard.at("error"), "message")).isEqualTo(message);
	}

	@Test
	void refusesExpiredTokens() {
		String token = this.simulator.accessToken();
		this.simulator.advance(Duration.ofDays(2));
		Heard heard = this.caller.send("GET", "/users", "", "Authorization", "Bearer " + token);
		assertThat(Json.text(heard.at("error"), "message"))
			.isEqualTo("Lifetime validation failed, the token is expired.");
	}

	@ParameterizedTest
	@CsvSource({ "User.Read.All,/users,Authorization_RequestDenied",
			"AuditLog.Read.All,/reports/authenticationMethods/userRegistrationDetails,Authorization_RequestDenied",
			"RoleManagement.Read.Directory,/roleManagement/directory/roleAssignments,Authorization_RequestDenied",
			"GroupMember.Read.All,/groups/g/members,Authorization_RequestDenied",
			"UserAuthenticationMethod.Read.All,/users/jan@contoso.com/authentication/methods,accessDenied" })
	void refusesWhatNoPermissionOpens(String permission, String path, String code) {
		SimulatorSettings settings = SimulatorSettings.defaults().without(permission);
		try (Simulator poorer = Simulator.start(TENANT, settings)) {
			Heard heard = new Caller(poorer).get(path);
			assertThat(heard.status()).isEqualTo(403);
			assertThat(heard.code()).isEqualTo(code);
		}
	}

	@Test
	void refusesWritesToAReader() {
		SimulatorSettings settings = SimulatorSettings.defaults().without("UserAuthMethod-Phone.ReadWrite.All");
		try (Simulator readOnly = Simulator.start(TENANT, settings)) {
			Caller reader = new Caller(readOnly);
			String path = "/users/" + JAN.id() + "/authentication/phoneMethods";
			assertThat(reader.get(path).status()).isEqualTo(200);
			assertThat(reader.send("POST", path, "{}").code()).isEqualTo("accessDenied");
		}
	}

	@Test
	void echoesTheClientsRequestId() {
		Heard heard = this.caller.send("GET", "/users/nobody", "", "client-request-id", "c-1");
		assertThat(heard.header("client-request-id")).isEqualTo("c-1");
		assertThat(heard.at("error").toString()).contains("request-id=" + heard.header("request-id"));
	}

	@Test
	void refusesFiltersInsteadOfIgnoringThem() {
		assertThat(this.caller.get("/users?$filter=accountEnabled%20eq%20true").code())
			.isEqualTo("Request_UnsupportedQuery");
	}

	private Heard token(String tenant, String form) {
		return this.caller.send("POST", this.simulator.login() + "/" + tenant + "/oauth2/v2.0/token", form,
				"Content-Type", FORM);
	}

}
