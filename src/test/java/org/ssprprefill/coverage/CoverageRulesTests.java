package org.ssprprefill.coverage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.MethodKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.coverage.People.person;
import static org.ssprprefill.coverage.SsprSettings.Writeback.OFF;
import static org.ssprprefill.coverage.SsprSettings.Writeback.ON;
import static org.ssprprefill.coverage.SsprSettings.Writeback.UNKNOWN;

/** Tests for {@link CoverageRules}: one example and more of each gap. */
class CoverageRulesTests {

	private static final Duration LONG_BEFORE = Duration.ofHours(49);

	private static final Duration JUST_BEFORE = Duration.ofHours(48);

	@Test
	void findsNoGapInAPersonForWhomEverythingHolds() {
		Verdict verdict = judge(person());
		assertThat(verdict.canReset()).isEqualTo(Ruling.YES);
		assertThat(verdict.gap()).isEmpty();
		assertThat(verdict.conditions()).extracting(Condition::id)
			.containsExactly("enabled", "allowed-by-policy", "licensed", "methods", "methods-allowed");
	}

	@Test
	void namesDisabledBeforeEverything() {
		assertGap(person().disabled().licensed(Entitlement.NONE), Gap.DISABLED);
	}

	@Test
	void namesThePolicyThatLeavesThePersonOut() {
		assertGap(person().report(true, false, "mobilePhone").licensed(Entitlement.NONE), Gap.NOT_ALLOWED_BY_POLICY);
	}

	@Test
	void namesTheSwitchForAdministrators() {
		assertGap(
				person().administrator().registered("mobilePhone", "email").administratorsMayReset(Optional.of(false)),
				Gap.ADMIN_RESET_OFF);
		assertUnknown(judge(
				person().administrator().registered("mobilePhone", "email").administratorsMayReset(Optional.empty())));
	}

	@Test
	void ignoresTheSwitchForEverybodyElse() {
		assertThat(judge(person().administratorsMayReset(Optional.of(false))).canReset()).isEqualTo(Ruling.YES);
	}

	@Test
	void asksForWritebackOnlyOfSynchronisedPeople() {
		CoverageRules off = new CoverageRules(People.settings(1, OFF));
		assertThat(off.judge(person().facts()).canReset()).isEqualTo(Ruling.YES);
		assertThat(off.judge(person().synchronised().facts()).gap()).contains(Gap.WRITEBACK_OFF);
		assertUnknown(new CoverageRules(People.settings(1, UNKNOWN)).judge(person().synchronised().facts()));
	}

	@Test
	void asksForALicenceThatFitsTheAccount() {
		assertGap(person().licensed(Entitlement.NONE), Gap.NOT_LICENSED);
		assertThat(judge(person().licensed(Entitlement.CLOUD_RESET)).canReset()).isEqualTo(Ruling.YES);
		assertGap(person().synchronised().licensed(Entitlement.CLOUD_RESET), Gap.NOT_LICENSED);
		assertUnknown(judge(person().licensed(Entitlement.UNKNOWN)));
	}

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
	@ValueSource(strings = { "securityQuestion", "somethingNew" })
	void countsOtherMethodsOnlyWhereMicrosoftDoes(String method) {
		assertThat(judge(person().registered(method)).canReset()).isEqualTo(Ruling.YES);
		assertGap(person().report(false, true, method), Gap.NO_METHOD);
	}

	@Test
	void asksForASecondMethodWhereTwoAreNeeded() {
		CoverageRules two = new CoverageRules(People.settings(2, ON));
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
	void doesNotHoldTheMethodsPolicyAgainstAdministrators() {
		assertThat(judge(person().administrator().registered("mobilePhone", "email").allowed(true)).canReset())
			.isEqualTo(Ruling.YES);
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

	@Test
	void leavesOpenWhatNoReportTells() {
		assertUnknown(judge(person().withoutReport()));
		assertUnknown(judge(person().withoutReport().confirmed(MethodKind.EMAIL, Duration.ZERO)));
		assertGap(person().withoutReport().licensed(Entitlement.NONE), Gap.NOT_LICENSED);
	}

	@Test
	void namesMethodsThatTheMethodsPolicyForbids() {
		assertGap(person().registered("mobilePhone").allowed(true, "email"), Gap.METHOD_NOT_ALLOWED_BY_POLICY);
		assertThat(judge(person().registered("mobilePhone", "email").allowed(true, "email")).canReset())
			.isEqualTo(Ruling.YES);
	}

	@Test
	void leavesOpenWhatElseAPersonOutsideTheReportMayHave() {
		Verdict verdict = judge(
				person().withoutReport().confirmed(MethodKind.MOBILE, Duration.ZERO).allowed(true, "email"));
		assertUnknown(verdict);
		assertThat(verdict.conditions().get(4).answer()).isEqualTo(Ruling.UNKNOWN);
	}

	@Test
	void trustsMicrosoftWhereALegacyPolicyMayAllowMore() {
		assertThat(judge(person().registered("mobilePhone").allowed(false)).canReset()).isEqualTo(Ruling.YES);
		assertUnknown(judge(person().report(false, true).confirmed(MethodKind.MOBILE, Duration.ZERO).allowed(false)));
	}

	@Test
	void trustsMicrosoftWhereThePolicyCannotBeRead() {
		assertThat(judge(person().withoutPolicy()).canReset()).isEqualTo(Ruling.YES);
		assertUnknown(judge(person().report(false, true).confirmed(MethodKind.MOBILE, Duration.ZERO).withoutPolicy()));
	}

	@Test
	void losesPhonesIn2027() {
		assertThat(judge(person().registered("mobilePhone", "officePhone")).canReset2027()).isEqualTo(Ruling.NO);
		assertThat(judge(person().registered("mobilePhone", "email")).canReset2027()).isEqualTo(Ruling.YES);
		assertThat(judge(person().registered("microsoftAuthenticatorPush")).canReset2027()).isEqualTo(Ruling.YES);
		assertThat(judge(person().withoutReport()).canReset2027()).isEqualTo(Ruling.UNKNOWN);
	}

	@Test
	void keepsPhonesIn2027WithATelecomProviderOfOnesOwn() {
		CoverageRules own = new CoverageRules(new SsprSettings(1, ON, true, OptionalInt.empty()));
		assertThat(own.judge(person().facts()).canReset2027()).isEqualTo(Ruling.YES);
	}

	@Test
	void doesNotTakeTodaysCapabilityAsProofFor2027() {
		Verdict verdict = judge(person().registered("mobilePhone", "email").withoutPolicy());
		assertThat(verdict.canReset()).isEqualTo(Ruling.YES);
		assertThat(verdict.canReset2027()).isEqualTo(Ruling.UNKNOWN);
	}

	@Test
	void saysWhatToDoAboutEveryGap() {
		assertThat(List.of(Gap.values())).extracting(Gap::remedy)
			.allMatch((remedy) -> remedy.endsWith("."))
			.doesNotHaveDuplicates();
		assertThat(List.of(Gap.values())).extracting(Gap::word)
			.containsExactly("disabled", "not-allowed-by-policy", "admin-reset-off", "writeback-off", "not-licensed",
					"no-method", "second-method-missing", "method-not-allowed-by-policy", "not-measurable");
	}

	private static Verdict judge(People person) {
		return new CoverageRules(People.settings(1, ON)).judge(person.facts());
	}

	private static void assertGap(People person, Gap gap) {
		Verdict verdict = judge(person);
		assertThat(verdict.gap()).contains(gap);
		assertThat(verdict.canReset()).isEqualTo(Ruling.NO);
		assertThat(verdict.canReset2027()).isEqualTo(Ruling.NO);
	}

	private static void assertUnknown(Verdict verdict) {
		assertThat(verdict.gap()).contains(Gap.NOT_MEASURABLE);
		assertThat(verdict.canReset()).isEqualTo(Ruling.UNKNOWN);
	}

}
