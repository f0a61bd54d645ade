package org.ssprprefill.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What an administrator may let go wrong, and how much the tenant bears. */
class BadNightTests {

	private static final SimulatedUser JAN = SimulatedUser.of("jan@contoso.com");

	private static final String PHONES = "/users/" + JAN.id() + "/authentication/phoneMethods";

	@TempDir
	private Path folder;

	private Path file(String yaml) {
		try {
			return Files.writeString(this.folder.resolve("night.yaml"), yaml);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Simulator simulator(SimulatorSettings settings) {
		return Simulator.start(TenantDescription.contoso(List.of(JAN)), settings);
	}

	@Test
	void readsTheSampleFile() {
		SimulatorSettings settings = SimulatorSettings.defaults().withBadNight(Path.of("sample-data/bad-night.yaml"));
		assertThat(settings.limits().word()).isEqualTo(Limits.UNITS.word());
		assertThat(settings.latency()).isEqualTo(Duration.ofMillis(40));
	}

	@Test
	void letsHappenWhatTheFileSays() {
		Path night = file("faults: [{on: GET phoneMethods, fault: throttle, retry-after: 2.128, nth: 2}]");
		try (Simulator simulator = simulator(SimulatorSettings.defaults().withBadNight(night))) {
			Caller caller = new Caller(simulator);
			assertThat(caller.get(PHONES).status()).isEqualTo(200);
			assertThat(caller.get(PHONES).header("retry-after")).isEqualTo("2.128");
			assertThat(caller.get(PHONES).status()).isEqualTo(200);
		}
	}

	@Test
	void namesEverythingThatIsWrongAtOnce() {
		Path night = file("""
				limits: generous
				latency-ms: soon
				faults: [{on: phoneMethods, fault: rain, retry-after: later, often: 3}]
				""");
		assertThatExceptionOfType(TenantDescriptionException.class)
			.isThrownBy(() -> SimulatorSettings.defaults().withBadNight(night))
			.satisfies((ex) -> assertThat(ex.problems()).extracting(TenantDescriptionException.Problem::key)
				.containsExactlyInAnyOrder("limits", "latency-ms", "faults[0].on", "faults[0].fault",
						"faults[0].retry-after", "faults[0].often"));
	}

	@Test
	void saysWhenAFaultIsCuedTwice() {
		Path night = file("faults: [{on: GET users, fault: throttle, nth: 3, every: 5}]");
		assertThatExceptionOfType(TenantDescriptionException.class)
			.isThrownBy(() -> SimulatorSettings.defaults().withBadNight(night))
			.withMessageContaining("only one of nth, every and first");
	}

	@Test
	void bearsFiveCallsOfMethodsInTenSecondsReadLiterally() {
		try (Simulator simulator = simulator(SimulatorSettings.defaults().with(Limits.LITERAL))) {
			Caller caller = new Caller(simulator);
			for (int i = 0; i < 5; i++) {
				assertThat(caller.get(PHONES).status()).isEqualTo(200);
			}
			assertThat(Double.parseDouble(caller.get(PHONES).header("retry-after"))).isBetween(5.0, 10.1);
			assertThat(caller.get("/users").status()).isEqualTo(200);
			simulator.advance(Duration.ofSeconds(11));
			assertThat(caller.get(PHONES).status()).isEqualTo(200);
		}
	}

	@Test
	void countsRefusedCallsWhereTheFileSaysSo() {
		Path night = file(
				"rate-limits: [{on: GET phoneMethods, kind: bucket, most: 2, window: 20s, refused: counted}]");
		try (Simulator simulator = simulator(SimulatorSettings.defaults().withBadNight(night))) {
			Caller caller = new Caller(simulator);
			assertThat(caller.get(PHONES).status()).isEqualTo(200);
			assertThat(caller.get(PHONES).status()).isEqualTo(200);
			assertThat(Double.parseDouble(caller.get(PHONES).header("retry-after"))).isBetween(15.0, 20.1);
			assertThat(Double.parseDouble(caller.get(PHONES).header("retry-after"))).isGreaterThan(20.1);
			simulator.advance(Duration.ofSeconds(27));
			assertThat(caller.get(PHONES).status()).isEqualTo(200);
		}
	}

	@Test
	void namesWhatIsWrongWithALimit() {
		Path night = file("rate-limits: [{on: phoneMethods, kind: heap, refused: perhaps, retry-after: soon}]");
		assertThatExceptionOfType(TenantDescriptionException.class)
			.isThrownBy(() -> SimulatorSettings.defaults().withBadNight(night))
			.satisfies((ex) -> assertThat(ex.problems()).extracting(TenantDescriptionException.Problem::key)
				.containsExactlyInAnyOrder("rate-limits[0].on", "rate-limits[0].kind", "rate-limits[0].refused",
						"rate-limits[0].retry-after"));
	}

	@Test
	void bearsManyCallsOfMethodsAndFiveOfReportsByUnits() {
		try (Simulator simulator = simulator(SimulatorSettings.defaults().with(Limits.UNITS))) {
			Caller caller = new Caller(simulator);
			for (int i = 0; i < 6; i++) {
				assertThat(caller.get(PHONES).status()).isEqualTo(200);
				assertThat(caller.get("/reports/authenticationMethods/userRegistrationDetails").status())
					.isEqualTo((i < 5) ? 200 : 429);
			}
		}
	}

}
