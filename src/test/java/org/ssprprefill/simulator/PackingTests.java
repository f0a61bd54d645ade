package org.ssprprefill.simulator;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PackingTests {

	@ParameterizedTest
	@CsvSource({ "gzip, 100, true", "gzip, 1, false", "identity, 100, false" })
	void packsLargeAnswersForWhoeverTakesThem(String accepted, int users, boolean packed) throws IOException {
		List<SimulatedUser> people = IntStream.range(0, users)
			.mapToObj((number) -> SimulatedUser.of("user" + number + "@contoso.com"))
			.toList();
		try (Simulator simulator = Simulator.start(TenantDescription.contoso(people), SimulatorSettings.defaults())) {
			HttpURLConnection connection = (HttpURLConnection) simulator.endpoint()
				.resolve("/v1.0/users?%24select=id")
				.toURL()
				.openConnection();
			connection.setRequestProperty("Authorization", "Bearer " + simulator.accessToken());
			connection.setRequestProperty("Accept-Encoding", accepted);
			assertThat(connection.getHeaderField("Content-Encoding")).isEqualTo(packed ? "gzip" : null);
			Object body = Json.MAPPER.readValue(
					packed ? new GZIPInputStream(connection.getInputStream()) : connection.getInputStream(),
					Object.class);
			assertThat(((Map<?, ?>) body).get("value")).asList().hasSize(users);
		}
	}

}
