package org.ssprprefill.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.PopulationMember;
import org.ssprprefill.match.WriteEligibility;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser.UserType;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Registration;

import static org.assertj.core.api.Assertions.assertThat;

class MeasurerTests {

	private static final Instant REPORT = Instant.parse("2026-11-20T06:00:00Z");

	private static final MethodsPolicy EVERYTHING = new MethodsPolicy(true,
			Map.of("sms", new MethodsPolicy.Configuration(true, true, Set.of(), Set.of(), true)), Optional.empty());

	private final Measurer measurer = new Measurer(
			new CoverageRules(People.settings(1, SsprSettings.Writeback.ON), People.TIMELINE, People.TODAY), true,
			new PolicyReach(new Answer.Read<>(EVERYTHING), Map.of(), Set.of()), new Answer.Read<>(true));

	private static WriteEligibility standing(boolean enabled, UserType type, boolean resource, boolean inScope) {
		return new WriteEligibility(enabled, type, false, resource, Optional.empty(), false, true, false, inScope);
	}

	private static PopulationMember person(WriteEligibility standing, boolean registered, String group,
			Map<MethodKind, Instant> confirmed) {
		ObjectId id = new ObjectId("kim");
		return new PopulationMember(id, "kim@contoso.com", Optional.empty(), standing, false, "writeback",
				Optional.of(new Registration(id, false, registered, true, registered, false,
						registered ? Set.of("mobilePhone") : Set.of(), REPORT)),
				Set.of(), Set.of(), confirmed, group);
	}

	private static PopulationMember member(boolean registered, String group) {
		return person(standing(true, UserType.MEMBER, false, true), registered, group, Map.of());
	}

	@Test
	void saysInTheReportsWordsWhoCanReset() {
		assertThat(this.measurer.measure(member(true, "")).canReset()).isEqualTo("yes");
		assertThat(this.measurer.measure(member(false, ""))).satisfies((verdict) -> {
			assertThat(verdict.canReset()).isEqualTo("no");
			assertThat(verdict.gap()).isEqualTo("no-method");
			assertThat(verdict.remedy()).isNotEmpty();
			assertThat(verdict.licence()).isEqualTo("writeback");
		});
	}

	@Test
	void countsThePopulationAndListsTheRest() {
		this.measurer.measure(member(true, "Sales"));
		this.measurer.measure(member(false, "Sales"));
		this.measurer.measure(member(true, ""));
		assertThat(this.measurer.measure(person(standing(true, UserType.GUEST, false, true), true, "", Map.of()))
			.canReset()).isEmpty();
		assertThat(this.measurer.measure(person(standing(true, UserType.MEMBER, true, true), true, "", Map.of())).gap())
			.isEmpty();
		assertThat(
				this.measurer.measure(person(standing(false, UserType.MEMBER, false, true), true, "", Map.of())).gap())
			.isEqualTo("disabled");
		this.measurer.measure(person(standing(true, UserType.MEMBER, false, false), true, "", Map.of()));
		Coverage coverage = this.measurer.coverage();
		assertThat(coverage.population()).isEqualTo(3);
		assertThat(coverage.canReset()).isEqualTo(new Share(2, 3));
		assertThat(coverage.groups()).containsExactly(Map.entry("Sales", new Share(1, 2)));
		assertThat(coverage.entitled().part() + coverage.notEntitled()).isEqualTo(coverage.population());
	}

	@Test
	void looksAtTheEffectOnlyWhereTheReportIsOldEnough() {
		WriteEligibility kim = standing(true, UserType.MEMBER, false, true);
		Instant longAgo = REPORT.minus(Duration.ofHours(49));
		this.measurer.measure(person(kim, true, "", Map.of(MethodKind.MOBILE, longAgo)));
		this.measurer.measure(person(kim, false, "", Map.of(MethodKind.MOBILE, longAgo)));
		this.measurer.measure(person(kim, true, "", Map.of(MethodKind.MOBILE, REPORT)));
		this.measurer.measure(person(kim, true, "", Map.of(MethodKind.ALTERNATE_MOBILE, longAgo)));
		assertThat(this.measurer.coverage().effectiveness()).isEqualTo(new Share(1, 2));
	}

	/** Microsoft's report calls an administrator who may not reset not enabled. */
	@Test
	void sendsNoAdministratorIntoTheGroupOfUsersWhereAdministratorsMayNotReset() {
		WriteEligibility kim = standing(true, UserType.MEMBER, false, true);
		Verdict verdict = new Verdict(Ruling.NO, Optional.of(Gap.NOT_ALLOWED_BY_POLICY), List.of(),
				List.of(new Condition("administrators-may-reset", Ruling.NO, "", "", Optional.empty())));
		assertThat(Measurer.remedy(verdict, Gap.NOT_ALLOWED_BY_POLICY, kim)).isEqualTo(Gap.ADMIN_RESET_OFF.remedy());
		Verdict user = new Verdict(Ruling.NO, verdict.gap(), List.of(), List.of());
		assertThat(Measurer.remedy(user, Gap.NOT_ALLOWED_BY_POLICY, kim)).isEqualTo(Gap.NOT_ALLOWED_BY_POLICY.remedy());
	}

}
