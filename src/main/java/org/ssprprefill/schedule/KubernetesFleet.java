package org.ssprprefill.schedule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the pods of a fleet have in common. */
final class KubernetesFleet {

	private final FleetAppointment fleet;

	/** The folders that are volumes, by the name of their claim. */
	private final Map<String, Path> claims = new LinkedHashMap<>();

	KubernetesFleet(FleetAppointment fleet) {
		this.fleet = fleet;
		List<Path> folders = new ArrayList<>(fleet.folders());
		fleet.fleet()
			.sources()
			.forEach((source) -> folders.add(source.toAbsolutePath().normalize().resolveSibling("")));
		fleet.references().files().forEach((file) -> folders.add(file.resolveSibling("")));
		List<Path> places = folders.stream().map(Path::normalize).distinct().toList();
		WritableFolders.outermost(places)
			.forEach((place) -> this.claims.put(label() + "-" + (this.claims.size() + 1), place));
	}

	/** The whole entry. */
	String filled(Template words) {
		String dispatch = container("dispatch", "dispatch");
		return words.with("LABEL", label())
			.with("WORK-POD", pod("initContainers:\n" + dispatch, container("work", "work", "--until-empty")))
			.with("REPORT-POD", pod("", container("report", "report")))
			.with("CLAIMS",
					each((claim, folder) -> KubernetesPod.claim(claim, "ReadWriteMany", "20Gi", folder.toString())))
			.with("SECRET",
					KubernetesPod.secret(secret(),
							this.fleet.references()
								.variables()
								.stream()
								.collect(Collectors.toMap(Function.identity(), Function.identity()))))
			.fill("fleet.k8s.yaml");
	}

	private String label() {
		return KubernetesNames.label(this.fleet.name());
	}

	private String secret() {
		return label() + "-environment";
	}

	/** The image's entry point starts Java and the program. */
	private String container(String name, String verb, String... options) {
		String arguments = this.fleet.command(verb, options)
			.stream()
			.skip(3)
			.map(Quoted::yaml)
			.collect(Collectors.joining(", ", "args: [", "]"));
		return KubernetesPod.container(name, "500m", arguments,
				this.fleet.references().variables().isEmpty() ? "" : secret(),
				KubernetesPod.TMP + each((claim, folder) -> KubernetesPod.mount(claim, folder)));
	}

	private String pod(String initContainers, String container) {
		return new Template().with("LABELS", "")
			.with("SERVICE-ACCOUNT", "")
			.with("GRACE", Appointment.GRACE_SECONDS)
			.with("INIT-CONTAINERS", initContainers)
			.with("CONTAINER", container)
			.with("VOLUMES", each((claim, folder) -> KubernetesPod.volume(claim, claim)))
			.fill("pod.yaml");
	}

	private String each(BiFunction<String, Path, String> line) {
		return this.claims.entrySet()
			.stream()
			.map((claim) -> line.apply(claim.getKey(), claim.getValue()))
			.collect(Collectors.joining());
	}

}
