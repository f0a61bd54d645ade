package org.ssprprefill.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.ssprprefill.definition.Connection;
import org.ssprprefill.graph.Credential;

/**
 * Writes a CronJob (batch/v1, Kubernetes 1.27 or later) and what it needs. In the
 * container every path is the one of the job definition, so that it holds there too.
 */
final class KubernetesCronJob {

	private KubernetesCronJob() {
	}

	static Entry entry(Appointment appointment) {
		KubernetesNames names = KubernetesNames.of(appointment);
		List<String> documents = new ArrayList<>(List.of(configMap(appointment, names)));
		if (!names.variables().isEmpty()) {
			documents.add(secret(names.variableSecret(),
					names.variables().stream().map((name) -> placeholder(name, name)).toList()));
		}
		if (!names.files().isEmpty()) {
			documents.add(secret(names.fileSecret(),
					names.files()
						.entrySet()
						.stream()
						.map((file) -> placeholder(file.getKey(), file.getValue().toString()))
						.toList()));
		}
		names.folders().keySet().forEach((claim) -> documents.add(claim(claim)));
		if (usesWorkloadIdentity(appointment)) {
			documents.add(serviceAccount(appointment, names));
		}
		documents.add(KubernetesPod.nightly(appointment, names, usesWorkloadIdentity(appointment)));
		documents.add(KubernetesPod.check(appointment, names));
		return new Entry(List.of(new Entry.File(names.name() + ".k8s.yaml", String.join("---\n", documents))),
				hints(names));
	}

	private static String configMap(Appointment appointment, KubernetesNames names) {
		return """
				# The job definition; secrets stay in the Secrets below.
				apiVersion: v1
				kind: ConfigMap
				metadata:
				  name: %s
				data:
				  %s: |2
				%s""".formatted(names.name(), Quoted.yaml(names.jobKey()), indented(text(appointment.jobFile())));
	}

	private static String text(Path file) {
		try {
			return Files.readString(file).replace("\uFEFF", "").replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The job definition can no longer be read: " + file, ex);
		}
	}

	private static String indented(String text) {
		return text.lines().map((line) -> line.isBlank() ? "\n" : "    " + line + "\n").collect(Collectors.joining());
	}

	private static String placeholder(String key, String of) {
		return "  " + Quoted.yaml(key) + ": " + Quoted.yaml("<value of " + of + ">") + "\n";
	}

	private static String secret(String name, List<String> placeholders) {
		return """
				# Put the values in the place of the placeholders, or remove this document and create the Secret otherwise.
				apiVersion: v1
				kind: Secret
				metadata:
				  name: %s
				type: Opaque
				stringData:
				%s"""
			.formatted(name, String.join("", placeholders));
	}

	private static String claim(String name) {
		return """
				apiVersion: v1
				kind: PersistentVolumeClaim
				metadata:
				  name: %s
				spec:
				  accessModes: [ReadWriteOnce]
				  resources:
				    requests:
				      storage: 5Gi
				""".formatted(name);
	}

	private static boolean usesWorkloadIdentity(Appointment appointment) {
		return appointment.definition().connection() instanceof Connection.Graph graph
				&& graph.settings().credential() instanceof Credential.WorkloadIdentity;
	}

	/** The label and annotation are those of Microsoft Entra Workload ID. */
	private static String serviceAccount(Appointment appointment, KubernetesNames names) {
		Connection.Graph graph = (Connection.Graph) appointment.definition().connection();
		Credential.WorkloadIdentity identity = (Credential.WorkloadIdentity) graph.settings().credential();
		return """
				apiVersion: v1
				kind: ServiceAccount
				metadata:
				  name: %s
				  annotations:
				    azure.workload.identity/client-id: %s
				""".formatted(names.name(),
				Quoted.yaml(identity.clientId().orElse("<client id of the app registration>")));
	}

	private static List<String> hints(KubernetesNames names) {
		return List.of(
				"Save it as " + names.name() + ".k8s.yaml, fill in what stands in angle brackets, then: "
						+ "kubectl apply -f " + names.name() + ".k8s.yaml",
				"Build the image from src/docker, push it to your registry, and name it there in image:.",
				"Volumes: "
						+ names.folders()
							.entrySet()
							.stream()
							.map((folder) -> folder.getKey() + " is " + folder.getValue())
							.collect(Collectors.joining(", "))
						+ ". HR must reach the drop folder, so its claim usually names a share that exists.");
	}

}
