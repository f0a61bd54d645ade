package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

class ScheduleTests {

	@TempDir
	Path folder;

	private Path job = Path.of("");

	/** Neither its secret nor its folders exist here. */
	@BeforeEach
	void writeJob() throws IOException {
		this.job = Files.writeString(this.folder.resolve("nightly.yaml"), """
				tenant: {id: contoso.com, client-id: app, client-secret: '${SSPR_NOT_SET}'}
				feed:
				  drop: /srv/hr/drop
				  columns: {employee-id: Nr, mobile: Mobile}
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "systemd", "cron", "windows", "kubernetes" })
	void printsTheEntryAndTouchesNothing(String scheduler) {
		Outcome printed = give("--at", "02:15", "--as", scheduler, "--user", "svc-sspr");
		assertThat(printed).exitsWith(0);
		assertThat(printed.out() + printed.err()).contains("SSPR_NOT_SET");
		assertThat(printed.out()).contains(this.job.toString(), this.folder.resolve("home").toString());
		assertThat(this.folder).isDirectoryContaining("glob:**/nightly.yaml").isDirectoryNotContaining("glob:**/home");
	}

	@Test
	void printsOneJsonObjectOnRequest() {
		JsonNode entry = JsonMapper.shared().readTree(give("--at", "02:15", "--as", "systemd", "--json").out());
		assertThat(entry.get("files")).hasSize(5);
		assertThat(entry.get("files").get(1).get("path").asString())
			.isEqualTo("/etc/systemd/system/sspr-prefill-nightly.timer");
		assertThat(entry.get("files").get(1).get("content").asString()).contains("OnCalendar=*-*-* 02:15:00");
	}

	@ParameterizedTest
	@ValueSource(strings = { "24:00", "2:15", "02:60", "02.15", "two", "02:15:00", "" })
	void refusesATimeThatIsNone(String time) {
		assertThat(give("--at", time, "--as", "cron")).exitsWith(2).says("from 00:00 to 23:59");
	}

	@Test
	void refusesAnUnknownScheduler() {
		assertThat(give("--at", "02:15", "--as", "launchd")).exitsWith(2)
			.says("systemd, cron, windows, kubernetes", "launchd");
	}

	@Test
	void needsATimeAndAScheduler() {
		assertThat(give("--as", "cron")).exitsWith(2).says("--at");
		assertThat(give("--at", "02:15")).exitsWith(2).says("--as");
	}

	@Test
	void printsTheUnitsOfAFleetThatHasADatabase() throws IOException {
		Path fleet = this.folder.resolve("fleet.yaml");
		Files.writeString(fleet, "fleet: group\ntemplate: nightly.yaml\ntenants: [{id: contoso.com, drop: hr}]\n");
		assertThat(Commands.give(this.folder, "schedule", fleet.toString(), "--as", "cron")).exitsWith(2)
			.says("fleet run");
		assertThat(Commands.give(this.folder, "schedule", fleet + "#contoso.com", "--at", "02:15", "--as", "cron"))
			.exitsWith(2)
			.says("schedule FLEET");
		Files.writeString(fleet, Files.readString(fleet) + "database: {url: '${SSPR_NOT_SET_EITHER}'}\n");
		Outcome printed = Commands.give(this.folder, "schedule", fleet.toString(), "--as", "systemd");
		assertThat(printed).exitsWith(0);
		assertThat(printed.out()).contains("fleet work " + fleet, "fleet dispatch " + fleet, "TimeoutStopSec=60s");
		assertThat(printed.err()).contains("SSPR_NOT_SET_EITHER");
	}

	@Test
	void refusesAWrongJob() throws IOException {
		Files.writeString(this.job, "tenant: {}");
		assertThat(give("--at", "02:15", "--as", "cron")).exitsWith(2).says("feed", "Nothing was touched.");
	}

	private Outcome give(String... options) {
		String[] arguments = new String[options.length + 2];
		arguments[0] = "schedule";
		arguments[1] = this.job.toString();
		System.arraycopy(options, 0, arguments, 2, options.length);
		return Commands.give(this.folder, arguments);
	}

}
