package org.ssprprefill.coverage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.timeline.Audience;
import org.ssprprefill.timeline.Channel;
import org.ssprprefill.timeline.Ending;
import org.ssprprefill.timeline.OwnTelecomProvider;
import org.ssprprefill.timeline.Timeline;

import static org.assertj.core.api.Assertions.assertThat;

/** Laws that hold for every person: {@link CoverageRules} and {@link CoverageTally}. */
class CoveragePropertyTests {

	private static final List<String> METHODS = List.of("mobilePhone", "officePhone", "email", "alternateMobilePhone",
			"microsoftAuthenticatorPush", "softwareOneTimePasscode", "hardwareOneTimePasscode", "securityQuestion",
			"fido2", "macOsSecureEnclaveKey", "externalAuthMethod", "qrCode", "x509CertificateMultiFactor",
			"telepathy");

	/** The only words that count, for ever (product contract, section 4). */
	private static final Set<String> SEVEN = Set.of("mobilePhone", "officePhone", "email", "microsoftAuthenticatorPush",
			"softwareOneTimePasscode", "hardwareOneTimePasscode", "securityQuestion");

	@Property(edgeCases = EdgeCasesMode.NONE)
	void noOtherWordChangesAnyAnswer(@ForAll("people") PersonFacts facts, @ForAll("rules") CoverageRules rules,
			@ForAll("methods") String method) {
		if (!SEVEN.contains(method)) {
			Verdict before = rules.judge(facts);
			Verdict after = rules.judge(withMethod(facts, method));
			assertThat(after.canReset()).isEqualTo(before.canReset());
			assertThat(after.gap()).isEqualTo(before.gap());
			assertThat(after.later()).isEqualTo(before.later());
		}
	}

	@Property(edgeCases = EdgeCasesMode.NONE)
	void anotherWayBackIsCountedOnlyBesideAGap(@ForAll("crowds") List<PersonFacts> crowd,
			@ForAll("rules") CoverageRules rules) {
		Coverage coverage = tally(crowd, rules);
		coverage.otherWays()
			.forEach((gap, people) -> assertThat(people).isPositive()
				.isLessThanOrEqualTo(coverage.gaps().getOrDefault(gap, 0L)));
	}

	@Property(edgeCases = EdgeCasesMode.NONE)
	void aFurtherRegisteredMethodMakesNobodyWorse(@ForAll("people") PersonFacts facts,
			@ForAll("rules") CoverageRules rules, @ForAll("methods") String method) {
		assertNotWorse(rules.judge(facts), rules.judge(withMethod(facts, method)));
	}

	@Property(edgeCases = EdgeCasesMode.NONE)
	void aFurtherConfirmedMethodMakesNobodyWorse(@ForAll("people") PersonFacts facts,
			@ForAll("rules") CoverageRules rules, @ForAll MethodKind kind) {
		Map<MethodKind, Instant> confirmed = new EnumMap<>(MethodKind.class);
		confirmed.putAll(facts.confirmed());
		confirmed.put(kind, People.REPORT);
		PersonFacts more = new PersonFacts(facts.enabled(), facts.synchronised(), facts.administrator(),
				facts.audience(), facts.ownTelecom(), facts.entitlement(), facts.registration(), facts.reportReadable(),
				confirmed, facts.policy(), facts.administratorsMayReset());
		assertNotWorse(rules.judge(facts), rules.judge(more));
	}

	@Property(edgeCases = EdgeCasesMode.NONE)
	void theFullLicenceMakesNobodyWorse(@ForAll("people") PersonFacts facts, @ForAll("rules") CoverageRules rules) {
		PersonFacts licensed = new PersonFacts(facts.enabled(), facts.synchronised(), facts.administrator(),
				facts.audience(), facts.ownTelecom(), Entitlement.WRITEBACK, facts.registration(),
				facts.reportReadable(), facts.confirmed(), facts.policy(), facts.administratorsMayReset());
		assertNotWorse(rules.judge(facts), rules.judge(licensed));
	}

	@Property(edgeCases = EdgeCasesMode.NONE)
	void theGapIsTheFirstConditionKnownToFail(@ForAll("people") PersonFacts facts,
			@ForAll("rules") CoverageRules rules) {
		Verdict verdict = rules.judge(facts);
		List<Ruling> answers = verdict.conditions().stream().map(Condition::answer).toList();
		assertThat(verdict.gap().isEmpty()).isEqualTo(verdict.canReset() == Ruling.YES);
		if (verdict.canReset() == Ruling.UNKNOWN) {
			assertThat(verdict.gap()).contains(Gap.NOT_MEASURABLE);
		}
		// Where the own provider may or may not serve the person, the conditions are
		// those without it
		if (facts.ownTelecom().isPresent() || verdict.canReset() != Ruling.UNKNOWN) {
			assertThat(answers.contains(Ruling.NO)).isEqualTo(verdict.canReset() == Ruling.NO);
			assertThat(answers.contains(Ruling.UNKNOWN) || verdict.canReset() != Ruling.UNKNOWN).isTrue();
		}
	}

	@Property(edgeCases = EdgeCasesMode.NONE)
	void noEndingMakesAnyoneBetter(@ForAll("people") PersonFacts facts, @ForAll("rules") CoverageRules rules) {
		Verdict verdict = rules.judge(facts);
		int before = rank(verdict.canReset());
		for (Ruling later : verdict.later()) {
			assertThat(rank(later)).isLessThanOrEqualTo(before);
			before = rank(later);
		}
	}

	@Property(edgeCases = EdgeCasesMode.NONE)
	void anEndingTakesNothingFromPeopleWithoutWhatEnds(@ForAll("people") PersonFacts facts,
			@ForAll("rules") CoverageRules rules) {
		Set<String> methods = UsableMethods.of(facts).all();
		if (Collections.disjoint(methods, Set.of("mobilePhone", "officePhone", "securityQuestion"))) {
			Verdict verdict = rules.judge(facts);
			assertThat(verdict.later()).allMatch((later) -> later == verdict.canReset());
		}
	}

	@Property(edgeCases = EdgeCasesMode.NONE)
	void theOwnProviderMakesNobodyWorse(@ForAll("people") PersonFacts facts, @ForAll("rules") CoverageRules rules) {
		SsprSettings none = People.settings(rules.settings().methodsRequired(), rules.settings().passwordWriteback());
		Verdict without = new CoverageRules(none, rules.timeline(), rules.today()).judge(facts);
		Verdict with = rules.judge(facts);
		for (int index = 0; index < with.later().size(); index++) {
			assertThat(rank(with.later().get(index))).isGreaterThanOrEqualTo(rank(without.later().get(index)));
		}
	}

	@Property(edgeCases = EdgeCasesMode.NONE)
	void theLossesOfTheTimelineAddUp(@ForAll("crowds") List<PersonFacts> crowd, @ForAll("rules") CoverageRules rules) {
		Coverage coverage = tally(crowd, rules);
		MeasuredTimeline sums = new MeasuredTimeline(coverage);
		assertThat(sums.losses()).allMatch((lost) -> lost >= 0);
		assertThat(sums.losses().stream().mapToLong(Long::longValue).sum())
			.isEqualTo(coverage.canReset().part() - coverage.canReset2027().part());
	}

	/** The losses between one figure and the next. */
	private record MeasuredTimeline(Coverage coverage) {

		List<Long> losses() {
			List<Long> losses = new ArrayList<>();
			long before = this.coverage.canReset().part();
			for (Share then : this.coverage.later()) {
				losses.add(before - then.part());
				before = then.part();
			}
			return losses;
		}

	}

	@Property(edgeCases = EdgeCasesMode.NONE)
	void everybodyIsCountedOnceInAnyOrder(@ForAll("crowds") List<PersonFacts> crowd,
			@ForAll("rules") CoverageRules rules, @ForAll long seed) {
		List<PersonFacts> shuffled = new ArrayList<>(crowd);
		Collections.shuffle(shuffled, new Random(seed));
		Coverage coverage = tally(crowd, rules);
		assertThat(tally(shuffled, rules)).isEqualTo(coverage);
		long gaps = coverage.gaps().values().stream().mapToLong(Long::longValue).sum();
		assertThat(gaps + coverage.canReset().part()).isEqualTo(coverage.population()).isEqualTo(crowd.size());
		assertThat(coverage.entitled().part() + coverage.notEntitled()).isEqualTo(coverage.population());
		assertThat(coverage.withoutLicenceCloud() + coverage.withoutLicenceHybrid()).isEqualTo(coverage.notEntitled());
		assertThat(coverage.groups().values().stream().mapToLong(Share::whole).sum()).isEqualTo(coverage.population());
		assertThat(coverage.canReset2027().whole()).isEqualTo(coverage.population());
		assertThat(coverage.savedByEmail()).isBetween(0L, coverage.canReset().part() - coverage.canReset2027().part());
	}

	@Provide
	Arbitrary<PersonFacts> people() {
		Arbitrary<Boolean> yesOrNo = Arbitraries.of(true, false);
		Arbitrary<boolean[]> account = yesOrNo.array(boolean[].class).ofSize(3);
		Arbitrary<Optional<PolicyView>> policy = Combinators
			.combine(yesOrNo, Arbitraries.of("sms", "voice", "email", "microsoftauthenticator").set(),
					Arbitraries.of("sms", "voice", "voice-office", "email", "microsoftauthenticator").set())
			.as(PolicyView::new)
			.optional();
		Arbitrary<Audience> audience = Arbitraries.of(Audience.class);
		Arbitrary<Map<MethodKind, Instant>> confirmed = Arbitraries.maps(Arbitraries.of(MethodKind.class),
				Arbitraries.integers().between(-24, 96).map((hours) -> People.REPORT.minus(Duration.ofHours(hours))));
		return Combinators
			.combine(account, Arbitraries.of(Entitlement.class), rows().optional(), confirmed, policy,
					yesOrNo.optional(), audience, yesOrNo.optional())
			.as((is, entitlement, row, written, view, may, whose, own) -> new PersonFacts(is[0], is[1], is[2], whose,
					own, entitlement, row, row.isPresent(), written, view, may));
	}

	@Provide
	Arbitrary<List<PersonFacts>> crowds() {
		return people().list().ofMaxSize(30);
	}

	@Provide
	Arbitrary<CoverageRules> rules() {
		return Combinators
			.combine(Arbitraries.of(1, 2), Arbitraries.of(SsprSettings.Writeback.class),
					Arbitraries.of(OwnTelecomProvider.class), timelines(), Arbitraries.integers().between(-10, 400))
			.as((required, writeback, telecom, timeline, days) -> new CoverageRules(
					People.settings(required, writeback, telecom), timeline, People.TODAY.plusDays(days)));
	}

	/** Every channel ends for each audience at some day, or not at all. */
	private static Arbitrary<Timeline> timelines() {
		Arbitrary<Optional<LocalDate>> day = Arbitraries.integers()
			.between(1, 300)
			.map(People.TODAY::plusDays)
			.optional(0.7);
		return day.list().ofSize(Channel.values().length * Audience.values().length).map((days) -> {
			List<Ending> endings = new ArrayList<>();
			for (int index = 0; index < days.size(); index++) {
				Channel channel = Channel.values()[index % Channel.values().length];
				Audience audience = Audience.values()[index / Channel.values().length];
				days.get(index)
					.ifPresent((date) -> endings
						.add(new Ending(date, true, "global", Set.of(channel), audience, "source", People.TODAY)));
			}
			return new Timeline(endings);
		});
	}

	@Provide
	Arbitrary<String> methods() {
		return Arbitraries.of(METHODS);
	}

	private static Arbitrary<Registration> rows() {
		Arbitrary<Boolean> yesOrNo = Arbitraries.of(true, false);
		return Combinators.combine(yesOrNo, yesOrNo, Arbitraries.of(METHODS).set()).as(People::row);
	}

	private static PersonFacts withMethod(PersonFacts facts, String method) {
		Optional<Registration> row = facts.registration().map((before) -> {
			Set<String> methods = new HashSet<>(before.methods());
			methods.add(method);
			return People.row(before.ssprRegistered(), before.ssprEnabled(), methods);
		});
		return new PersonFacts(facts.enabled(), facts.synchronised(), facts.administrator(), facts.audience(),
				facts.ownTelecom(), facts.entitlement(), row, facts.reportReadable(), facts.confirmed(), facts.policy(),
				facts.administratorsMayReset());
	}

	private static Coverage tally(List<PersonFacts> crowd, CoverageRules rules) {
		CoverageTally tally = new CoverageTally(rules);
		crowd.forEach((facts) -> tally
			.add(new Measured(facts, rules.judge(facts), Optional.of(facts.synchronised() ? "Works" : "Office"))));
		return tally.coverage();
	}

	private static void assertNotWorse(Verdict before, Verdict after) {
		assertThat(rank(after.canReset())).isGreaterThanOrEqualTo(rank(before.canReset()));
	}

	private static int rank(Ruling ruling) {
		return switch (ruling) {
			case NO -> 0;
			case UNKNOWN -> 1;
			case YES -> 2;
		};
	}

}
