package org.ssprprefill.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.coverage.SsprSettings.Writeback;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.timeline.Audience;
import org.ssprprefill.timeline.Ending;
import org.ssprprefill.timeline.OwnTelecomProvider;
import org.ssprprefill.timeline.Timeline;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link CoverageRules} beside an oracle that shares no code with them: every combination
 * of cloud, role, set of methods, state of the methods policy, own provider and number of
 * methods, with kind of account, licence and switches by chance, so that any three
 * factors are crossed; today and after each announced ending.
 */
class CoverageOracleTests {

	/** Bit by bit; the last stands for all words that never count. */
	private static final List<String> METHODS = List.of("mobilePhone", "officePhone", "email",
			"microsoftAuthenticatorPush", "softwareOneTimePasscode", "hardwareOneTimePasscode", "securityQuestion",
			"passKeySynced");

	/** The days that Microsoft has announced, as the contract tells them. */
	private static final Map<String, LocalDate> DAYS = Map.of("phones", LocalDate.of(2027, 2, 1), "questions",
			LocalDate.of(2027, 3, 1), "phones-global-administrators", LocalDate.of(2027, 7, 1));

	/** More than the values of all factors. */
	private static final int MOST = 64;

	private Random chance = new Random(0);

	/** Who is asked about. */
	enum Role {

		NONE, TWO_GATES, GLOBAL

	}

	/** The methods policy; a word stands for what it allows. */
	enum Policy {

		UNREADABLE(false), BEFORE_MIGRATION_FORBIDS(false),
		NOTHING_GOVERNED(true, "sms", "voice", "office", "email", "push", "soft", "hard"),
		ALL(true, "sms", "voice", "office", "email", "push", "soft", "hard"), SMS_ONLY(true, "sms"),
		CALLS_WITHOUT_OFFICE(true, "voice", "email"), CALLS(true, "voice", "office"),
		APPS(true, "push", "soft", "hard"), NOTHING(true);

		private final boolean decides;

		private final Set<String> allows;

		Policy(boolean decides, String... allows) {
			this.decides = decides;
			this.allows = Set.of(allows);
		}

		Optional<PolicyView> view() {
			Map<String, String> ids = Map.of("sms", "sms", "voice", "voice", "office", "voice-office", "email", "email",
					"push", "microsoftauthenticator", "soft", "softwareoath", "hard", "hardwareoath");
			Set<String> governed = Set.of("sms", "voice", "email", "microsoftauthenticator", "softwareoath",
					"hardwareoath");
			Set<String> allowed = new HashSet<>();
			this.allows.forEach((word) -> allowed.add(ids.get(word)));
			return (this == UNREADABLE) ? Optional.empty() : Optional.of(new PolicyView(this.decides,
					(this == NOTHING_GOVERNED) ? Set.of() : governed, (this == NOTHING_GOVERNED) ? Set.of() : allowed));
		}

	}

	/** One person in one tenant. */
	private record Case(String cloud, Role role, Set<String> methods, Policy policy, OwnTelecomProvider provider,
			Optional<Boolean> served, int required, boolean synchronised, Writeback writeback, Entitlement licence,
			boolean allowed, Optional<Boolean> administratorsMay, boolean inReport, boolean enabled) {

		/** What is so about the person, factor by factor. */
		List<Object> values() {
			List<Object> values = new ArrayList<>(List.of(this.cloud, this.role, this.policy, this.provider,
					this.served, this.required, this.synchronised, this.writeback, this.licence, this.allowed,
					this.administratorsMay, this.inReport, this.enabled));
			METHODS.forEach((method) -> values.add(this.methods.contains(method)));
			return values;
		}

		Verdict judged() {
			boolean registered = Oracle.counting(this.methods, this.role).size() >= needed();
			Registration row = People.row(registered, this.allowed, this.methods);
			PersonFacts facts = new PersonFacts(this.enabled, this.synchronised, this.role != Role.NONE,
					(this.role == Role.GLOBAL) ? Audience.GLOBAL_ADMINISTRATORS : Audience.EVERYBODY, this.served,
					this.licence, Optional.of(row).filter((told) -> this.inReport), true, Map.of(), this.policy.view(),
					this.administratorsMay);
			return new CoverageRules(People.settings(this.required, this.writeback, this.provider),
					Timeline.standard().in(this.cloud), People.TODAY)
				.judge(facts);
		}

		int needed() {
			return (this.role == Role.NONE) ? this.required : 2;
		}

	}

	/** The truth, told from what a person has and what works, day by day. */
	private static final class Oracle {

		private Oracle() {
		}

		static Set<String> counting(Set<String> methods, Role role) {
			Set<String> counting = new LinkedHashSet<>(methods);
			counting.remove("passKeySynced");
			if (role != Role.NONE) {
				counting.remove("securityQuestion");
			}
			return counting;
		}

		static String answer(Case one, LocalDate day) {
			if (one.served().isEmpty()) {
				String with = answer(one, day, true);
				return with.equals(answer(one, day, false)) ? with : "unknown";
			}
			return answer(one, day, one.served().get());
		}

		private static String answer(Case one, LocalDate day, boolean served) {
			List<String> conditions = new ArrayList<>();
			boolean administrator = one.role() != Role.NONE;
			conditions.add(one.enabled() ? "yes" : "no");
			conditions.add(!one.inReport() ? "unknown" : one.allowed() ? "yes" : "no");
			if (administrator) {
				conditions.add(one.administratorsMay().map((may) -> may ? "yes" : "no").orElse("unknown"));
			}
			if (one.synchronised()) {
				conditions.add(switch (one.writeback()) {
					case ON -> "yes";
					case OFF -> "no";
					case UNKNOWN -> "unknown";
				});
			}
			conditions.add(switch (one.licence()) {
				case WRITEBACK -> "yes";
				case CLOUD_RESET -> one.synchronised() ? "no" : "yes";
				case NONE -> "no";
				case UNKNOWN -> "unknown";
			});
			conditions.add(methods(one, day, served));
			return conditions.contains("no") ? "no" : conditions.contains("unknown") ? "unknown" : "yes";
		}

		private static String methods(Case one, LocalDate day, boolean served) {
			if (!one.inReport()) {
				return "unknown";
			}
			LocalDate phonesEnd = DAYS.get((one.role() == Role.GLOBAL) ? "phones-global-administrators" : "phones");
			boolean phonesEnded = one.cloud().equals("global") && !day.isBefore(phonesEnd);
			boolean questionsEnded = one.cloud().equals("global") && !day.isBefore(DAYS.get("questions"));
			boolean sms = !phonesEnded || served && Set.of("sms", "both").contains(one.provider().word());
			boolean calls = !phonesEnded || served && Set.of("voice", "both").contains(one.provider().word());
			Set<String> left = counting(one.methods(), one.role());
			boolean touched = (!sms || !calls) && (left.contains("mobilePhone") || left.contains("officePhone"));
			if (!sms && !calls) {
				left.remove("mobilePhone");
			}
			if (!calls) {
				left.remove("officePhone");
			}
			if (questionsEnded) {
				touched |= left.remove("securityQuestion");
			}
			if (left.size() < one.needed()) {
				return "no";
			}
			if (one.role() != Role.NONE || one.policy() == Policy.BEFORE_MIGRATION_FORBIDS) {
				return "yes";
			}
			if (one.policy() == Policy.UNREADABLE) {
				// Microsoft's own word holds for the methods of today only
				return (one.allowed() && !touched) ? "yes" : "unknown";
			}
			Set<String> may = one.policy().allows;
			long usable = left.stream().filter((method) -> switch (method) {
				case "mobilePhone" -> sms && may.contains("sms") || calls && may.contains("voice");
				case "officePhone" -> calls && may.contains("office");
				case "email" -> may.contains("email");
				case "microsoftAuthenticatorPush" -> may.contains("push");
				case "softwareOneTimePasscode" -> may.contains("soft");
				case "hardwareOneTimePasscode" -> may.contains("hard");
				default -> true;
			}).count();
			return (usable >= one.needed()) ? "yes" : "no";
		}

	}

	@ParameterizedTest
	@CsvSource({ "global, 1", "global, 2", "us-gov, 1", "us-gov, 2", "us-gov-dod, 1", "us-gov-dod, 2", "china, 1",
			"china, 2" })
	void eachAnswerIsTheOraclesForEveryCombination(String cloud, int required) {
		List<Ending> endings = Timeline.standard().in(cloud).endings();
		cases(cloud, required, (one) -> {
			Verdict verdict = one.judged();
			assertThat(verdict.canReset().word()).as("%s", one).isEqualTo(Oracle.answer(one, People.TODAY));
			assertThat(verdict.later()).hasSameSizeAs(endings);
			for (int index = 0; index < endings.size(); index++) {
				assertThat(verdict.later().get(index).word()).as("%s %s", endings.get(index).date(), one)
					.isEqualTo(Oracle.answer(one, endings.get(index).date()));
			}
		});
	}

	/** Any three things that may be so about a person are so together about a person. */
	@Test
	void everyThreeFactorsAreCrossed() {
		Map<List<Object>, Integer> numbers = new HashMap<>();
		List<Integer> factors = new ArrayList<>();
		BitSet together = new BitSet();
		for (String cloud : List.of("global", "us-gov", "us-gov-dod", "china")) {
			for (int required = 1; required <= 2; required++) {
				cases(cloud, required, (one) -> {
					List<Object> values = one.values();
					int[] held = new int[values.size()];
					for (int factor = 0; factor < held.length; factor++) {
						int known = factor;
						held[factor] = numbers.computeIfAbsent(List.of(factor, values.get(factor)), (unseen) -> {
							factors.add(known);
							return numbers.size();
						});
					}
					triples(held, (triple) -> together.set(triple));
				});
			}
		}
		List<Integer> missing = new ArrayList<>();
		int[] all = IntStream.range(0, factors.size()).toArray();
		triples(all, (triple) -> {
			Set<Integer> apart = Set.copyOf(List.of(factors.get(triple / MOST / MOST),
					factors.get(triple / MOST % MOST), factors.get(triple % MOST)));
			if (apart.size() == 3 && !together.get(triple)) {
				missing.add(triple);
			}
		});
		assertThat(factors).hasSize(59).hasSizeLessThan(MOST);
		assertThat(missing).isEmpty();
	}

	private static void triples(int[] numbers, IntConsumer each) {
		int[] sorted = numbers.clone();
		Arrays.sort(sorted);
		for (int one = 0; one < sorted.length; one++) {
			for (int two = one + 1; two < sorted.length; two++) {
				for (int three = two + 1; three < sorted.length; three++) {
					each.accept((sorted[one] * MOST + sorted[two]) * MOST + sorted[three]);
				}
			}
		}
	}

	/** The same people whenever they are asked for. */
	private void cases(String cloud, int required, Consumer<Case> each) {
		this.chance = new Random((cloud + required).hashCode());
		for (int bits = 0; bits < 1 << METHODS.size(); bits++) {
			for (Role role : Role.values()) {
				for (Policy policy : Policy.values()) {
					for (OwnTelecomProvider provider : OwnTelecomProvider.values()) {
						each.accept(next(cloud, required, methods(bits), role, policy, provider));
					}
				}
			}
		}
	}

	/** The other factors by chance, mostly so that the person can reset. */
	private Case next(String cloud, int required, Set<String> methods, Role role, Policy policy,
			OwnTelecomProvider provider) {
		Optional<Boolean> yes = Optional.of(true);
		return new Case(cloud, role, methods, policy, provider,
				any(yes, yes, yes, Optional.of(false), Optional.empty()), required, this.chance.nextInt(5) < 2,
				any(Writeback.ON, Writeback.ON, Writeback.ON, Writeback.ON, Writeback.OFF, Writeback.UNKNOWN),
				any(Entitlement.WRITEBACK, Entitlement.WRITEBACK, Entitlement.WRITEBACK, Entitlement.CLOUD_RESET,
						Entitlement.CLOUD_RESET, Entitlement.NONE, Entitlement.UNKNOWN),
				this.chance.nextInt(10) != 0, any(yes, yes, yes, Optional.of(false), Optional.empty()),
				this.chance.nextInt(10) != 0, this.chance.nextInt(10) != 0);
	}

	@SafeVarargs
	private <T> T any(T... choices) {
		return choices[this.chance.nextInt(choices.length)];
	}

	private static Set<String> methods(int bits) {
		Set<String> methods = new HashSet<>();
		for (int bit = 0; bit < METHODS.size(); bit++) {
			if ((bits & 1 << bit) != 0) {
				methods.add(METHODS.get(bit));
			}
		}
		return methods;
	}

}
