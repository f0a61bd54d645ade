package org.ssprprefill.schedule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

	String label() {
		return KubernetesNames.label(this.fleet.name());
	}

	String arguments(String verb, String... options) {
		// The image's entry point starts Java and the program
		return this.fleet.command(verb, options)
			.stream()
			.skip(3)
			.map(Quoted::yaml)
			.collect(Collectors.joining(", ", "[", "]"));
	}

	/** SIGTERM: nights leave off within 30 s. */
	String pod() {
		return """
				automountServiceAccountToken: false
				restartPolicy: Never
				terminationGracePeriodSeconds: %d
				securityContext:
				  runAsNonRoot: true
				  runAsUser: 10001
				  runAsGroup: 10001
				  fsGroup: 10001
				  fsGroupChangePolicy: OnRootMismatch
				  seccompProfile:
				    type: RuntimeDefault
				""".formatted(Appointment.GRACE_SECONDS).indent(10);
	}

	String container() {
		String environment = this.fleet.references().variables().isEmpty() ? "" : """
				envFrom:
				- secretRef:
				    name: %s-environment
				""".formatted(label());
		return (environment + """
				securityContext:
				  allowPrivilegeEscalation: false
				  readOnlyRootFilesystem: true
				  capabilities:
				    drop: [ALL]
				resources:
				  requests: {cpu: 500m, memory: 768Mi}
				  limits: {memory: 2Gi}
				volumeMounts:
				- {name: tmp, mountPath: /tmp}
				""" + each("- {name: %s, mountPath: %s}\n")).indent(12);
	}

	String volumes() {
		return ("""
				volumes:
				- name: tmp
				  emptyDir: {}
				""" + each("- name: %1$s\n  persistentVolumeClaim: {claimName: %1$s}\n")).indent(10);
	}

	private String each(String line) {
		return this.claims.entrySet()
			.stream()
			.map((claim) -> line.formatted(claim.getKey(), Quoted.yaml(claim.getValue().toString())))
			.collect(Collectors.joining());
	}

	/** The volume claims, and the Secret that the variables come from. */
	String claims() {
		StringBuilder documents = new StringBuilder();
		this.claims.forEach((claim, folder) -> documents.append("""
				---
				# %2$s
				apiVersion: v1
				kind: PersistentVolumeClaim
				metadata:
				  name: %1$s
				spec:
				  accessModes: [ReadWriteMany]
				  resources:
				    requests:
				      storage: 20Gi
				""".formatted(claim, folder)));
		if (!this.fleet.references().variables().isEmpty()) {
			documents.append("""
					---
					# Put the values in the place of the placeholders, or create the Secret otherwise.
					apiVersion: v1
					kind: Secret
					metadata:
					  name: %s-environment
					type: Opaque
					stringData:
					""".formatted(label()));
			this.fleet.references()
				.variables()
				.forEach(
						(name) -> documents.append("  " + name + ": " + Quoted.yaml("<value of " + name + ">") + "\n"));
		}
		return documents.toString();
	}

}
