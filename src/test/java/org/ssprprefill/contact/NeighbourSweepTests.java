package org.ssprprefill.contact;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Mobiles drawn from every plan of the world, in national form. */
class NeighbourSweepTests {

	private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

	/**
	 * Their national form proves nothing, or only a part of what the plan calls mobile.
	 */
	private static final Set<String> REFUSED = Set.of("MC", "VA", "CL");

	@Test
	void thePageShowsTheSweep() throws IOException {
		assertThat(Files.readString(NeighbourSweep.PAGE)).as("run NeighbourSweep, which writes the page")
			.isEqualTo(NeighbourSweep.page());
	}

	static Stream<String> regions() {
		return PLANS.getSupportedRegions().stream().sorted();
	}

	@ParameterizedTest
	@MethodSource("regions")
	void everyMobileIsReadAsItselfInItsCountry(String region) {
		for (Phonenumber.PhoneNumber number : NeighbourSweep.drawn(region)) {
			String form = PLANS.format(number, PhoneNumberFormat.NATIONAL);
			Reading<PhoneNumber> reading = NeighbourSweep.read(number, region);
			if (reading instanceof Reading.Accepted<PhoneNumber> accepted) {
				assertThat(accepted.value().normalForm()).as(form)
					.isEqualTo(PLANS.format(number, PhoneNumberFormat.E164));
			}
			else {
				assertThat(REFUSED).as(form + " " + reading).contains(region);
			}
		}
	}

}
