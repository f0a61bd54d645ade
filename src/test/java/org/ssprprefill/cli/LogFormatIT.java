package org.ssprprefill.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LogFormatIT {

	@Test
	void givesOneJsonObjectALineOnDemand() {
		List<JsonNode> events = new ArrayList<>();
		try (Child program = Child.start(Map.of("SSPR_PREFILL_LOG", "json"),
				(line) -> events.add(JsonMapper.shared().readTree(line)), List.of("run", "nowhere.yaml"))) {
			assertThat(program.end()).isEqualTo(2);
		}
		assertThat(events).isNotEmpty().allSatisfy((event) -> {
			assertThat(event.propertyNames()).contains("@timestamp", "log.level", "message", "ecs.version",
					"log.logger");
			assertThat(event.get("service.name").asString()).isEqualTo("sspr-prefill");
		});
		assertThat(events.get(0).get("message").asString()).contains("nowhere.yaml", "Nothing was touched.");
	}

	@ParameterizedTest
	@CsvSource({ "SSPR_PREFILL_LOG, xml, text or json", "SSPR_PREFILL_LOG, '', text or json",
			"SSPR_PREFILL_LOG_LEVEL, loud, 'ERROR, WARN, INFO or DEBUG'" })
	void refusesWhatItDoesNotKnow(String variable, String value, String remedy) {
		assertThat(LogFormat.objection((name) -> Optional.ofNullable(Map.of(variable, value).get(name))))
			.hasValueSatisfying((objection) -> assertThat(objection).contains(variable, remedy));
	}

	@Test
	void needsNoVariable() {
		assertThat(LogFormat.objection((name) -> Optional.empty())).isEmpty();
	}

}
