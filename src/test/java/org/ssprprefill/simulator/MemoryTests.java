package org.ssprprefill.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.MethodKind;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryTests {

	private static final SimulatedUser JAN = SimulatedUser.of("jan@contoso.com");

	private static final TenantDescription TENANT = TenantDescription.contoso(List.of(JAN));

	private static final String PHONES = "/users/" + JAN.id() + "/authentication/phoneMethods";

	private final Kept kept = new Kept();

	@Test
	void findsTheTenantAsTheLastSimulationLeftIt() {
		write();
		try (Simulator second = start(TENANT)) {
			assertThat(second.methodsOf(JAN.id())).isEqualTo(Map.of(MethodKind.MOBILE, "+31 612345601"));
			assertThat(second.journal().writes()).isEmpty();
		}
	}

	@Test
	void keepsTheTimeOfAChangeForTheReport() {
		write();
		try (Simulator second = start(TENANT)) {
			Caller caller = new Caller(second);
			String row = "/reports/authenticationMethods/userRegistrationDetails/" + JAN.id();
			assertThat(caller.get(row).at("isSsprRegistered")).isEqualTo(false);
			second.advance(Duration.ofHours(37));
			assertThat(caller.get(row).at("isSsprRegistered")).isEqualTo(true);
		}
	}

	@Test
	void beginsAnewForAnotherDescription() {
		write();
		try (Simulator second = start(TenantDescription.contoso(List.of(JAN, SimulatedUser.of("eva@contoso.com"))))) {
			assertThat(second.methodsOf(JAN.id())).isEmpty();
		}
	}

	@Test
	void remembersOnlyAfterWrites() {
		try (Simulator simulator = start(TENANT)) {
			new Caller(simulator).get(PHONES);
		}
		assertThat(this.kept.recall()).isEmpty();
	}

	@Test
	void remembersBeforeTheHookAfterApplyingRuns() {
		try (Simulator simulator = start(TENANT)) {
			simulator.rehearse(FaultScript.none()
				.on(FaultTrigger.on("POST", "phoneMethods"),
						Fault.afterApplying(() -> assertThat(this.kept.recall()).isPresent())));
			assertThat(post(simulator)).isEqualTo(201);
		}
	}

	private void write() {
		try (Simulator first = start(TENANT)) {
			assertThat(post(first)).isEqualTo(201);
		}
	}

	private static int post(Simulator simulator) {
		return new Caller(simulator).send("POST", PHONES, "{\"phoneNumber\":\"+31612345601\",\"phoneType\":\"mobile\"}")
			.status();
	}

	private Simulator start(TenantDescription description) {
		return Simulator.start(description, SimulatorSettings.defaults().with(this.kept));
	}

	/** A memory of the heap. */
	private static final class Kept implements Memory {

		private Optional<byte[]> state = Optional.empty();

		@Override
		public synchronized Optional<byte[]> recall() {
			return this.state;
		}

		@Override
		public synchronized void remember(byte[] state) {
			this.state = Optional.of(state);
		}

	}

}
