package org.ssprprefill.contact;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** No digit is ever guessed. */
class PhoneProofTests {

	private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

	private static final List<String> COUNTRIES = List.of("NL", "BE", "DE", "FR", "GB", "US", "DK", "ES", "PL");

	private static final List<String> REGIONS = PLANS.getSupportedRegions().stream().sorted().toList();

	/** Countries under several codes that dial each other as at home. */
	private static final Set<Integer> FRANCE = Set.of(33, 262, 590, 594, 596);

	@Property(tries = 4000, seed = "20261127")
	void acceptsNoDigitThatDoesNotStandInTheCell(@ForAll("cells") String cell, @ForAll("countries") String country) {
		Reading<PhoneNumber> reading = PhoneNumber.read(cell, Optional.of(new Country(country)), MethodKind.MOBILE);
		if (reading instanceof Reading.Accepted<PhoneNumber> accepted) {
			assertProven(cell, country, accepted.value());
		}
	}

	@Property(tries = 20_000, seed = "20261130")
	void acceptsInNoCountryWhatTheRowDoesNotProve(@ForAll("mobiles") String cell, @ForAll("regions") String country) {
		Reading<PhoneNumber> reading = PhoneNumber.read(cell, Optional.of(new Country(country)), MethodKind.MOBILE);
		if (reading instanceof Reading.Accepted<PhoneNumber> accepted) {
			assertProven(cell, country, accepted.value());
		}
	}

	/**
	 * The subscriber's digits stand at the end of the cell, under a country code that
	 * stands before them or is the country's own.
	 */
	private static void assertProven(String cell, String country, PhoneNumber number) {
		String digits = CellText.digits(CellText.dialled(cell).replace("(0)", ""));
		String code = number.countryCode().substring(1);
		String national = number.normalForm().substring(number.countryCode().length());
		boolean argentine = code.equals("54") && digits.replaceFirst("15", "").endsWith(national.substring(1));
		assertThat(digits.endsWith(national) || argentine).as("%s in %s as %s", cell, country, number.inClear())
			.isTrue();
		int home = PLANS.getCountryCodeForRegion(country);
		boolean abroad = digits.matches("\\d{0,5}" + code + "0?1?" + national);
		boolean family = FRANCE.contains(home) && FRANCE.contains(Integer.parseInt(code));
		assertThat(home == Integer.parseInt(code) || abroad || family)
			.as("%s in %s as %s", cell, country, number.inClear())
			.isTrue();
		assertThat(digits.length()).isLessThanOrEqualTo(number.normalForm().length() + 5);
	}

	@Property(tries = 1000, seed = "20261128")
	void readsWhatItWritesAsTheSameNumber(@ForAll("cells") String cell, @ForAll("countries") String country) {
		Reading<PhoneNumber> reading = PhoneNumber.read(cell, Optional.of(new Country(country)), MethodKind.MOBILE);
		if (reading instanceof Reading.Accepted<PhoneNumber> accepted) {
			assertThat(PhoneNumber.read(accepted.value().inClear(), Optional.empty(), MethodKind.MOBILE))
				.isEqualTo(accepted);
		}
	}

	@Provide
	Arbitrary<String> countries() {
		return Arbitraries.of(COUNTRIES);
	}

	@Provide
	Arbitrary<String> regions() {
		return Arbitraries.of(REGIONS);
	}

	/** Real mobiles of every plan as people write them, whole, cut, or with a slip. */
	@Provide
	Arbitrary<String> mobiles() {
		List<Phonenumber.PhoneNumber> examples = REGIONS.stream()
			.map((region) -> PLANS.getExampleNumberForType(region, PhoneNumberType.MOBILE))
			.filter(Objects::nonNull)
			.toList();
		return Combinators
			.combine(Arbitraries.of(examples), Arbitraries.of(PhoneNumberFormat.values()),
					Arbitraries.longs().between(0, 9_999), Arbitraries.integers().between(0, 7))
			.as(PhoneProofTests::written);
	}

	private static String written(Phonenumber.PhoneNumber example, PhoneNumberFormat format, long end, int slip) {
		String text = PLANS.format(example, format).replace("tel:", "").replace(";", "");
		String other = text.substring(0, Math.max(1, text.length() - 4)) + String.format("%04d", end);
		return switch (slip) {
			case 0 -> text.substring(1);
			case 1 -> text + "0";
			case 2 -> CellText.digits(other);
			case 3 -> "0" + other;
			case 4 -> "00" + CellText.digits(other);
			case 5 -> other.substring(0, other.length() - 1);
			default -> other;
		};
	}

	/** Mostly numbers that nearly are some, written in every way. */
	@Provide
	Arbitrary<String> cells() {
		Arbitrary<String> start = Arbitraries.of("06", "+316", "00316", "+31 (0)6", "6", "316", "04", "+32 4", "017",
				"+49 17", "07", "+33 6", "2", "+1 206", "1 206", "206", "+45 2", "5", "٠٦", "０６", "");
		Arbitrary<String> rest = Arbitraries.strings()
			.withChars("0123456789")
			.withChars("0123456789")
			.withChars(" -./()x,+\u00a0")
			.ofMinLength(5)
			.ofMaxLength(13);
		Arbitrary<String> digits = Arbitraries.strings().withCharRange('0', '9').ofMinLength(6).ofMaxLength(10);
		return start.flatMap((first) -> Arbitraries.oneOf(rest, digits).map((other) -> first + other));
	}

}
