package org.ssprprefill.coverage;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.MethodsPolicy.Configuration;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.timeline.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link PolicyView} and {@link AdministratorRules}. */
class PolicyViewTests {

	private static final Set<Channel> ALL = Set.of(Channel.values());

	private static final Set<Channel> SMS = Set.of(Channel.SMS);

	private static final ObjectId STAFF = new ObjectId("staff");

	private static final ObjectId INTERNS = new ObjectId("interns");

	@Test
	void allowsWhatEverybodyMayUse() {
		assertThat(view("email", everybody(true)).allows("email", ALL)).isTrue();
		assertThat(view("email", everybody(false)).allows("email", ALL)).isFalse();
		assertThat(view("sms", everybody(true)).allows("email", ALL)).isTrue();
	}

	@Test
	void allowsMembersOfIncludedGroups() {
		Configuration staffOnly = new Configuration(true, false, Set.of(STAFF), Set.of(), true);
		assertThat(view("sms", staffOnly, STAFF).allows("mobilePhone", ALL)).isTrue();
		assertThat(view("sms", staffOnly, INTERNS).allows("mobilePhone", SMS)).isFalse();
	}

	@Test
	void letsExclusionWin() {
		Configuration notInterns = new Configuration(true, true, Set.of(STAFF), Set.of(INTERNS), true);
		assertThat(view("sms", notInterns, STAFF, INTERNS).allows("mobilePhone", SMS)).isFalse();
		assertThat(view("sms", notInterns, STAFF).allows("mobilePhone", ALL)).isTrue();
	}

	@Test
	void callsTheOfficePhoneOnlyWhereVoiceMay() {
		Configuration mobileOnly = new Configuration(true, true, Set.of(), Set.of(), false);
		assertThat(view("voice", mobileOnly).allows("mobilePhone", ALL)).isTrue();
		assertThat(view("voice", mobileOnly).allows("officePhone", ALL)).isFalse();
		assertThat(view("voice", everybody(true)).allows("officePhone", ALL)).isTrue();
		assertThat(view("sms", everybody(true)).allows("officePhone", SMS)).isFalse();
	}

	@Test
	void knowsTheAuthenticatorAndTheTokens() {
		assertThat(view("microsoftauthenticator", everybody(true)).allows("microsoftAuthenticatorPush", ALL)).isTrue();
		assertThat(view("softwareoath", everybody(true)).allows("softwareOneTimePasscode", ALL)).isTrue();
		assertThat(view("hardwareoath", everybody(true)).allows("hardwareOneTimePasscode", ALL)).isTrue();
		assertThat(view("softwareoath", everybody(false)).allows("softwareOneTimePasscode", ALL)).isFalse();
	}

	@Test
	void doesNotForbidWhatNoConfigurationGoverns() {
		assertThat(view("softwareoath", everybody(true)).allows("hardwareOneTimePasscode", ALL)).isTrue();
		assertThat(view("sms", everybody(false)).allows("mobilePhone", ALL)).isTrue();
		assertThat(view("sms", everybody(false)).allows("mobilePhone", SMS)).isFalse();
	}

	@Test
	void namesTheGroupsThatDecide() {
		Configuration grouped = new Configuration(true, false, Set.of(STAFF), Set.of(INTERNS), true);
		Configuration off = new Configuration(false, false, Set.of(new ObjectId("nobody")), Set.of(), true);
		Configuration other = new Configuration(true, false, Set.of(new ObjectId("keys")), Set.of(), true);
		MethodsPolicy policy = new MethodsPolicy(true, Map.of("sms", grouped, "voice", off, "fido2", other),
				Optional.empty());
		assertThat(PolicyView.groupsOf(policy)).containsExactlyInAnyOrder(STAFF, INTERNS);
	}

	@ParameterizedTest
	@CsvSource({ "62e90394-69f5-4237-9190-012177145e10, true", "fe930be7-5e62-47db-91af-98c3a49a38b1, true",
			// Message Center Reader, Guest Inviter, Security Operator, Global Reader,
			// Cloud Application Administrator
			"790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b, false", "95e79109-95c0-4d8e-aee3-d01accf2d47b, false",
			"5f2222b1-57c3-48ba-8ad5-d4759f1fde6f, false", "f2ef992c-3afb-46b9-b7cf-a126ee74c451, false",
			"158c047a-c907-4556-b7ef-446551a6b5f7, false" })
	void appliesTheRulesForAdministratorsToTheRolesThatMicrosoftNames(String role, boolean administrator) {
		assertThat(AdministratorRules.applyTo(Set.of(role), false)).isEqualTo(administrator);
		assertThat(AdministratorRules.applyTo(Set.of(role), true)).isEqualTo(administrator);
	}

	@Test
	void trustsTheReportOnlyAboutPeopleOfWhomNoRoleIsKnown() {
		assertThat(AdministratorRules.applyTo(Set.of(), false)).isFalse();
		assertThat(AdministratorRules.applyTo(Set.of(), true)).isTrue();
	}

	private static Configuration everybody(boolean enabled) {
		return new Configuration(enabled, true, Set.of(), Set.of(), true);
	}

	private static PolicyView view(String id, Configuration configuration, ObjectId... groups) {
		return PolicyView.of(new MethodsPolicy(true, Map.of(id, configuration), Optional.empty()), Set.of(groups));
	}

}
