package org.ssprprefill.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TimelineTests {

	private static final List<String> LINES = List.of(
			"2027-02-01 | global | sms, voice | everybody | page one | 2026-09-23",
			"2027-03 | global | security-questions | everybody | page two | 2026-02-18",
			"2027-07-01 | global | sms, voice | global-administrators | page one | 2026-09-23",
			"2028-01-15 | us-gov | sms | everybody | page three | 2026-09-23");

	@Test
	void knowsWhatMicrosoftHasAnnounced() {
		Timeline global = Timeline.standard().in("global");
		assertThat(global.endings()).extracting(Ending::date)
			.containsExactly(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 3, 1), LocalDate.of(2027, 7, 1));
		assertThat(global.endings()).extracting(Ending::dayGiven).containsExactly(true, false, true);
		assertThat(global.endings()).allSatisfy((ending) -> {
			assertThat(ending.source()).isNotBlank();
			assertThat(ending.sourceDate()).isBefore(ending.date());
		});
		assertThat(global.endOfPhones()).contains(global.endings().get(0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "us-gov", "us-gov-dod", "china" })
	void announcesNothingForOtherClouds(String cloud) {
		assertThat(Timeline.standard().in(cloud).endings()).isEmpty();
		assertThat(Timeline.standard().in(cloud).endOfPhones()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void theOrderOfTheFileDoesNotMatter(long seed) {
		List<String> shuffled = new ArrayList<>(LINES);
		Collections.shuffle(shuffled, new Random(seed));
		assertThat(Timeline.of(shuffled)).isEqualTo(Timeline.of(LINES));
	}

	@ParameterizedTest
	@CsvSource({ "2027-01-31, '', ''", "2027-02-01, 'SMS,VOICE', ''",
			"2027-03-01, 'SMS,VOICE,SECURITY_QUESTIONS', SECURITY_QUESTIONS",
			"2027-07-01, 'SMS,VOICE,SECURITY_QUESTIONS', 'SMS,VOICE,SECURITY_QUESTIONS'" })
	void aDateOfTheirOwnTakesThePlaceOfEverybodysForGlobalAdministrators(LocalDate day, String all, String global) {
		Timeline timeline = Timeline.of(LINES).in("global");
		assertThat(timeline.endedOn(Audience.EVERYBODY, day)).isEqualTo(channels(all));
		assertThat(timeline.endedOn(Audience.GLOBAL_ADMINISTRATORS, day)).isEqualTo(channels(global));
	}

	private static Set<Channel> channels(String names) {
		return names.isEmpty() ? Set.of()
				: Set.copyOf(List.of(names.split(",")).stream().map(Channel::valueOf).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "2027-02-01 | global | sms | everybody | page",
			"1 February | global | sms | everybody | page | 2026-09-23",
			"2027-02-01 | global | fax | everybody | page | 2026-09-23",
			"2027-02-01 | global | sms | friends | page | 2026-09-23" })
	void refusesADamagedLine(String line) {
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> Timeline.of(List.of(line)))
			.withMessageContaining(line);
	}

	@Test
	void refusesTwoDatesForTheSame() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> Timeline.of(List.of(LINES.get(0), LINES.get(0).replace("2027-02", "2027-05"))))
			.withMessageContaining("two dates for");
	}

}
