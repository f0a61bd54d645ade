package org.ssprprefill.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.Caller.Heard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FaultTests {

	private static final SimulatedUser JAN = SimulatedUser.of("jan@contoso.com");

	private static final String PHONES = "/users/" + JAN.id() + "/authentication/phoneMethods";

	private static final String MOBILE = "{\"phoneNumber\":\"+31612345601\",\"phoneType\":\"mobile\"}";

	private final Simulator simulator = Simulator.start(TenantDescription.contoso(List.of(JAN)),
			SimulatorSettings.defaults());

	private final Caller caller = new Caller(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void throttlesTheSecondCallOnly() {
		rehearse(FaultTrigger.on("GET", "^/users$").nth(2), Fault.throttle("2.128"));
		assertThat(this.caller.get("/users").status()).isEqualTo(200);
		Heard heard = this.caller.get("/users");
		assertThat(heard.status()).isEqualTo(429);
		assertThat(heard.code()).isEqualTo("TooManyRequests");
		assertThat(heard.header("retry-after")).isEqualTo("2.128");
		assertThat(this.caller.get("/users").status()).isEqualTo(200);
	}

	@Test
	void throttlesAnItemInItsOwnHeaders() {
		rehearse(FaultTrigger.on("*", "phoneMethods").batchItems().first(1), Fault.throttle("10"));
		assertThat(this.caller.get(PHONES).status()).isEqualTo(200);
		String item = "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"" + PHONES + "\"}";
		assertThat(this.caller.batch(item).get(0)).containsEntry("status", 429)
			.extractingByKey("headers")
			.asString()
			.contains("Retry-After=10");
		assertThat(this.caller.batch(item).get(0)).containsEntry("status", 200);
	}

	@Test
	void namesTheTimeToComeBack() {
		rehearse(FaultTrigger.on("GET", "^/users"), Fault.refuse(503, "serviceNotAvailable", "5"));
		assertThat(this.caller.get("/users").header("retry-after")).isEqualTo("5");
	}

	@Test
	void takesTheWholeBatchDownWithADroppedItem() {
		rehearse(FaultTrigger.on("GET", "^/users$").batchItems(), Fault.dropBeforeApplying());
		String body = "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users\"},{\"id\":\"2\",\"method\":\"POST\",\"url\":\""
				+ PHONES + "\",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":" + MOBILE + "}]}";
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.caller.exchange("POST", "/$batch", body));
		assertThat(this.simulator.methodsOf(JAN.id())).containsKey(MethodKind.MOBILE);
	}

	@Test
	void dropsTheConnectionBeforeApplying() {
		rehearse(FaultTrigger.on("POST", "phoneMethods").wholeRequests().nth(1), Fault.dropBeforeApplying());
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.caller.exchange("POST", PHONES, MOBILE));
		assertThat(this.simulator.methodsOf(JAN.id())).isEmpty();
	}

	@Test
	void appliesAndThenDropsTheConnection() {
		rehearse(FaultTrigger.on("POST", "phoneMethods"), Fault.dropAfterApplying());
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.caller.exchange("POST", PHONES, MOBILE));
		assertThat(this.simulator.methodsOf(JAN.id())).containsKey(MethodKind.MOBILE);
		assertThat(this.simulator.journal().entries()).last().satisfies((entry) -> assertThat(entry.status()).isZero());
	}

	@Test
	void appliesAndThenFails() {
		rehearse(FaultTrigger.on("POST", "phoneMethods"), Fault.refuseAfterApplying(500, "generalException"));
		assertThat(this.caller.send("POST", PHONES, MOBILE).status()).isEqualTo(500);
		assertThat(this.simulator.journal().writes()).hasSize(1);
	}

	@Test
	void storesANumberThatIsNotUnique() {
		rehearse(FaultTrigger.on("POST", "phoneMethods"), Fault.numberNotUnique());
		Heard heard = this.caller.send("POST", PHONES, MOBILE);
		assertThat(heard.status()).isEqualTo(409);
		assertThat(heard.code()).isEqualTo("phoneNumberNotUnique");
		assertThat(this.caller.get(PHONES).value()).hasSize(1);
	}

	@Test
	void showsTheOldStateForAWhile() {
		rehearse(FaultTrigger.on("POST", "phoneMethods"), Fault.staleReads(2));
		assertThat(this.caller.send("POST", PHONES, MOBILE).status()).isEqualTo(201);
		assertThat(this.caller.get(PHONES).value()).isEmpty();
		assertThat(this.caller.get(PHONES).value()).isEmpty();
		assertThat(this.caller.get(PHONES).value()).hasSize(1);
	}

	@Test
	void runsHooksBeforeAndAfterApplying() {
		List<Integer> registered = new ArrayList<>();
		Runnable look = () -> registered.add(this.simulator.methodsOf(JAN.id()).size());
		this.simulator.rehearse(FaultScript.none()
			.on(FaultTrigger.on("POST", "phoneMethods"), Fault.beforeApplying(look))
			.on(FaultTrigger.on("PATCH", "phoneMethods"), Fault.afterApplying(look)));
		this.caller.send("POST", PHONES, MOBILE);
		this.caller.send("PATCH", PHONES + "/" + MethodFormat.id(MethodKind.MOBILE), MOBILE);
		assertThat(registered).containsExactly(0, 1);
	}

	@Test
	void refusesEveryThirdCallAndDelaysTheOthers() {
		this.simulator.rehearse(FaultScript.none()
			.on(FaultTrigger.on("*", "^/users").everyNth(3), Fault.refuse(503, "serviceNotAvailable"))
			.on(FaultTrigger.on("*", "^/users"), Fault.delay(Duration.ofMillis(1))));
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			statuses.add(this.caller.get("/users").status());
		}
		assertThat(statuses).containsExactly(200, 200, 503, 200, 200, 503);
	}

	@Test
	void drawsTheSameStormFromTheSameSeed() {
		assertThat(storm(7)).isEqualTo(storm(7)).isNotEqualTo(storm(8));
	}

	private List<Integer> storm(long seed) {
		this.simulator.rehearse(FaultScript.storm(seed, 50));
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			String item = "{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users\"}";
			try {
				statuses.add(this.caller.exchange("POST", "/$batch", "{\"requests\":[" + item + "]}").status());
			}
			catch (IOException | InterruptedException ex) {
				statuses.add(0);
			}
		}
		return statuses;
	}

	private void rehearse(FaultTrigger cue, Fault fault) {
		this.simulator.rehearse(FaultScript.none().on(cue, fault));
	}

}
