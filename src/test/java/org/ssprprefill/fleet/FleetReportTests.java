package org.ssprprefill.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a fleet's report says of its tenants. */
class FleetReportTests {

	private static final LocalDate NIGHT = LocalDate.parse("2026-11-30");

	private static FleetReport.Tenant tenant(String name, String outcome, int exitCode, Optional<URI> adminConsent) {
		Figures figures = new Figures(10, 5, OptionalDouble.of(50), 10, 1, 4, 3, 0, 1,
				Optional.of(adminConsent.isEmpty()), List.of());
		return new FleetReport.Tenant(name + ".com", name, NIGHT, outcome, exitCode, 1, 0, Optional.empty(),
				Optional.of("run"), Optional.empty(), Optional.empty(), OptionalLong.of(7), Optional.of("A reason."),
				Optional.of("/srv/reports/" + name + "/run/report.html"), Optional.of(figures), adminConsent);
	}

	@Test
	void ranksTenantsAndListsThoseWithoutConsent() {
		URI address = URI.create("https://login.example/b.com/adminconsent?client_id=1&x=2");
		FleetReport report = FleetReport.of("group", NIGHT, Instant.EPOCH, true,
				List.of(tenant("a", "done", 0, Optional.empty()), tenant("b", "refused", 7, Optional.of(address))));
		assertThat(report.exitCode()).isEqualTo(7);
		assertThat(report.unconsented()).extracting(FleetReport.Tenant::name).containsExactly("b");
		assertThat(report.write()).contains(address.toString());
		assertThat(new FleetPage(report, Path.of("/srv/reports/fleet/2026-11-30")).write())
			.contains("b.com/adminconsent?client_id=1&amp;x=2")
			.contains("href=\"../../b/run/report.html\"")
			.contains("10 of 20 people can reset");
	}

}
