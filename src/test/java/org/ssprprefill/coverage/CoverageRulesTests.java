package org.ssprprefill.coverage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.timeline.OwnTelecomProvider;
import org.ssprprefill.timeline.Timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.coverage.People.person;
import static org.ssprprefill.coverage.SsprSettings.Writeback.OFF;
import static org.ssprprefill.coverage.SsprSettings.Writeback.ON;
import static org.ssprprefill.coverage.SsprSettings.Writeback.UNKNOWN;
import static org.ssprprefill.coverage.Verdicts.assertGap;
import static org.ssprprefill.coverage.Verdicts.assertUnknown;
import static org.ssprprefill.coverage.Verdicts.judge;

/** Tests for {@link CoverageRules}: an example and more of each gap. */
class CoverageRulesTests {

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
		CoverageRules off = People.rules(People.settings(1, OFF));
		assertThat(off.judge(person().facts()).canReset()).isEqualTo(Ruling.YES);
		assertThat(off.judge(person().synchronised().facts()).gap()).contains(Gap.WRITEBACK_OFF);
		assertUnknown(People.rules(People.settings(1, UNKNOWN)).judge(person().synchronised().facts()));
	}

	@Test
	void asksForALicenceThatFitsTheAccount() {
		assertGap(person().licensed(Entitlement.NONE), Gap.NOT_LICENSED);
		assertThat(judge(person().licensed(Entitlement.CLOUD_RESET)).canReset()).isEqualTo(Ruling.YES);
		assertGap(person().synchronised().licensed(Entitlement.CLOUD_RESET), Gap.NOT_LICENSED);
		assertUnknown(judge(person().licensed(Entitlement.UNKNOWN)));
	}

	@Test
	void doesNotHoldTheMethodsPolicyAgainstAdministrators() {
		assertThat(judge(person().administrator().registered("mobilePhone", "email").allowed(true)).canReset())
			.isEqualTo(Ruling.YES);
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
	void doesNotLetAPolicyDecideThatGovernsSignInOnly() {
		assertThat(judge(person().registered("mobilePhone").allowed(false)).canReset()).isEqualTo(Ruling.YES);
		Verdict confirmed = judge(
				person().report(false, true).confirmed(MethodKind.MOBILE, Duration.ZERO).allowed(false));
		assertThat(confirmed.canReset()).isEqualTo(Ruling.YES);
		assertThat(confirmed.conditions().get(4).value()).contains("decides nothing");
		assertUnknown(judge(person().denied("mobilePhone").allowed(false, "sms")));
	}

	@Test
	void trustsMicrosoftWhereThePolicyCannotBeRead() {
		assertThat(judge(person().withoutPolicy()).canReset()).isEqualTo(Ruling.YES);
		assertUnknown(judge(person().report(false, true).confirmed(MethodKind.MOBILE, Duration.ZERO).withoutPolicy()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			mobilePhone officePhone     | NO  | NO  | NO
			mobilePhone email           | YES | YES | YES
			microsoftAuthenticatorPush  | YES | YES | YES
			securityQuestion            | YES | NO  | NO
			mobilePhone securityQuestion| YES | NO  | NO
			""")
	void losesWhatRestsOnAnEnding(String methods, Ruling phones, Ruling questions, Ruling administrators) {
		Verdict verdict = judge(person().registered(methods.split(" ")));
		assertThat(verdict.canReset()).isEqualTo(Ruling.YES);
		assertThat(verdict.later()).containsExactly(phones, questions, administrators);
		assertThat(verdict.canReset2027()).isEqualTo(administrators);
	}

	@Test
	void leavesGlobalAdministratorsTheirPhonesForLonger() {
		People people = person().globalAdministrator().registered("mobilePhone", "officePhone");
		assertThat(judge(people).later()).containsExactly(Ruling.YES, Ruling.YES, Ruling.NO);
		assertThat(judge(person().administrator().registered("mobilePhone", "officePhone")).later())
			.containsExactly(Ruling.NO, Ruling.NO, Ruling.NO);
	}

	@Test
	void losesNothingWhereNothingIsAnnounced() {
		CoverageRules elsewhere = new CoverageRules(People.settings(1, ON), Timeline.standard().in("us-gov"),
				People.TODAY);
		assertThat(elsewhere.judge(person().facts()).later()).isEmpty();
		assertThat(elsewhere.judge(person().facts()).canReset2027()).isEqualTo(Ruling.YES);
	}

	@Test
	void countsWhatHasEndedAlreadyForToday() {
		CoverageRules after = new CoverageRules(People.settings(1, ON), People.TIMELINE,
				People.TIMELINE.endings().get(0).date());
		assertThat(after.judge(person().facts()).gap()).contains(Gap.NO_METHOD);
		assertThat(after.judge(person().registered("securityQuestion").facts()).later()).containsExactly(Ruling.YES,
				Ruling.NO, Ruling.NO);
	}

	@ParameterizedTest
	@CsvSource({ "mobilePhone, SMS, YES", "mobilePhone, VOICE, YES", "mobilePhone, BOTH, YES", "officePhone, SMS, NO",
			"officePhone, VOICE, YES", "officePhone, BOTH, YES", "mobilePhone, NONE, NO" })
	void keepsThePhonesThatTheTenantsOwnProviderServes(String phone, OwnTelecomProvider provider, Ruling later) {
		CoverageRules own = People.rules(People.settings(1, ON, provider));
		assertThat(own.judge(person().registered(phone).facts()).canReset2027()).isEqualTo(later);
		assertThat(own.judge(person().registered(phone).ownTelecom(Optional.of(false)).facts()).canReset2027())
			.isEqualTo(Ruling.NO);
	}

	@Test
	void doesNotGuessWhomTheTenantsOwnProviderServes() {
		CoverageRules own = People.rules(People.settings(1, ON, OwnTelecomProvider.SMS));
		People unknown = person().ownTelecom(Optional.empty());
		assertThat(own.judge(unknown.facts()).canReset2027()).isEqualTo(Ruling.UNKNOWN);
		assertThat(own.judge(unknown.registered("officePhone").facts()).canReset2027()).isEqualTo(Ruling.NO);
		assertThat(own.judge(unknown.registered("email").facts()).canReset2027()).isEqualTo(Ruling.YES);
	}

	@Test
	void asksThePolicyOnlyForChannelsThatStillWork() {
		CoverageRules own = People.rules(People.settings(1, ON, OwnTelecomProvider.VOICE));
		assertThat(own.judge(person().allowed(true, "sms").facts()).canReset2027()).isEqualTo(Ruling.NO);
		assertThat(own.judge(person().allowed(true, "voice").facts()).canReset2027()).isEqualTo(Ruling.YES);
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

}
