package org.ssprprefill.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.report.CheckLine;
import org.ssprprefill.report.CoverageSection;
import org.ssprprefill.report.CoverageSection.TimelineEntry;
import org.ssprprefill.simulator.SimulatedGroup;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.SimulatedUser.Trait;
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
class TimelineNightIT {

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

	/** People of other organisations and rooms are in Microsoft's report, too. */
	@Test
	void countsTheSamePeopleInDoctorAsInTheNight() {
		TenantDescription mixed = tenant(user("PHONE").withMethod(MOBILE, NUMBER),
				user("BOTH").withMethod(MOBILE, NUMBER).withMethod(EMAIL, "one@example.org"),
				user("OUTSIDE").withMethod(MOBILE, NUMBER),
				user("EXTERNAL").withMethod(MOBILE, NUMBER).with(Trait.INVITED),
				user("GUEST").withMethod(MOBILE, NUMBER).with(Trait.GUEST),
				user("ROOM").withLicences("MEETING_ROOM").withMethod(MOBILE, NUMBER))
			.withGroups(SimulatedGroup.of("Scope", "phone@contoso.com", "both@contoso.com", "external@contoso.com",
					"guest@contoso.com", "room@contoso.com"));
		Rehearsal rehearsal = Rehearsal.of(mixed).with("scope.group", SimulatedUser.idOf("Scope"));
		String people = "For a reset 1 depend on phones alone; as second factor for signing in 2 have a phone alone.";
		assertThat(rehearsal.verify().report().checks()).filteredOn((check) -> check.id().equals("phone-only"))
			.extracting(CheckLine::detail)
			.singleElement()
			.asString()
			.startsWith(people);
		assertThat(rehearsal.launch("doctor", rehearsal.jobFile()).out()).contains(people);
	}

	/** What a role is called that the program has never heard of, the tenant says. */
	@Test
	void callsRolesByTheNamesThatTheTenantGives() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("OPERATOR").withMethod(MOBILE, NUMBER))
			.withRoles(List.of(new RoleGrant("Security Operator", "operator@contoso.com")), List.of()));
		assertThat(rehearsal.command("explain", rehearsal.jobFile(), "OPERATOR").out())
			.contains("Roles: Security Operator");
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

	/** Each has a phone, and something that is registered and serves no reset. */
	private static final List<String> WORDS = List.of("macOsSecureEnclaveKey", "externalAuthMethod", "qrCode",
			"x509CertificateMultiFactor");

	private static TenantDescription fourPeople() {
		return tenant(WORDS.stream()
			.map((word) -> user(word.toUpperCase(Locale.ROOT)).withMethod(MOBILE, NUMBER).withReported(word))
			.toArray(SimulatedUser[]::new));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | From 1 February 2027  | 4 people rest on phones alone for a reset
			nl | Vanaf 1 februari 2027 | 4 mensen zijn voor een herstel alleen op telefoons aangewezen
			de | Ab 1. Februar 2027    | 4 Personen sind beim Zur\u00fccksetzen allein auf Telefone angewiesen
			""")
	void countsNoWordBeyondTheSeven(String language, String date, String phones) {
		Rehearsal rehearsal = Rehearsal.of(fourPeople()).with("report.language", language);
		Outcome night = rehearsal.verify();
		WORDS.forEach((word) -> assertVerdict(night, word.toUpperCase(Locale.ROOT), "yes", "", "no"));
		assertThat(night.report().coverage().phoneOnly()).isEqualTo(new CoverageSection.PhoneOnly(4, 0));
		assertThat(night.file("report.html")).contains(date, phones);
		WORDS.forEach((word) -> {
			String told = rehearsal.command("explain", rehearsal.jobFile(), word + "@contoso.com").out();
			assertThat(told.replaceAll("\\s+", " ")).contains(
					"can reset the password today, but not from 1 February 2027",
					"registered, not for a reset: " + word);
		});
	}

	@Test
	void countsOtherWaysBackBesideTheGapAndNeverAsAReset() {
		Outcome night = Rehearsal
			.of(tenant(user("KEY").withReported("passKeySynced"), user("NONE"),
					user("UNLICENSED").withLicences().withMethod(EMAIL, "one@example.org").withReported("fido2")))
			.verify();
		assertVerdict(night, "KEY", "no", "no-method", "no");
		assertThat(night).checked("other-ways", "pass");
		assertThat(night.report().checks()).filteredOn((check) -> check.id().equals("other-ways"))
			.extracting((check) -> check.detail().inEnglish())
			.containsExactly("2 of the people who cannot reset can sign in without the password"
					+ " (not-licensed: 1, no-method: 1). That is another way back, and no reset.");
		assertThat(night.file("report.html")).contains("(not-licensed: 1, no-method: 1)");
	}

	@Test
	void namesBothPagesThatDisagreeOnALicence() {
		Rehearsal rehearsal = Rehearsal.of(CONTOSO);
		String pages = "fundamentals/licensing, 2026-06-18: it entitles to a reset; concept-sspr-licensing, 2025-03-04";
		assertThat(rehearsal.verify().file("report.html").split("id=\"licences\"")[1].split("</section>")[0])
			.contains(pages);
		String told = rehearsal.command("explain", rehearsal.jobFile(), "office@contoso.com").out();
		assertThat(told.replaceAll("\\s+", " ")).contains(pages, "sspr.office-365-entitles decides");
		assertThat(rehearsal.command("explain", rehearsal.jobFile(), "both@contoso.com").out())
			.doesNotContain("fundamentals/licensing");
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
