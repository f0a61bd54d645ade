package org.ssprprefill.schedule;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ssprprefill.definition.FleetDefinition;
import org.ssprprefill.definition.FleetDefinitions;
import org.ssprprefill.definition.Purpose;
import org.ssprprefill.definition.References;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** The entries that plan, work on and report the nights of a fleet. */
class FleetUnitsIT {

	@TempDir
	private Path folder;

	private FleetAppointment appointment;

	@BeforeEach
	void fleet() throws IOException {
		Files.writeString(this.folder.resolve("tenant.yaml"), """
				tenant: {id: "${tenant.id}", client-id: app, client-secret: "${APP_SECRET}"}
				feed: {drop: "/srv/hr/${tenant.id}", columns: {employee-id: Nr, mobile: Mobile}}
				report: {directory: "/srv/reports/${tenant.id}"}
				""");
		Path file = Files.writeString(this.folder.resolve("fleet.yaml"), """
				fleet: group
				database: {url: "${FLEET_DB}", user: fleet, password: "${FLEET_PASSWORD}"}
				template: tenant.yaml
				night: {at: "01:10", until: "06:00"}
				report: {directory: /srv/reports/fleet}
				tenants:
				  - {id: a.com, drop: a, zone: Europe/Amsterdam}
				  - {id: b.com, drop: b, zone: America/New_York}
				  - {id: c.com, drop: c, zone: Asia/Tokyo}
				""");
		FleetDefinition fleet = FleetDefinitions.load(file, (name) -> Optional.empty(), Purpose.FEED)
			.fleet()
			.orElseThrow();
		this.appointment = new FleetAppointment(fleet, References.of(fleet), ZoneId.of("UTC"), "sspr-prefill",
				Path.of("/var/lib/sspr-prefill"), new Program(Path.of("/bin/sh"), Path.of("/bin/ls"), false));
	}

	@ParameterizedTest
	@EnumSource(Scheduler.class)
	void fillsEveryPlaceOfItsTemplatesAndHoldsNoSecret(Scheduler scheduler) {
		Entry entry = FleetUnits.entry(scheduler, this.appointment);
		assertThat(entry.text()).doesNotContainPattern("@[A-Z0-9-]+@")
			.contains("dispatch", "work", "report", this.folder.resolve("fleet.yaml").toString());
		assertThat(String.join("\n", entry.hints()) + entry.text()).contains("APP_SECRET", "FLEET_DB",
				"FLEET_PASSWORD");
		assertThat(entry.hints()).anyMatch((hint) -> hint.contains("/srv/hr, /srv/reports"));
	}

	@Test
	void letsWorkersLeaveOffBeforeTheyAreKilledAndReportsWhenTheLastNightIsOver() {
		String text = FleetUnits.entry(Scheduler.SYSTEMD, this.appointment).text();
		assertThat(text).contains("KillMode=mixed", "TimeoutStopSec=60s", "Restart=always", "OnCalendar=*:0/15");
		// Six in the morning in New York, in winter or in summer
		assertThat(text).containsPattern("OnCalendar=\\*-\\*-\\* 1[01]:30:00 UTC");
		assertThat(FleetUnits.entry(Scheduler.KUBERNETES, this.appointment).text())
			.contains("\"work\", \"" + this.folder.resolve("fleet.yaml") + "\", \"--until-empty\"")
			.contains("terminationGracePeriodSeconds: 60", "schedule: \"10 * * * *\"");
	}

	@Test
	void isWellFormed() throws Exception {
		List<Object> documents = new ArrayList<>();
		new Yaml().loadAll(FleetUnits.entry(Scheduler.KUBERNETES, this.appointment).text()).forEach(documents::add);
		assertThat(documents).hasSizeGreaterThan(4)
			.allSatisfy((document) -> assertThat(((Map<?, ?>) document).get("kind")).isNotNull());
		for (Entry.File file : FleetUnits.entry(Scheduler.WINDOWS, this.appointment).files()) {
			assertThat(DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(new InputSource(new StringReader(file.content())))
				.getElementsByTagName("Command")
				.getLength()).isPositive();
		}
	}

	@Test
	void isAcceptedBySystemd() throws Exception {
		FleetAppointment given = this.appointment;
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		SystemdUnitsIT.assertAccepted(this.folder,
				FleetUnits.entry(Scheduler.SYSTEMD,
						new FleetAppointment(given.fleet(), given.references(), given.zone(), "root", given.home(),
								new Program(java, Files.writeString(this.folder.resolve("p.jar"), ""), false))));
	}

}
