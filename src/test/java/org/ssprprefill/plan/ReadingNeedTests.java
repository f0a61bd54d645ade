package org.ssprprefill.plan;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.plan.ReadingNeed.Report;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link ReadingNeed}. */
class ReadingNeedTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "OFF, 1, SILENT, -, false", "MISSING, -, SILENT, -, false", "REPLACE, -, SHOWS, -, false",
					"MISSING, 1, SHOWS, -, false", "MISSING, 1, SHOWS_NONE, -, false", "MISSING, 1, SILENT, -, true",
					"MISSING, 1, SHOWS_NONE, 1, true", "MISSING, 1, SILENT, 1, true", "MISSING, 1, SHOWS, 2, false",
					"OWN, 1, SHOWS_NONE, -, true", "OWN, 1, SILENT, 1, true", "OWN, 1, SHOWS, 1, false",
					"OWN, 1, SHOWS, 2, true", "OWN, 1, SHOWS, -, true", "REPLACE, 1, SHOWS, 1, true",
					"REPLACE, 1, SHOWS_NONE, -, true" })
	void asksOnlyWhereTheAnswerCanMatter(MethodPolicy policy, String wanted, Report report, String written,
			boolean read) {
		Wish wish = new Wish(MethodKind.EMAIL, policy, true, value(wanted));
		assertThat(new ReadingNeed(wish, report, value(written).map(Written::new)).mustRead()).isEqualTo(read);
	}

	@Test
	void asksForNoMethodThatTheCloudLacks() {
		Wish wish = new Wish(MethodKind.EMAIL, MethodPolicy.REPLACE, false, value("1"));
		assertThat(new ReadingNeed(wish, Report.SILENT, Optional.empty()).mustRead()).isFalse();
	}

	private static Optional<ContactValue> value(@Nullable String digit) {
		return Optional.ofNullable(digit)
			.map((text) -> ContactValue.held(MethodKind.EMAIL, "person" + text + "@example.org"));
	}

}
