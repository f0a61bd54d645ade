package org.ssprprefill.contact;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssprprefill.contact.NumberingPlan.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of ranges says of every number what libphonenumber says of it. */
class NumberRangesTests {

	private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

	private static final int VARIANTS = 20;

	private final NumberRanges ranges = new NumberRanges();

	private final Random random = new Random(13);

	static Stream<String> regions() {
		return PLANS.getSupportedRegions().stream().sorted();
	}

	@ParameterizedTest
	@MethodSource("regions")
	void saysTheSameOfNumbersThatDifferFromTheCountrysExamples(String region) {
		Optional<Country> country = Optional.of(new Country(region));
		for (PhoneNumberType type : PLANS.getSupportedTypesForRegion(region)) {
			Phonenumber.PhoneNumber example = PLANS.getExampleNumberForType(region, type);
			if (example != null) {
				vary(CellText.digits(PLANS.format(example, PhoneNumberFormat.NATIONAL)), 0, country);
				vary(PLANS.getNationalSignificantNumber(example), 0, country);
				String code = "+" + example.getCountryCode();
				vary(PLANS.format(example, PhoneNumberFormat.E164), code.length(), country);
				vary(code + "0" + PLANS.getNationalSignificantNumber(example), code.length(), country);
			}
		}
	}

	private void vary(String number, int from, Optional<Country> country) {
		for (int variant = 0; variant < VARIANTS; variant++) {
			StringBuilder digits = new StringBuilder(number);
			for (int changed = variant % 4; changed > 0; changed--) {
				digits.setCharAt(from + this.random.nextInt(number.length() - from),
						(char) ('0' + this.random.nextInt(10)));
			}
			boolean separated = variant % 2 == 0;
			String dialled = digits.toString();
			assertThat(this.ranges.verdict(dialled, country, separated,
					() -> NumberingPlan.ask(dialled, country, separated)))
				.as("%s in %s", dialled, country)
				.isEqualTo(NumberingPlan.ask(dialled, country, separated));
		}
	}

	@ParameterizedTest
	@CsvSource({ "NL, 0612345678, 0612376543", "GB, 07400123456, 07400199999", "US, 2015550123, 2015559999",
			"DE, 015112345678, 015112765432", "'', +31612345678, +31612376543" })
	void asksThePlanOnceForARange(String region, String first, String second) {
		Optional<Country> country = Optional.of(region).filter((it) -> !it.isEmpty()).map(Country::new);
		this.ranges.verdict(first, country, false, () -> NumberingPlan.ask(first, country, false));
		assertThat(this.ranges.verdict(second, country, false, () -> {
			throw new AssertionError("asked again");
		})).isEqualTo(NumberingPlan.ask(second, country, false));
	}

	@Test
	void asksThePlanForEveryNumberThatIsNotProven() {
		Verdict refused = new Verdict.Unproven(ContactProblem.PHONE_KIND);
		for (int time = 0; time < 2; time++) {
			assertThat(this.ranges.verdict("0123456789", Optional.of(new Country("NL")), false, () -> refused))
				.isSameAs(refused);
		}
	}

	@ParameterizedTest
	@CsvSource({ "'6[1-58]\\d{7}', 612345678, 2", "'(?:6[1-58]|970\\d)\\d{7}', 97012345678, 3",
			"'97[0-4]\\d|6', 612345678, 1", "'\\d{9}', 612345678, 0", "'\\d{3}[1-9]\\d{5}', 612345678, 4",
			"'\\d{2,4}5\\d*', 612345678, 9", "'(1(2)?|34)?5\\d', 12512, 3", "'(?!06)\\d{8}', 612345678, 9" })
	void looksAsFarAsItsPatternMayDecide(String pattern, String number, int looked) {
		PatternReach reach = new PatternReach(number);
		reach.follow(pattern, 1);
		assertThat(reach.looked()).isEqualTo(looked);
	}

}
