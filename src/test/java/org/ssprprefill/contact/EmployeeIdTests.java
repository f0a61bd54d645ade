package org.ssprprefill.contact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmployeeIdTests {

	@Test
	void countsLeadingZeros() {
		assertThat(new EmployeeId("00123")).isNotEqualTo(new EmployeeId("123"));
	}

	@ParameterizedTest
	@CsvSource({ "123,8,00000123", "00123,8,00000123", "123456789,8,123456789", "123,0,123", "A1,4,00A1" })
	void isPaddedForComparisonOnly(String id, int width, String padded) {
		assertThat(new EmployeeId(id).padded(width)).isEqualTo(padded);
		assertThat(new EmployeeId(id).value()).isEqualTo(id);
	}

}
