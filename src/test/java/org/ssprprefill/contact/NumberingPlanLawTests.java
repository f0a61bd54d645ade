package org.ssprprefill.contact;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Laws that hold in every country of the world, on each one's example numbers. */
class NumberingPlanLawTests {

	private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

	private static final Set<PhoneNumberType> MOBILE = Set.of(PhoneNumberType.MOBILE,
			PhoneNumberType.FIXED_LINE_OR_MOBILE);

	/** Their national forms prove nothing; the first example of Chile is a landline. */
	private static final Set<String> UNPROVEN = Set.of("MC", "VA", "CL");

	static Stream<String> regions() {
		return PLANS.getSupportedRegions().stream().sorted();
	}

	@ParameterizedTest
	@MethodSource("regions")
	void readsTheExampleMobileInNationalForm(String region) {
		Phonenumber.PhoneNumber example = PLANS.getExampleNumberForType(region, PhoneNumberType.MOBILE);
		if (example == null || UNPROVEN.contains(region)) {
			return;
		}
		assertThat(MOBILE).contains(PLANS.getNumberType(example));
		assertThat(read(PLANS.format(example, PhoneNumberFormat.NATIONAL), region, MethodKind.MOBILE))
			.isEqualTo(new Reading.Accepted<>(PhoneNumber.held(PLANS.format(example, PhoneNumberFormat.E164))));
	}

	@ParameterizedTest
	@MethodSource("regions")
	void readsTheExampleMobileInInternationalForm(String region) {
		Phonenumber.PhoneNumber example = PLANS.getExampleNumberForType(region, PhoneNumberType.MOBILE);
		if (example == null || region.equals("CL")) {
			return;
		}
		assertThat(read(PLANS.format(example, PhoneNumberFormat.INTERNATIONAL), "NL", MethodKind.MOBILE))
			.isEqualTo(new Reading.Accepted<>(PhoneNumber.held(PLANS.format(example, PhoneNumberFormat.E164))));
	}

	@ParameterizedTest
	@MethodSource("regions")
	void takesAFixedLineAsMobileOnlyWhereNobodyCanTellThemApart(String region) {
		Phonenumber.PhoneNumber example = PLANS.getExampleNumberForType(region, PhoneNumberType.FIXED_LINE);
		if (example == null) {
			return;
		}
		Reading<PhoneNumber> reading = read(PLANS.format(example, PhoneNumberFormat.NATIONAL), region,
				MethodKind.MOBILE);
		assertThat(reading instanceof Reading.Accepted).isEqualTo(MOBILE.contains(PLANS.getNumberType(example)));
	}

	@ParameterizedTest
	@MethodSource("regions")
	void refusesThePremiumExampleEverywhere(String region) {
		Phonenumber.PhoneNumber example = PLANS.getExampleNumberForType(region, PhoneNumberType.PREMIUM_RATE);
		if (example == null) {
			return;
		}
		assertThat(read(PLANS.format(example, PhoneNumberFormat.E164), region, MethodKind.OFFICE))
			.isEqualTo(new Reading.Refused<>(ContactProblem.PHONE_KIND));
	}

	@ParameterizedTest
	@MethodSource("regions")
	void takesEveryExampleAsMobileExactlyIfItIsOne(String region) {
		for (PhoneNumberType kind : PLANS.getSupportedTypesForRegion(region)) {
			Phonenumber.PhoneNumber example = PLANS.getExampleNumberForType(region, kind);
			if (example == null) {
				continue;
			}
			String national = PLANS.format(example, PhoneNumberFormat.NATIONAL);
			Reading<PhoneNumber> reading = read(national, region, MethodKind.MOBILE);
			if (MOBILE.contains(PLANS.getNumberType(example)) && !UNPROVEN.contains(region)) {
				assertThat(reading).as(national)
					.isEqualTo(new Reading.Accepted<>(PhoneNumber.held(PLANS.format(example, PhoneNumberFormat.E164))));
			}
			else {
				assertThat(reading).as(national).isInstanceOf(Reading.Refused.class);
			}
		}
	}

	private static Reading<PhoneNumber> read(String cell, String region, MethodKind kind) {
		return PhoneNumber.read(cell, Optional.of(new Country(region)), kind);
	}

}
