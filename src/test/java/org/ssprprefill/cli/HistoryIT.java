package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

@ExtendWith(Rehearsals.class)
class HistoryIT {

	private final Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"))).feed("E1;06 12345601;one@example.org");

	@Test
	void tellsPastRunsNewestFirst() {
		assertThat(this.rehearsal.command("history", this.rehearsal.jobFile())).exitsWith(0)
			.says("No run of this job yet.");
		String planned = this.rehearsal.plan().report().run().id();
		String ran = this.rehearsal.run().report().run().id();
		JsonNode runs = JsonMapper.shared()
			.readTree(this.rehearsal.launch("history", this.rehearsal.jobFile()).out())
			.get("runs");
		assertThat(runs).hasSize(2);
		assertThat(runs.get(0).propertyNames()).containsExactlyInAnyOrder("id", "job", "mode", "startedAt", "outcome",
				"exitCode", "planned", "confirmed", "canReset", "percent");
		assertThat(runs.get(0).get("id").asString()).isEqualTo(ran);
		assertThat(runs.get(0).get("confirmed").asInt()).isEqualTo(2);
		assertThat(runs.get(0).get("percent").asDouble()).isEqualTo(100);
		assertThat(runs.get(1).get("id").asString()).isEqualTo(planned);
		assertThat(runs.get(1).get("mode").asString()).isEqualTo("plan");
		assertThat(runs.get(1).get("planned").asInt()).isEqualTo(2);
		Outcome table = this.rehearsal.command("history", this.rehearsal.jobFile(), "--limit", "1");
		assertThat(table.out()).contains(ran, "100.0 %").doesNotContain(planned);
	}

	@Test
	void writesAReportAgain() throws IOException {
		Outcome night = this.rehearsal.run();
		String html = night.file("report.html");
		String people = night.file("people.csv");
		Files.delete(night.folder().resolve("report.html"));
		Files.delete(night.folder().resolve("people.csv"));
		Outcome again = this.rehearsal.launch("report", night.report().run().id());
		assertThat(again).exitsWith(0).wroteNothing();
		assertThat(again.out()).isEqualTo(night.out());
		assertThat(night.file("report.html")).isEqualTo(html);
		assertThat(night.file("people.csv")).isEqualTo(people);
	}

	@Test
	void knowsNoReportOfARunThatNeverWas() {
		assertThat(this.rehearsal.launch("report", "20260101-000000-0000")).exitsWith(2)
			.says("knows no run '20260101-000000-0000'", "sspr-prefill history JOB");
	}

	@Test
	void staysSilentWhenAskedTo() {
		Outcome night = this.rehearsal.command("run", this.rehearsal.jobFile(), "--quiet");
		assertThat(night).exitsWith(0);
		assertThat(night.out()).isEmpty();
		assertThat(night.err()).doesNotContain("preflight").contains("2 methods were registered and confirmed");
	}

}
