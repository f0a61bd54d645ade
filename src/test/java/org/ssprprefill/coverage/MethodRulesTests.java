package org.ssprprefill.coverage;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.contact.MethodKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.coverage.People.person;
import static org.ssprprefill.coverage.SsprSettings.Writeback.ON;
import static org.ssprprefill.coverage.Verdicts.assertGap;
import static org.ssprprefill.coverage.Verdicts.assertUnknown;
import static org.ssprprefill.coverage.Verdicts.judge;

/**
 * Tests for {@link UsableMethods} and {@link MethodRules}, through {@link CoverageRules}.
 */
class MethodRulesTests {

	private static final Duration LONG_BEFORE = Duration.ofHours(49);

	private static final Duration JUST_BEFORE = Duration.ofHours(48);

	@ParameterizedTest
	@ValueSource(strings = { "alternateMobilePhone", "fido2SecurityKey", "fido2", "passKeyDeviceBound",
			"passKeyDeviceBoundWindowsHello", "windowsHelloForBusiness", "temporaryAccessPass", "x509Certificate",
			"microsoftAuthenticatorPasswordless" })
	void doesNotCountMethodsThatDoNotServeReset(String method) {
		assertGap(person().registered(method), Gap.NO_METHOD);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mobilePhone", "officePhone", "email", "microsoftAuthenticatorPush",
			"softwareOneTimePasscode", "hardwareOneTimePasscode" })
	void countsMethodsThatServeReset(String method) {
		assertThat(judge(person().registered(method)).canReset()).isEqualTo(Ruling.YES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "macOsSecureEnclaveKey", "externalAuthMethod", "qrCode", "x509CertificateMultiFactor",
			"passKeySynced", "somethingNew" })
	void neverCountsAnotherWordWhateverMicrosoftCallsRegistered(String method) {
		assertGap(person().registered(method), Gap.NO_METHOD);
		Verdict beside = judge(person().registered("mobilePhone", method));
		assertThat(beside.canReset()).isEqualTo(Ruling.YES);
		assertThat(beside.canReset2027()).isEqualTo(Ruling.NO);
		assertThat(beside.conditions().get(3).value()).contains("registered, not for a reset: " + method);
	}

	@Test
	void countsSecurityQuestionsOfPeopleWhoAreNoAdministrators() {
		assertThat(judge(person().registered("securityQuestion")).canReset()).isEqualTo(Ruling.YES);
		assertGap(person().administrator().registered("securityQuestion"), Gap.NO_METHOD);
	}

	@Test
	void asksForASecondMethodWhereTwoAreNeeded() {
		CoverageRules two = People.rules(People.settings(2, ON));
		assertThat(two.judge(person().report(false, true, "email").facts()).gap()).contains(Gap.SECOND_METHOD_MISSING);
		assertThat(two.judge(person().registered("email", "mobilePhone").facts()).canReset()).isEqualTo(Ruling.YES);
		assertThat(two.judge(person().report(false, true, "email", "alternateMobilePhone").facts()).gap())
			.contains(Gap.SECOND_METHOD_MISSING);
	}

	@Test
	void alwaysAsksTwoMethodsOfAdministrators() {
		assertGap(person().administrator().registered("mobilePhone"), Gap.SECOND_METHOD_MISSING);
		assertGap(person().administrator().registered("mobilePhone", "securityQuestion"), Gap.SECOND_METHOD_MISSING);
		assertThat(judge(person().administrator().registered("mobilePhone", "email")).canReset()).isEqualTo(Ruling.YES);
	}

	@Test
	void countsAConfirmedMethodUntilTheReportIsNewEnough() {
		People waiting = person().report(false, true).confirmed(MethodKind.EMAIL, JUST_BEFORE);
		assertThat(judge(waiting).canReset()).isEqualTo(Ruling.YES);
		assertGap(person().report(false, true).confirmed(MethodKind.EMAIL, LONG_BEFORE), Gap.NO_METHOD);
	}

	@Test
	void doesNotLetAnOlderReportDenyAConfirmedMethod() {
		assertThat(judge(person().report(false, true).confirmed(MethodKind.MOBILE, Duration.ofHours(-6))).canReset())
			.isEqualTo(Ruling.YES);
	}

	@Test
	void neverCountsAConfirmedAlternateMobile() {
		assertGap(person().report(false, true).confirmed(MethodKind.ALTERNATE_MOBILE, Duration.ZERO), Gap.NO_METHOD);
	}

	@Test
	void saysWhereConfirmedMethodsComeFrom() {
		Condition methods = judge(person().report(false, true).confirmed(MethodKind.EMAIL, Duration.ZERO)).conditions()
			.get(3);
		assertThat(methods.source()).isEqualTo("read-back");
		assertThat(methods.asOf()).contains(People.REPORT);
		assertThat(methods.value()).isEqualTo("email (1 of 1); isSsprRegistered = false");
	}

	@Test
	void leavesOpenWhatMicrosoftDoesNotCount() {
		assertUnknown(judge(person().report(false, true, "mobilePhone")));
	}

}
