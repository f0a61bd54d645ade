package org.ssprprefill.simulator;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.Caller.Heard;
import org.ssprprefill.simulator.SimulatedUser.Trait;

import static org.assertj.core.api.Assertions.assertThat;

class MethodTests {

	private static final String MOBILE_ID = "3179e48a-750b-4051-897c-87b9720928f7";

	private static final SimulatedUser JAN = SimulatedUser.of("jan@contoso.com");

	private static final SimulatedUser EVA = SimulatedUser.of("eva@contoso.com")
		.withMethod(MethodKind.MOBILE, "+31612345602")
		.withMethod(MethodKind.ALTERNATE_MOBILE, "+31612345603")
		.withMethod(MethodKind.EMAIL, "eva@example.org");

	private static final SimulatedUser RIA = SimulatedUser.of("ria@contoso.com").with(Trait.RESTRICTED_UNIT);

	private Simulator simulator = Simulator.start(TenantDescription.contoso(List.of(JAN, EVA, RIA)),
			SimulatorSettings.defaults());

	private Caller caller = new Caller(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void answersNumbersWithASpaceAfterTheCountryCode() {
		assertThat(this.caller.get(phones(EVA)).value()).extracting((phone) -> phone.get("phoneNumber"))
			.containsExactly("+31 612345602", "+31 612345603");
	}

	@Test
	void usesMicrosoftsFixedIdsAndTypes() {
		assertThat(this.caller.get(phones(EVA) + "/" + MOBILE_ID).body()).isEqualTo(Map.of("id", MOBILE_ID,
				"phoneNumber", "+31 612345602", "phoneType", "mobile", "smsSignInState", "notAllowedByPolicy"));
	}

	@Test
	void addsAPhoneAndCountsTheWrite() {
		Heard heard = post(JAN, "+31612345601", "mobile");
		assertThat(heard.status()).isEqualTo(201);
		assertThat(heard.at("phoneNumber")).isEqualTo("+31 612345601");
		assertThat(this.simulator.methodsOf(JAN.userPrincipalName())).containsEntry(MethodKind.MOBILE, "+31 612345601");
		assertThat(this.simulator.journal().writes())
			.isEqualTo(Map.of(new Journal.Target(JAN.id(), MethodKind.MOBILE), 1L));
		assertThat(this.simulator.journal().entries()).last()
			.satisfies((entry) -> assertThat(entry.write().orElseThrow().masked()).isEqualTo("+31 6••••••01"));
	}

	@Test
	void updatesAPhoneWithoutABody() {
		Heard heard = this.caller.send("PATCH", phones(EVA) + "/" + MOBILE_ID, "{\"phoneNumber\":\"+31 612345609\"}");
		assertThat(heard.status()).isEqualTo(204);
		assertThat(heard.body()).isEqualTo("");
		assertThat(this.simulator.methodsOf(EVA.id())).containsEntry(MethodKind.MOBILE, "+31 612345609");
	}

	@Test
	void addsReadsAndDeletesAnEmailAddress() {
		String path = "/users/" + JAN.id() + "/authentication/emailMethods";
		assertThat(this.caller.send("POST", path, "{\"emailAddress\":\"jan@example.org\"}").status()).isEqualTo(201);
		assertThat(this.caller.get(path).value())
			.containsExactly(Map.of("id", "3ddfcfc8-9383-446f-83cc-3ab9be4be18f", "emailAddress", "jan@example.org"));
		assertThat(this.caller.send("DELETE", path + "/3ddfcfc8-9383-446f-83cc-3ab9be4be18f", "").status())
			.isEqualTo(204);
		assertThat(this.caller.get(path).value()).isEmpty();
	}

	@Test
	void listsEveryMethodWithItsType() {
		assertThat(this.caller.get("/users/" + EVA.id() + "/authentication/methods").value())
			.extracting((method) -> method.get("@odata.type"))
			.containsExactly("#microsoft.graph.passwordAuthenticationMethod",
					"#microsoft.graph.phoneAuthenticationMethod", "#microsoft.graph.phoneAuthenticationMethod",
					"#microsoft.graph.emailAuthenticationMethod");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0612345601", "+31-612345601", "+31 6 12345601", "tel:+31612345601", "+31612345601 x1" })
	void refusesAnyOtherFormOfNumber(String number) {
		assertThat(post(JAN, number, "mobile").status()).isEqualTo(400);
		assertThat(this.simulator.journal().writes()).isEmpty();
	}

	@Test
	void refusesASecondPhoneOfAType() {
		assertThat(post(EVA, "+31612345601", "mobile").code()).isEqualTo("badRequest");
	}

	@Test
	void addsOnceWhoeverAsksAtTheSameTime() {
		assertThat(IntStream.range(0, 16).parallel().mapToObj((turn) -> post(JAN, "+3161234560" + turn % 10, "mobile")))
			.filteredOn((heard) -> heard.status() == 201)
			.hasSize(1);
		assertThat(this.simulator.journal().writes()).containsValue(1L).hasSize(1);
	}

	@Test
	void refusesAnAlternateWithoutAMobile() {
		assertThat(post(JAN, "+31612345601", "alternateMobile").code()).isEqualTo("badRequest");
	}

	@Test
	void keepsAMobileThatAnAlternateNeeds() {
		assertThat(this.caller.send("DELETE", phones(EVA) + "/" + MOBILE_ID, "").status()).isEqualTo(400);
		assertThat(this.simulator.methodsOf(EVA.id())).containsKey(MethodKind.MOBILE);
	}

	@Test
	void neverChangesAPhonesType() {
		assertThat(this.caller
			.send("PATCH", phones(EVA) + "/" + MOBILE_ID, "{\"phoneNumber\":\"+31612345601\",\"phoneType\":\"office\"}")
			.status()).isEqualTo(400);
	}

	@Test
	void refusesWritesOnMembersOfRestrictedUnits() {
		assertThat(post(RIA, "+31612345601", "mobile").code()).isEqualTo("accessDenied");
	}

	@Test
	void inventsAnswersForUnknownUsersAndMethods() {
		assertThat(this.caller.get("/users/nobody/authentication/phoneMethods").code()).isEqualTo("resourceNotFound");
		assertThat(this.caller.get(phones(JAN) + "/" + MOBILE_ID).code()).isEqualTo("resourceNotFound");
	}

	@Test
	void inventsOtherAnswersFromTheOtherSet() {
		try (Simulator other = Simulator.start(TenantDescription.contoso(List.of(JAN)),
				SimulatorSettings.defaults().with(InventedAnswers.other()))) {
			Heard heard = new Caller(other).send("POST", phones(JAN),
					"{\"phoneNumber\":\"1\",\"phoneType\":\"mobile\"}");
			assertThat(heard.status()).isEqualTo(422);
			assertThat(Json.text(heard.at("error"), "message")).startsWith("{\"Message\"");
		}
	}

	@Test
	void answersAWrongVerbAsTheMethodsBackendDoes() {
		Heard heard = this.caller.send("PUT", phones(EVA) + "/" + MOBILE_ID, "{}");
		assertThat(heard.status()).isEqualTo(404);
		assertThat(heard.code()).isEqualTo("UnknownError");
	}

	private Heard post(SimulatedUser user, String number, String type) {
		return this.caller.send("POST", phones(user),
				"{\"phoneNumber\":\"" + number + "\",\"phoneType\":\"" + type + "\"}");
	}

	private static String phones(SimulatedUser user) {
		return "/users/" + user.id() + "/authentication/phoneMethods";
	}

}
