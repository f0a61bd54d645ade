package org.ssprprefill.plan;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link ReadingNeed}. */
class ReadingNeedTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "OFF, 1, false, -, false", "MISSING, -, false, -, false", "REPLACE, -, true, -, false",
					"MISSING, 1, true, -, false", "MISSING, 1, false, -, true", "MISSING, 1, false, 1, true",
					"MISSING, 1, true, 2, false", "OWN, 1, false, -, true", "OWN, 1, false, 1, true",
					"OWN, 1, true, 1, false", "OWN, 1, true, 2, true", "OWN, 1, true, -, true",
					"REPLACE, 1, true, 1, true", "REPLACE, 1, false, -, true" })
	void asksOnlyWhereTheAnswerCanMatter(MethodPolicy policy, String wanted, boolean reportShows, String written,
			boolean read) {
		Wish wish = new Wish(MethodKind.EMAIL, policy, true, value(wanted));
		assertThat(new ReadingNeed(wish, reportShows, value(written).map(Written::new)).mustRead()).isEqualTo(read);
	}

	@Test
	void asksForNoMethodThatTheCloudLacks() {
		Wish wish = new Wish(MethodKind.EMAIL, MethodPolicy.REPLACE, false, value("1"));
		assertThat(new ReadingNeed(wish, false, Optional.empty()).mustRead()).isFalse();
	}

	private static Optional<ContactValue> value(@Nullable String digit) {
		return Optional.ofNullable(digit)
			.map((text) -> ContactValue.held(MethodKind.EMAIL, "person" + text + "@example.org"));
	}

}
