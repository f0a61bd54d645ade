package org.ssprprefill.contact;

import java.util.Map;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** No digit is ever guessed. */
class PhoneProofTests {

	private static final Map<String, String> CODES = Map.of("NL", "31", "BE", "32", "DE", "49", "FR", "33", "GB", "44",
			"US", "1", "DK", "45", "ES", "34", "PL", "48");

	@Property(tries = 4000, seed = "20261127")
	void acceptsNoDigitThatDoesNotStandInTheCell(@ForAll("cells") String cell, @ForAll("countries") String country) {
		Reading<PhoneNumber> reading = PhoneNumber.read(cell, Optional.of(new Country(country)), MethodKind.MOBILE);
		if (reading instanceof Reading.Accepted<PhoneNumber> accepted) {
			String digits = CellText.digits(CellText.dialled(cell));
			String number = accepted.value().normalForm().substring(1);
			boolean international = digits.endsWith(number)
					|| digits.replaceFirst("^(0*" + number.substring(0, 2) + ")0", "$1").endsWith(number);
			boolean national = number.startsWith(CODES.get(country))
					&& digits.endsWith(number.substring(CODES.get(country).length()));
			assertThat(international || national).as(cell).isTrue();
			assertThat(digits.length()).isLessThanOrEqualTo(number.length() + 5);
		}
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
		return Arbitraries.of(CODES.keySet().stream().sorted().toList());
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
