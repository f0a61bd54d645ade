package org.ssprprefill.coverage;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.MethodsPolicy.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link PolicyView} and {@link AdministratorRules}. */
class PolicyViewTests {

	private static final ObjectId STAFF = new ObjectId("staff");

	private static final ObjectId INTERNS = new ObjectId("interns");

	@Test
	void allowsWhatEverybodyMayUse() {
		assertThat(view("email", everybody(true)).allows("email")).isTrue();
		assertThat(view("email", everybody(false)).allows("email")).isFalse();
		assertThat(view("sms", everybody(true)).allows("email")).isFalse();
	}

	@Test
	void allowsMembersOfIncludedGroups() {
		Configuration staffOnly = new Configuration(true, false, Set.of(STAFF), Set.of(), true);
		assertThat(view("sms", staffOnly, STAFF).allows("mobilePhone")).isTrue();
		assertThat(view("sms", staffOnly, INTERNS).allows("mobilePhone")).isFalse();
	}

	@Test
	void letsExclusionWin() {
		Configuration notInterns = new Configuration(true, true, Set.of(STAFF), Set.of(INTERNS), true);
		assertThat(view("sms", notInterns, STAFF, INTERNS).allows("mobilePhone")).isFalse();
		assertThat(view("sms", notInterns, STAFF).allows("mobilePhone")).isTrue();
	}

	@Test
	void callsTheOfficePhoneOnlyWhereVoiceMay() {
		Configuration mobileOnly = new Configuration(true, true, Set.of(), Set.of(), false);
		assertThat(view("voice", mobileOnly).allows("mobilePhone")).isTrue();
		assertThat(view("voice", mobileOnly).allows("officePhone")).isFalse();
		assertThat(view("voice", everybody(true)).allows("officePhone")).isTrue();
		assertThat(view("sms", everybody(true)).allows("officePhone")).isFalse();
	}

	@Test
	void knowsTheAuthenticatorAndTheTokens() {
		assertThat(view("microsoftauthenticator", everybody(true)).allows("microsoftAuthenticatorPush")).isTrue();
		assertThat(view("softwareoath", everybody(true)).allows("softwareOneTimePasscode")).isTrue();
		assertThat(view("hardwareoath", everybody(true)).allows("hardwareOneTimePasscode")).isTrue();
		assertThat(view("softwareoath", everybody(true)).allows("hardwareOneTimePasscode")).isFalse();
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

	@Test
	void appliesTheRulesForAdministratorsToEveryRoleButTheReaders() {
		String globalReader = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
		String globalAdministrator = "62e90394-69f5-4237-9190-012177145e10";
		assertThat(AdministratorRules.applyTo(Set.of(), false)).isFalse();
		assertThat(AdministratorRules.applyTo(Set.of(globalReader), false)).isFalse();
		assertThat(AdministratorRules.applyTo(Set.of(globalReader, globalAdministrator), false)).isTrue();
		assertThat(AdministratorRules.applyTo(Set.of(), true)).isTrue();
	}

	private static Configuration everybody(boolean enabled) {
		return new Configuration(enabled, true, Set.of(), Set.of(), true);
	}

	private static PolicyView view(String id, Configuration configuration, ObjectId... groups) {
		return PolicyView.of(new MethodsPolicy(true, Map.of(id, configuration), Optional.empty()), Set.of(groups));
	}

}
