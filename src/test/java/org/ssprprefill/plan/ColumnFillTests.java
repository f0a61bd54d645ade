package org.ssprprefill.plan;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.contact.MethodKind;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnFillTests {

	@ParameterizedTest
	@CsvSource({ "3, 3, true", "3, 5, true", "3, 6, false", "2, 2, false", "50, 99, true", "50, 100, false",
			"0, 0, false" })
	void holdsAnotherKindWhereMoreThanHalfOfItsCellsDo(long foreign, long given, boolean mixedUp) {
		assertThat(new ColumnFill(MethodKind.MOBILE, 1000, given, foreign).holdsAnotherKind()).isEqualTo(mixedUp);
	}

	@ParameterizedTest
	@CsvSource({ "100, 80, 100, 8, false", "100, 80, 100, 7, true", "5, 5, 5, 0, true", "5, 4, 5, 0, false",
			"5, 5, 4, 0, false", "1000, 500, 10, 0, true", "10, 5, 1000, 50, false", "10, 5, 1000, 49, true",
			"100, 0, 100, 0, false" })
	void isSuddenlyEmptyBelowATenthOfWhatItWas(long rowsBefore, long before, long rows, long given, boolean empty) {
		ColumnFill earlier = new ColumnFill(MethodKind.EMAIL, rowsBefore, before, 0);
		assertThat(new ColumnFill(MethodKind.EMAIL, rows, given, 0).isSuddenlyEmpty(earlier)).isEqualTo(empty);
	}

}
