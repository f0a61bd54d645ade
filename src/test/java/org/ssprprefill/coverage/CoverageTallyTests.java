package org.ssprprefill.coverage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.contact.MethodKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.coverage.People.person;

/** Tests for {@link CoverageTally} and {@link Share}. */
class CoverageTallyTests {

	private static final Duration LONG = Duration.ofHours(72);

	private final CoverageRules rules = People.rules(People.settings(1, SsprSettings.Writeback.ON));

	private final CoverageTally tally = new CoverageTally(this.rules);

	@Test
	void knowsNoShareOfNobody() {
		Coverage coverage = this.tally.coverage();
		assertThat(coverage.population()).isZero();
		assertThat(coverage.canReset().percent()).isEmpty();
	}

	@Test
	void addsUpAPopulation() {
		add(person(), "Sales");
		add(person().licensed(Entitlement.NONE), "Sales");
		add(person().registered("email"), "Works");
		add(person().withoutReport().synchronised().licensed(Entitlement.CLOUD_RESET), "Works");
		add(person().withoutReport().licensed(Entitlement.UNKNOWN), "Works");
		Coverage coverage = this.tally.coverage();
		assertThat(coverage.canReset()).isEqualTo(new Share(2, 5));
		assertThat(coverage.canReset2027()).isEqualTo(new Share(1, 5));
		assertThat(coverage.gaps()).containsOnly(Map.entry("not-licensed", 2L), Map.entry("not-measurable", 1L));
		assertThat(coverage.gaps().keySet()).containsExactly("not-licensed", "not-measurable");
		assertThat(coverage.entitled()).isEqualTo(new Share(2, 5));
		assertThat(coverage.notEntitled()).isEqualTo(3);
		assertThat(coverage.withoutLicenceCloud()).isEqualTo(2);
		assertThat(coverage.withoutLicenceHybrid()).isEqualTo(1);
		assertThat(coverage.groups()).containsOnly(Map.entry("Sales", new Share(1, 2)),
				Map.entry("Works", new Share(1, 3)));
	}

	@Test
	void comparesWithTheReportOnlyWhatWasConfirmedLongBefore() {
		add(person().registered("email").confirmed(MethodKind.EMAIL, Duration.ofHours(72)), "Works");
		add(person().report(false, true, "email").confirmed(MethodKind.EMAIL, Duration.ofHours(49)), "Works");
		add(person().registered("email").confirmed(MethodKind.EMAIL, Duration.ofHours(48)), "Works");
		add(person().registered("email").confirmed(MethodKind.ALTERNATE_MOBILE, Duration.ofHours(72)), "Works");
		add(person().withoutReport().confirmed(MethodKind.EMAIL, Duration.ofHours(72)), "Works");
		assertThat(this.tally.coverage().effectiveness()).isEqualTo(new Share(1, 2));
	}

	@Test
	void judgesTheEffectOnlyOfPeopleWithEnoughMethods() {
		CoverageRules two = People.rules(People.settings(2, SsprSettings.Writeback.ON));
		CoverageTally strict = new CoverageTally(two);
		for (People person : List.of(person().report(false, true, "email").confirmed(MethodKind.EMAIL, LONG),
				person().report(false, true, "email").confirmed(MethodKind.MOBILE, LONG),
				person().registered("email", "mobilePhone").confirmed(MethodKind.MOBILE, LONG))) {
			strict.add(new Measured(person.facts(), two.judge(person.facts()), Optional.empty()));
		}
		assertThat(strict.coverage().effectiveness()).isEqualTo(new Share(1, 2));
	}

	@Test
	void countsWhomAnEmailWouldSaveIn2027() {
		add(person(), "Sales");
		add(person().allowed(true, "sms"), "Sales");
		add(person().registered("email"), "Sales");
		add(person().licensed(Entitlement.NONE), "Sales");
		assertThat(this.tally.coverage().canReset()).isEqualTo(new Share(3, 4));
		assertThat(this.tally.coverage().canReset2027()).isEqualTo(new Share(1, 4));
		assertThat(this.tally.coverage().savedByEmail()).isEqualTo(1);
	}

	@Test
	void countsWhoDependsOnAPhoneAlone() {
		add(person().secondFactor(), "Sales");
		add(person().registered("mobilePhone", "email").secondFactor(), "Sales");
		add(person().registered("mobilePhone", "alternateMobilePhone").secondFactor(), "Sales");
		add(person().registered("mobilePhone", "microsoftAuthenticatorPush").secondFactor(), "Sales");
		add(person().registered("email").secondFactor(), "Sales");
		add(person().registered("mobilePhone"), "Sales");
		add(person().licensed(Entitlement.NONE).secondFactor(), "Sales");
		assertThat(this.tally.coverage().phoneOnly()).isEqualTo(new Coverage.PhoneOnly(3, 4));
	}

	@ParameterizedTest
	@CsvSource({ "0, 3, 0.0", "1, 3, 33.3", "2, 3, 66.7", "3, 3, 100.0", "949, 1000, 94.9" })
	void givesPercentWithOneDecimal(long part, long whole, double percent) {
		assertThat(new Share(part, whole).percent()).hasValue(percent);
	}

	private void add(People person, String group) {
		PersonFacts facts = person.facts();
		this.tally.add(new Measured(facts, this.rules.judge(facts), Optional.of(group)));
	}

}
