package org.ssprprefill.schedule;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.ssprprefill.definition.FleetDefinition;
import org.ssprprefill.definition.FleetTenant;
import org.ssprprefill.definition.References;

/**
 * A fleet whose nights are to be planned, worked on and reported. All paths are absolute.
 *
 * @param fleet the fleet
 * @param references what its files need besides themselves
 * @param zone the machine's time zone
 * @param account the account that works
 * @param home the home folder
 * @param program how the program is started
 */
public record FleetAppointment(FleetDefinition fleet, References references, ZoneId zone, String account, Path home,
		Program program) {

	/** Minutes after the last tenant's night. */
	private static final int AFTERWARDS = 30;

	/** So many folders side by side are named by the one that they lie in. */
	private static final int SIDE_BY_SIDE = 2;

	String name() {
		return "sspr-prefill-" + this.fleet.name();
	}

	Path file() {
		return this.fleet.file().toAbsolutePath().normalize();
	}

	List<String> command(String verb, String... options) {
		return this.program.fleet(verb, file(), this.home, options);
	}

	/** When the last tenant's night is over, by the machine's clock. */
	LocalTime reportAt() {
		LocalDate day = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
		return this.fleet.tenants()
			.stream()
			.map(FleetTenant::zone)
			.map((tenant) -> day.atTime(this.fleet.until()).atZone(tenant))
			.max(Comparator.comparing((end) -> end.toInstant()))
			.map((end) -> end.withZoneSameInstant(this.zone).toLocalTime().plusMinutes(AFTERWARDS))
			.orElse(this.fleet.until());
	}

	/** The folders that the nights write to. */
	List<Path> folders() {
		List<Path> all = new ArrayList<>(List.of(this.home, this.fleet.reports()));
		this.fleet.tenants().stream().flatMap((tenant) -> tenant.definition().stream()).forEach((job) -> {
			all.add(job.feed().drop());
			all.add(job.report().directory());
			job.report().metricsFile().ifPresent((file) -> all.add(file.resolveSibling("")));
		});
		Map<Path, List<Path>> siblings = all.stream()
			.map((folder) -> folder.toAbsolutePath().normalize())
			.distinct()
			.collect(Collectors.groupingBy((folder) -> folder.resolveSibling("")));
		return WritableFolders.outermost(siblings.entrySet()
			.stream()
			.flatMap((group) -> (group.getValue().size() > SIDE_BY_SIDE && group.getKey().getNameCount() > 1)
					? List.of(group.getKey()).stream() : group.getValue().stream())
			.map(Path::normalize)
			.distinct()
			.sorted()
			.toList());
	}

}
