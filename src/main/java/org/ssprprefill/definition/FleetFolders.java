package org.ssprprefill.definition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one tenant has for itself: folders, of which none may lie in another's, and its
 * id.
 */
final class FleetFolders {

	private final Path template;

	private final Map<String, FleetTenant> tenants = new LinkedHashMap<>();

	FleetFolders(Path template, List<FleetTenant> tenants) {
		this.template = template;
		tenants.forEach((tenant) -> this.tenants.put(tenant.id(), tenant));
	}

	/**
	 * The tenants; those whose folders meet are refused, each without the other's name.
	 */
	List<FleetTenant> apart() {
		refuseTwins();
		List<Folder> folders = this.tenants.values()
			.stream()
			.flatMap((tenant) -> tenant.definition().stream().flatMap((job) -> folders(tenant, job)))
			.sorted(Comparator.comparing(Folder::path))
			.toList();
		List<Folder> above = new ArrayList<>();
		for (Folder folder : folders) {
			above.removeIf((other) -> !folder.path().startsWith(other.path()));
			above.stream().filter((other) -> !other.tenant().equals(folder.tenant())).forEach((other) -> {
				refuse(folder);
				refuse(other);
			});
			above.add(folder);
		}
		return List.copyOf(this.tenants.values());
	}

	/** Whatever the entries are called. */
	private void refuseTwins() {
		Map<String, FleetTenant> seen = new HashMap<>();
		for (FleetTenant tenant : List.copyOf(this.tenants.values())) {
			tenant.definition()
				.flatMap(JobDefinition::tenantId)
				.map((id) -> id.toLowerCase(Locale.ROOT))
				.ifPresent((id) -> {
					FleetTenant twin = seen.putIfAbsent(id, tenant);
					if (twin != null) {
						refuse(tenant, id, twin);
						refuse(twin, id, tenant);
					}
				});
		}
	}

	private void refuse(FleetTenant tenant, String id, FleetTenant twin) {
		refuse(tenant.id(), new DefinitionProblem("tenant.id", id, "is also the tenant of the entry " + twin.id(),
				"Keep one of the two entries.", 0, this.template));
	}

	private static Stream<Folder> folders(FleetTenant tenant, JobDefinition job) {
		return Stream.of(new Folder(tenant.id(), "feed.drop", job.feed().drop().toAbsolutePath().normalize()),
				new Folder(tenant.id(), "report.directory", job.report().directory().toAbsolutePath().normalize()));
	}

	private void refuse(Folder folder) {
		DefinitionProblem problem = new DefinitionProblem(folder.key(), folder.path().toString(),
				"is shared with another tenant, or lies in a folder of one",
				"Give each tenant a folder of its own, as with ${tenant.id} in the path.", 0, this.template);
		refuse(folder.tenant(), problem);
	}

	private void refuse(String id, DefinitionProblem problem) {
		this.tenants.computeIfPresent(id,
				(same, tenant) -> tenant.problems().contains(problem) ? tenant : tenant.refused(problem));
	}

	/** A folder, and the key that names it. */
	private record Folder(String tenant, String key, Path path) {
	}

}
