package org.ssprprefill.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.MethodKind;

import static org.assertj.core.api.Assertions.assertThat;

class BatchTests {

	private static final SimulatedUser JAN = SimulatedUser.of("jan@contoso.com");

	private static final String PHONES = "/users/" + JAN.id() + "/authentication/phoneMethods";

	private final Simulator simulator = Simulator.start(TenantDescription.contoso(List.of(JAN)),
			SimulatorSettings.defaults());

	private final Caller caller = new Caller(this.simulator);

	@AfterEach
	void close() {
		this.simulator.close();
	}

	@Test
	void answersEveryItemInAnotherOrder() {
		List<String> items = new ArrayList<>();
		for (int i = 1; i <= 20; i++) {
			items.add(get(String.valueOf(i), "/users/" + JAN.id()));
		}
		List<Object> ids = new ArrayList<>();
		this.caller.batch(items.toArray(String[]::new)).forEach((response) -> ids.add(response.get("id")));
		assertThat(ids).hasSize(20).doesNotHaveDuplicates().isNotEqualTo(sorted(ids));
		assertThat(this.simulator.journal().roundTrips()).isEqualTo(1);
		assertThat(this.simulator.journal().entries()).filteredOn(Journal.Entry::batchItem).hasSize(20);
	}

	@Test
	void succeedsEvenIfEveryItemFails() {
		assertThat(this.caller.batch(get("a", "/users/nobody")).get(0)).containsEntry("status", 404);
	}

	@Test
	void appliesADependentChainInOrder() {
		assertThat(this.caller.batch(post("1", "mobile", ""), post("2", "alternateMobile", "1")))
			.allSatisfy((response) -> assertThat(response).containsEntry("status", 201));
		assertThat(this.simulator.methodsOf(JAN.id())).containsOnlyKeys(MethodKind.MOBILE, MethodKind.ALTERNATE_MOBILE);
	}

	@Test
	void failsWhatDependsOnAFailure() {
		List<Map<String, Object>> responses = this.caller.batch(post("1", "alternateMobile", ""),
				post("2", "mobile", "1"));
		assertThat(responses).extracting((response) -> response.get("status")).containsExactlyInAnyOrder(400, 424);
		assertThat(this.simulator.methodsOf(JAN.id())).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"requests\":[]}", "[]", "{\"requests\":[{\"id\":\"1\"}]}",
			"{\"requests\":[{\"id\":\"a\",\"method\":\"GET\",\"url\":\"/users\"},{\"id\":\"A\",\"method\":\"GET\",\"url\":\"/users\"}]}",
			"{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users\"},{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/users\"},{\"id\":\"3\",\"method\":\"GET\",\"url\":\"/users\",\"dependsOn\":[\"1\"]}]}",
			"not json" })
	void refusesAMalformedBatch(String body) {
		assertThat(this.caller.send("POST", "/$batch", body).status()).isEqualTo(400);
	}

	@Test
	void refusesTwentyOneItems() {
		List<String> items = new ArrayList<>();
		for (int i = 0; i <= 20; i++) {
			items.add(get(String.valueOf(i), "/users"));
		}
		assertThat(this.caller.send("POST", "/$batch", "{\"requests\":[" + String.join(",", items) + "]}").status())
			.isEqualTo(400);
	}

	@Test
	void wantsAContentTypeWithABody() {
		String item = "{\"id\":\"1\",\"method\":\"POST\",\"url\":\"" + PHONES + "\",\"body\":{}}";
		assertThat(this.caller.batch(item).get(0)).containsEntry("status", 400);
	}

	private static String get(String id, String url) {
		return "{\"id\":\"" + id + "\",\"method\":\"GET\",\"url\":\"" + url + "\"}";
	}

	private static String post(String id, String type, String dependsOn) {
		return "{\"id\":\"" + id + "\",\"method\":\"POST\",\"url\":\"" + PHONES
				+ "\",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":{\"phoneNumber\":\"+31612345601\",\"phoneType\":\""
				+ type + "\"}" + (dependsOn.isEmpty() ? "" : ",\"dependsOn\":[\"" + dependsOn + "\"]") + "}";
	}

	private static List<Object> sorted(List<Object> ids) {
		return ids.stream()
			.sorted((one, two) -> Integer.parseInt(one.toString()) - Integer.parseInt(two.toString()))
			.toList();
	}

}
