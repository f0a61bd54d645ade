package org.ssprprefill.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.SimulatedUser.Trait;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	private static final String REPORT = "/reports/authenticationMethods/userRegistrationDetails";

	private static final SimulatedUser JAN = SimulatedUser.of("jan@contoso.com");

	private static final SimulatedUser EVA = SimulatedUser.of("eva@contoso.com")
		.withMethod(MethodKind.MOBILE, "+31612345602");

	private static final SimulatedUser NEW = new SimulatedUser("n-1", "new@contoso.com", "New", Optional.empty(),
			Optional.empty(), Set.of(), List.of(), Map.of(MethodKind.EMAIL, "new@example.org"),
			Optional.of(Duration.ofHours(3)), Set.of());

	private static final SimulatedUser OUT = SimulatedUser.of("out@contoso.com").with(Trait.DISABLED);

	private final Simulator simulator = Simulator.start(TenantDescription.contoso(List.of(JAN, EVA, NEW, OUT)),
			SimulatorSettings.defaults());

	private final Caller caller = new Caller(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void leavesDisabledAccountsOut() {
		assertThat(this.caller.all(REPORT + "?$top=1")).extracting((row) -> row.get("userPrincipalName"))
			.containsExactly("jan@contoso.com", "eva@contoso.com", "new@contoso.com");
	}

	@Test
	void lagsBehindWrites() {
		this.simulator.setMethod("jan@contoso.com", MethodKind.MOBILE, "+31612345601");
		assertThat(row(JAN)).containsEntry("isSsprRegistered", false);
		this.simulator.advance(Duration.ofHours(35));
		assertThat(row(JAN)).containsEntry("isSsprRegistered", false);
		this.simulator.advance(Duration.ofHours(2));
		assertThat(row(JAN)).containsEntry("isSsprRegistered", true)
			.containsEntry("methodsRegistered", List.of("mobilePhone"));
	}

	@Test
	void catchesUpOnDemand() {
		assertThat(row(NEW)).containsEntry("isSsprCapable", false);
		this.simulator.removeMethod("eva@contoso.com", MethodKind.MOBILE);
		this.simulator.letReportCatchUp();
		assertThat(row(NEW)).containsEntry("isSsprCapable", true);
		assertThat(row(EVA)).containsEntry("methodsRegistered", List.of());
	}

	@Test
	void asksTwoMethodsOfAdministrators() {
		assertThat(row(EVA)).containsEntry("isAdmin", false).containsEntry("isSsprRegistered", true);
		this.simulator.grantRole("eva@contoso.com", "User Administrator");
		assertThat(row(EVA)).containsEntry("isAdmin", true).containsEntry("isSsprRegistered", false);
	}

	@Test
	void writesTimesAndPreferencesAsGraphDoes() {
		assertThat(row(JAN).get("lastUpdatedDateTime")).asString()
			.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}Z");
		assertThat(row(JAN)).containsEntry("userPreferredMethodForSecondaryAuthentication", "");
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> row(SimulatedUser user) {
		return (Map<String, Object>) this.caller.get(REPORT + "/" + user.id()).body();
	}

}
