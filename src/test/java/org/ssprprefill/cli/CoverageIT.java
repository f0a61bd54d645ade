package org.ssprprefill.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.ssprprefill.simulator.SimulatedGroup;
import org.ssprprefill.simulator.SimulatedPolicies;
import org.ssprprefill.simulator.SimulatedPolicies.MethodPolicy;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.SimulatedUser.Trait;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescription.Company;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.ALTERNATE_MOBILE;
import static org.ssprprefill.contact.MethodKind.EMAIL;
import static org.ssprprefill.contact.MethodKind.MOBILE;

/** A tenant whose truth is known: who can reset today, who from February 2027. */
@ExtendWith(Rehearsals.class)
class CoverageIT {

	private static final String NUMBER = "+31 612345601";

	private static final String ADDRESS = "one@example.org";

	private static final TenantDescription PLAIN = tenant(
			user("BOTH").withMethod(MOBILE, NUMBER).withMethod(EMAIL, ADDRESS),
			user("PHONE").withMethod(MOBILE, NUMBER), user("UNLICENSED").withLicences().withMethod(EMAIL, ADDRESS),
			user("EMPTY"), user("SECOND").withMethod(MOBILE, NUMBER).withMethod(ALTERNATE_MOBILE, "+31 612345602"),
			user("LEFTOUT").withMethod(EMAIL, ADDRESS).with(Trait.NO_SSPR),
			user("SYNCED").withMethod(EMAIL, ADDRESS).with(Trait.SYNCHRONISED),
			user("ADMIN").withMethod(EMAIL, ADDRESS), user("NEW").withMethod(EMAIL, ADDRESS).with(Trait.NOT_IN_REPORT),
			user("BARRED").withMethod(MOBILE, NUMBER), user("GUEST").withMethod(EMAIL, ADDRESS).with(Trait.GUEST),
			user("GONE").withMethod(EMAIL, ADDRESS).with(Trait.DISABLED));

	private static final TenantDescription CONTOSO = PLAIN
		.withGroups(SimulatedGroup.of("No phones", "barred@contoso.com"))
		.withRoles(List.of(new RoleGrant("User Administrator", "admin@contoso.com")), List.of())
		.with(SimulatedPolicies.defaults()
			.with(new MethodPolicy("Sms", true, List.of(), List.of("No phones")))
			.with(new MethodPolicy("Voice", true, List.of(), List.of("No phones"))));

	@Test
	void tellsWhoCanResetTodayAndFromFebruary2027AndWhyNot() {
		Outcome night = Rehearsal.of(CONTOSO).with("sspr.password-writeback", "on").verify();
		assertThat(night).exitsWith(0).wroteNothing();
		assertVerdict(night, "BOTH", "yes", "", "yes");
		assertVerdict(night, "PHONE", "yes", "", "no");
		assertVerdict(night, "UNLICENSED", "no", "not-licensed", "no");
		assertVerdict(night, "EMPTY", "no", "no-method", "no");
		assertVerdict(night, "SECOND", "yes", "", "no");
		assertVerdict(night, "LEFTOUT", "no", "not-allowed-by-policy", "no");
		assertVerdict(night, "SYNCED", "yes", "", "yes");
		assertVerdict(night, "ADMIN", "no", "second-method-missing", "no");
		assertVerdict(night, "NEW", "unknown", "not-measurable", "unknown");
		assertVerdict(night, "BARRED", "no", "method-not-allowed-by-policy", "no");
		assertThat(night.person("GUEST")).containsEntry("can_reset", "");
		assertThat(night.report().coverage().population()).isEqualTo(10);
		assertThat(night.report().coverage().canReset()).isEqualTo(4);
		assertThat(night.report().coverage().percent()).hasValue(40);
		assertThat(night.report().coverage().fromFebruary2027().canReset()).isEqualTo(2);
		assertThat(night.report().licence().notEntitled()).isEqualTo(1);
	}

	@Test
	void dependsOnWhatTheJobSaysAboutWriteback() {
		assertVerdict(Rehearsal.of(CONTOSO).with("sspr.password-writeback", "off").verify(), "SYNCED", "no",
				"writeback-off", "no");
		assertVerdict(Rehearsal.of(CONTOSO).verify(), "SYNCED", "unknown", "not-measurable", "unknown");
	}

	@Test
	void asksForTwoMethodsWhereTheTenantDoes() {
		Outcome night = Rehearsal
			.of(PLAIN.with(new SimulatedPolicies(SimulatedPolicies.defaults().methods(), "migrationComplete", true, 2)))
			.with("sspr.methods-required", "2")
			.verify();
		assertVerdict(night, "PHONE", "no", "second-method-missing", "no");
		assertVerdict(night, "SECOND", "no", "second-method-missing", "no");
		assertVerdict(night, "BOTH", "yes", "", "no");
	}

	@Test
	void keepsPhonesCountingWithATelecomProviderOfOnesOwn() {
		assertVerdict(Rehearsal.of(CONTOSO).with("sspr.own-telecom-provider", "true").verify(), "PHONE", "yes", "",
				"yes");
	}

	@Test
	void measuresOnlyTheGroupOfTheScope() {
		Outcome night = Rehearsal
			.of(PLAIN.withGroups(SimulatedGroup.of("Two", "both@contoso.com", "empty@contoso.com")))
			.with("scope.group", SimulatedUser.idOf("Two"))
			.verify();
		assertThat(night.report().coverage().population()).isEqualTo(2);
		assertThat(night.report().coverage().percent()).hasValue(50);
	}

	@Test
	void endsBelowTheTargetOnlyWhereItIsMissed() {
		Rehearsal rehearsal = Rehearsal.of(CONTOSO).with("sspr.password-writeback", "on");
		assertThat(rehearsal.with("coverage.target", "40").verify()).exitsWith(0);
		assertThat(rehearsal.with("coverage.target", "41").verify()).exitsWith(8)
			.says("Done, but coverage is 40", "under the target of 41");
	}

	@Test
	void countsWhatWasConfirmedUntilTheReportKnowsBetter() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"))).feed("E1;;one@example.org");
		assertVerdict(rehearsal.run(), "E1", "yes", "", "yes");
		rehearsal.tenant().removeMethod("e1@contoso.com", EMAIL);
		rehearsal.tenant().advance(Duration.ofDays(4));
		assertVerdict(rehearsal.verify(), "E1", "no", "no-method", "no");
	}

	@Test
	void restsOnReadBackAndConfigurationWhereTheTenantOwnsNoPremiumLicence() {
		Company company = CONTOSO.organization();
		Outcome night = Rehearsal.of(CONTOSO.with(
				new Company(company.id(), company.name(), company.domains(), true, false, false, company.reportLag())))
			.with("sspr.password-writeback", "off")
			.verify();
		assertThat(night).exitsWith(0)
			.checked("registration-report", "skipped")
			.checked("effectiveness", "skipped")
			.says("not measurable by Microsoft’s report");
		assertThat(night.report().coverage().measurable()).isFalse();
		assertThat(night.report().coverage().percent()).isEmpty();
		assertThat(night.file("report.html")).contains("Not measurable by Microsoft",
				"read back and on the job definition");
		assertVerdict(night, "BOTH", "unknown", "not-measurable", "unknown");
		assertVerdict(night, "UNLICENSED", "no", "not-licensed", "no");
		assertVerdict(night, "SYNCED", "no", "writeback-off", "no");
	}

	@Test
	void saysLoudlyWhereMicrosoftDoesNotCountWhatWasRegistered() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2")))
			.feed("E1;;one@example.org", "E2;;two@example.org");
		rehearsal.run();
		rehearsal.tenant().advance(Duration.ofDays(4));
		assertThat(rehearsal.verify()).checked("effectiveness", "pass");
		rehearsal.tenant().removeMethod("e1@contoso.com", EMAIL);
		rehearsal.tenant().removeMethod("e2@contoso.com", EMAIL);
		rehearsal.tenant().advance(Duration.ofDays(4));
		Outcome night = rehearsal.verify();
		assertThat(night).exitsWith(0).checked("effectiveness", "fail").says("it counts 0 as registered");
		assertThat(night.report().coverage().effectiveness().confirmedLongEnoughAgo()).isEqualTo(2);
	}

	@Test
	void saysWhatTheEndOfSmsAndVoiceCostsAndWhatEmailWouldSave() {
		Outcome night = Rehearsal.of(CONTOSO).with("sspr.password-writeback", "on").verify();
		assertThat(night).checked("february-2027", "warn");
		assertThat(night.out()).contains(
				"2 people who can reset today will lose it by announced endings (2027-02-01: 2)",
				"would save 2 of them");
		assertThat(Rehearsal.of(CONTOSO).with("sspr.own-telecom-provider", "true").verify()).checked("february-2027",
				"pass");
	}

	private static void assertVerdict(Outcome night, String person, String today, String gap, String later) {
		assertThat(night.person(person)).as(person)
			.containsAllEntriesOf(Map.of("can_reset", today, "gap", gap, "can_reset_2027", later));
	}

}
