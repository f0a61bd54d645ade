package org.ssprprefill.contact;

import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneNumberTests {

	@ParameterizedTest
	@CsvSource({ "+31612345678,+31 6••••••78", "+31 612345678,+31 6••••••78", "+31 201234567x89,+31 2••••••67",
			"+1 2065550100,+1 2••••••00", "+3161,••••••", "0612345678,••••••", "+999612345678,••••••",
			"geheim,••••••" })
	void masksAllButTheEnds(String held, String masked) {
		assertThat(PhoneNumber.held(held)).hasToString(masked);
	}

	@ParameterizedTest
	@CsvSource({ "+31612345678,+31 612345678", "+31 20-1234567X89,+31 201234567x89", "+12065550100,+1 2065550100",
			"+4 5,+45", "+999612345678,+999612345678" })
	void separatesTheCountryCodeForGraph(String held, String inClear) {
		assertThat(PhoneNumber.held(held).inClear()).isEqualTo(inClear);
	}

	@ParameterizedTest
	@ValueSource(strings = { "+31 612345678", "+31 6-1234-5678", "+31(6)12345678", "+31.6.12345678" })
	void equalsTheSameNumberHoweverWritten(String held) {
		assertThat(PhoneNumber.held(held)).isEqualTo(PhoneNumber.held("+31612345678"))
			.hasSameHashCodeAs(PhoneNumber.held("+31612345678"));
	}

	@Test
	void differsFromTheSameNumberWithExtension() {
		assertThat(PhoneNumber.held("+31201234567x89")).isNotEqualTo(PhoneNumber.held("+31201234567"));
	}

	@Property
	void readsBackWhatItGivesToGraph(@ForAll @IntRange(min = 10_000_000, max = 59_999_999) int subscriber) {
		Reading<PhoneNumber> reading = PhoneNumber.read("06" + subscriber, Optional.of(new Country("NL")),
				MethodKind.MOBILE);
		PhoneNumber number = ((Reading.Accepted<PhoneNumber>) reading).value();
		assertThat(PhoneNumber.held(number.inClear())).isEqualTo(number);
	}

	@Property
	void showsAtMostThreeDigitsBesideTheCountryCode(@ForAll @StringLength(max = 20) String text,
			@ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int digits) {
		String masked = PhoneNumber.held("+31" + digits + text).toString();
		String shown = masked.replaceFirst("^\\+\\d+ ", "").replaceAll("[^0-9]", "");
		assertThat(shown).hasSizeLessThanOrEqualTo(3);
	}

	@Property(tries = 2000)
	void neverThrowsAndNeverShowsACell(@ForAll @StringLength(max = 40) String cell) {
		Reading<PhoneNumber> reading = PhoneNumber.read("+3161234" + cell, Optional.empty(), MethodKind.OFFICE);
		assertThat(reading.toString()).doesNotContain("61234");
	}

}
