package org.ssprprefill.contact;

import java.util.Optional;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SampleNumberTests {

	static Stream<String> regions() {
		return PhoneNumberUtil.getInstance().getSupportedRegions().stream().sorted();
	}

	@ParameterizedTest
	@MethodSource("regions")
	void isOfItsCountryAndIsTakenInARowOfIt(String region) {
		Country country = new Country(region);
		String sample = SampleNumber.of(country);
		assertThat(PhoneNumber.read(sample, Optional.of(country), MethodKind.MOBILE)).isInstanceOfSatisfying(
				Reading.Accepted.class,
				(read) -> assertThat(((PhoneNumber) read.value()).countryCode()).isEqualTo(country.callingCode()));
	}

	@ParameterizedTest
	@CsvSource({ "US, +1 206 555 0100", "JM, +1 876 555 0100", "AU, +61 491 570 156", "SE, +46 70 174 06 05",
			"DE, +49 171 3920012", "NL, +31 6 12345678", "TR, +90 501 234 56 78" })
	void isKeptForFictionWhereThePlanHoldsSuchNumbers(String region, String sample) {
		assertThat(SampleNumber.of(new Country(region))).isEqualTo(sample);
	}

}
