package org.ssprprefill.doctor;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.doctor.Check.Status;
import org.ssprprefill.match.ScopeSettings;
import org.ssprprefill.tenant.MethodsPolicy.Configuration;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Sku;
import org.ssprprefill.timeline.OwnTelecomProvider;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyChecksTests {

	private static final Configuration ON = new Configuration(true, true, Set.of(), Set.of(), true);

	private static final Configuration OFF = new Configuration(false, true, Set.of(), Set.of(), true);

	private static PolicyChecks policy(Map<String, Configuration> methods, MethodKind... kinds) {
		return new PolicyChecks(new MethodsPolicy(true, methods, Optional.empty()), Set.of(kinds));
	}

	@Test
	void saysForWhomAMethodIsAllowed() {
		Set<ObjectId> groups = Set.of(new ObjectId(UUID.randomUUID().toString()),
				new ObjectId(UUID.randomUUID().toString()));
		Set<ObjectId> one = Set.of(new ObjectId(UUID.randomUUID().toString()));
		assertThat(policy(Map.of("sms", ON)).sms().detail().inEnglish()).isEqualTo("Allowed for everybody.");
		assertThat(policy(Map.of("sms", new Configuration(true, false, groups, one, true))).sms().detail().inEnglish())
			.isEqualTo("Allowed for 2 groups, except one group.");
	}

	@Test
	void missesWhatTheJobRegistersInVain() {
		assertThat(policy(Map.of("email", OFF), MethodKind.EMAIL).email().status()).isEqualTo(Status.WARN);
		assertThat(policy(Map.of(), MethodKind.EMAIL).email().status()).isEqualTo(Status.WARN);
		assertThat(policy(Map.of("email", OFF), MethodKind.MOBILE).email().status()).isEqualTo(Status.PASS);
	}

	@Test
	void isContentWithOneWayToAMobile() {
		PolicyChecks voice = policy(Map.of("sms", OFF, "voice", ON), MethodKind.MOBILE);
		assertThat(voice.sms().status()).isEqualTo(Status.PASS);
		PolicyChecks neither = policy(Map.of("sms", OFF, "voice", OFF), MethodKind.MOBILE);
		assertThat(neither.sms().status()).isEqualTo(Status.WARN);
		assertThat(neither.voice().status()).isEqualTo(Status.WARN);
		assertThat(neither.voice().detail().inEnglish()).contains("methods.mobile");
	}

	@Test
	void needsVoiceCallsToTheOffice() {
		assertThat(policy(Map.of("sms", ON, "voice", OFF), MethodKind.OFFICE).voice().detail().inEnglish())
			.contains("methods.office");
		Configuration mobilesOnly = new Configuration(true, true, Set.of(), Set.of(), false);
		assertThat(policy(Map.of("voice", mobilesOnly), MethodKind.OFFICE).voice().status()).isEqualTo(Status.WARN);
		assertThat(policy(Map.of("voice", mobilesOnly), MethodKind.MOBILE).voice().status()).isEqualTo(Status.PASS);
	}

	@Test
	void warnsWhileLegacyPoliciesCount() {
		PolicyChecks before = new PolicyChecks(new MethodsPolicy(false, Map.of(), Optional.empty()),
				Set.of(MethodKind.EMAIL));
		assertThat(before.migration().status()).isEqualTo(Status.WARN);
		assertThat(before.email().detail().inEnglish()).contains("unless a legacy policy allows it");
		assertThat(policy(Map.of()).migration().status()).isEqualTo(Status.PASS);
	}

	@ParameterizedTest
	@CsvSource({ "MOBILE, global, NONE, 2026-11-22, WARN, In 71 days",
			"MOBILE, global, NONE, 2027-01-31, WARN, In 1 day", "MOBILE, global, NONE, 2027-02-01, FAIL, ended",
			"MOBILE, global, BOTH, 2027-03-01, PASS, of its own", "MOBILE, global, SMS, 2027-03-01, PASS, of its own",
			"OFFICE, global, SMS, 2027-01-31, WARN, methods.office",
			"OFFICE, global, VOICE, 2027-03-01, PASS, of its own",
			"MOBILE, us-gov, NONE, 2027-03-01, PASS, announced no end",
			"EMAIL, global, NONE, 2027-03-01, PASS, no phones" })
	void tellsHowLongPhonesServe(MethodKind kind, String cloud, OwnTelecomProvider provider, LocalDate today,
			Status status, String words) {
		Expectations job = new Expectations(Optional.empty(),
				new CloudOffer(cloud, cloud.equals("global"), true, EnumSet.allOf(MethodKind.class)),
				new CredentialLife(CredentialLife.Kind.NONE, Optional.empty()), Set.of(kind),
				new ScopeSettings(Optional.empty(), List.of(), OptionalInt.empty()), Set.of(),
				new SsprStatement(1, Optional.empty(), provider), Optional.empty());
		Check check = PolicyChecks.endOfPhones(job, today);
		assertThat(check.status()).isEqualTo(status);
		assertThat(check.detail().inEnglish()).contains(words);
	}

	@Test
	void looksForAnyProductThatEntitles() {
		Sku useful = new Sku("a", "SPE_E3", "Enabled", 10, 3, Set.of());
		Sku other = new Sku("b", "STANDARDPACK", "Enabled", 5, 5, Set.of());
		assertThat(LicenceChecks.present(List.of(useful, other), useful::equals).detail().inEnglish())
			.isEqualTo("1 product with 10 seats that allow a reset.");
		assertThat(LicenceChecks.present(List.of(other), useful::equals).status()).isEqualTo(Status.FAIL);
		assertThat(LicenceChecks.present(List.of(), useful::equals).status()).isEqualTo(Status.FAIL);
	}

}
