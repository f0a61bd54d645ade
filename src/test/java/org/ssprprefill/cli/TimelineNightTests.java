package org.ssprprefill.cli;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.report.CoverageSection;
import org.ssprprefill.report.CoverageSection.TimelineEntry;
import org.ssprprefill.simulator.SimulatedGroup;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.EMAIL;
import static org.ssprprefill.contact.MethodKind.MOBILE;
import static org.ssprprefill.contact.MethodKind.OFFICE;

/** The people whom the endings of 2027 and Microsoft's changes of 2026 concern. */
@ExtendWith(Rehearsals.class)
class TimelineNightTests {

	private static final String NUMBER = "+31 612345601";

	private static final String OFFICE_NUMBER = "+31 201234567";

	private static final TenantDescription CONTOSO = tenant(user("PHONE").withMethod(MOBILE, NUMBER),
			user("DESK").withMethod(OFFICE, OFFICE_NUMBER),
			user("BOTH").withMethod(MOBILE, NUMBER).withMethod(EMAIL, "one@example.org"),
			user("GLOBAL").withMethod(MOBILE, NUMBER).withMethod(OFFICE, OFFICE_NUMBER),
			user("READER").withMethod(EMAIL, "two@example.org"),
			user("OFFICE").withLicences("STANDARDPACK").withMethod(EMAIL, "three@example.org"))
		.withRoles(List.of(new RoleGrant("Global Administrator", "global@contoso.com"),
				new RoleGrant("Message Center Reader", "reader@contoso.com")), List.of());

	@Test
	void isRightAboutEachOfThemAfterEachEnding() {
		Outcome night = Rehearsal.of(CONTOSO).verify();
		assertVerdict(night, "PHONE", "yes", "", "no");
		assertVerdict(night, "DESK", "yes", "", "no");
		assertVerdict(night, "BOTH", "yes", "", "yes");
		assertVerdict(night, "GLOBAL", "yes", "", "no");
		assertVerdict(night, "READER", "yes", "", "yes");
		assertVerdict(night, "OFFICE", "yes", "", "yes");
		assertThat(night).checked("office-365", "warn").checked("phone-only", "warn").checked("february-2027", "warn");
		CoverageSection coverage = night.report().coverage();
		assertThat(coverage.timeline())
			.extracting(TimelineEntry::audience, TimelineEntry::canReset, TimelineEntry::lost)
			.containsExactly(tuple("everybody", 4, 2), tuple("everybody", 4, 0), tuple("global-administrators", 3, 1));
		assertThat(coverage.fromFebruary2027().canReset()).isEqualTo(4);
		assertThat(coverage.phoneOnly()).isEqualTo(new CoverageSection.PhoneOnly(3, 4));
	}

	@Test
	void losesNothingInACloudWithoutAnnouncements() {
		Outcome night = Rehearsal.of(CONTOSO).with("tenant.cloud", "us-gov").verify();
		assertVerdict(night, "PHONE", "yes", "", "yes");
		assertThat(night.report().coverage().timeline()).isEmpty();
		assertThat(night.report().coverage().fromFebruary2027().canReset())
			.isEqualTo(night.report().coverage().canReset());
		assertThat(night).checked("february-2027", "pass").checked("phone-only", "pass");
	}

	@Test
	void keepsPhonesForTheChannelAndTheGroupOfTheTenantsProvider() {
		TenantDescription grouped = CONTOSO
			.withGroups(SimulatedGroup.of("Own", "phone@contoso.com", "desk@contoso.com"));
		Rehearsal own = Rehearsal.of(grouped).with("sspr.own-telecom-group", SimulatedUser.idOf("Own"));
		Outcome sms = own.with("sspr.own-telecom-provider", "sms").verify();
		assertVerdict(sms, "PHONE", "yes", "", "yes");
		assertVerdict(sms, "DESK", "yes", "", "no");
		assertVerdict(sms, "GLOBAL", "yes", "", "no");
		assertVerdict(own.with("sspr.own-telecom-provider", "voice").verify(), "DESK", "yes", "", "yes");
	}

	@ParameterizedTest
	@CsvSource({ "true, yes, '', cloud-reset", "false, no, not-licensed, none",
			"unknown, unknown, not-measurable, unknown" })
	void letsTheJobDecideAboutOffice365(String stated, String today, String gap, String licence) {
		Outcome night = Rehearsal.of(CONTOSO).with("sspr.office-365-entitles", stated).verify();
		assertVerdict(night, "OFFICE", today, gap, today);
		assertThat(night.person("OFFICE")).containsEntry("licence", licence);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | From 1 February 2027  | March 2027 | 1 July 2027
			nl | Vanaf 1 februari 2027 | maart 2027 | 1 juli 2027
			de | Ab 1. Februar 2027    | M\u00e4rz 2027  | 1. Juli 2027
			""")
	void tellsTheDatesInThreeLanguages(String language, String phones, String questions, String administrators) {
		Outcome night = Rehearsal.of(CONTOSO).with("report.language", language).verify();
		assertThat(night.file("report.html")).contains(phones, questions, administrators);
	}

	private static void assertVerdict(Outcome night, String person, String today, String gap, String later) {
		assertThat(night.person(person)).as(person)
			.containsAllEntriesOf(Map.of("can_reset", today, "gap", gap, "can_reset_2027", later));
	}

}
