package org.ssprprefill.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ssprprefill.definition.Connection;
import org.ssprprefill.graph.Credential;

/**
 * Writes a CronJob (batch/v1, Kubernetes 1.27 or later) and what it needs. In the
 * container every path is the one of the job definition, so that it holds there too.
 */
final class KubernetesCronJob {

	/** The exit codes of a run that is done and waits for a person. */
	static final String DONE_BY_RUN = "3|4|8";

	/** Those of a check: its answer lies beside the file. */
	private static final String DONE_BY_CHECK = "4|7";

	/** As the image has them; see {@code src/docker/Dockerfile}. */
	private static final Program PROGRAM = new Program(Path.of("/opt/java/openjdk/bin/java"), Program.USUAL_JAR, true);

	private final Appointment appointment;

	private final KubernetesNames names;

	private KubernetesCronJob(Appointment appointment) {
		this.appointment = appointment;
		this.names = KubernetesNames.of(appointment);
	}

	static Entry entry(Appointment appointment) {
		KubernetesCronJob job = new KubernetesCronJob(appointment);
		return new Entry(List.of(new Entry.File(job.names.name() + ".k8s.yaml", job.text())), job.hints());
	}

	private String text() {
		Path jobFile = this.appointment.jobFile();
		Optional<Credential.WorkloadIdentity> identity = identity();
		return Template.of(this.appointment)
			.with("NAME", this.names.name())
			.with("CHECK-NAME", this.names.checkName())
			.with("JOB-KEY", Quoted.yaml(this.names.jobKey()))
			.with("JOB-FILE", text(jobFile))
			.with("SECRETS", KubernetesPod.secret(this.names.variableSecret(),
					this.names.variables().stream().collect(Collectors.toMap(Function.identity(), Function.identity())))
					+ KubernetesPod.secret(this.names.fileSecret(), this.names.files()))
			.with("CLAIMS",
					this.names.folders()
						.entrySet()
						.stream()
						.map((claim) -> KubernetesPod.claim(claim.getKey(), "ReadWriteOnce", "5Gi",
								claim.getValue().toString()))
						.collect(Collectors.joining()))
			.with("SERVICE-ACCOUNT", identity.map(this::serviceAccount).orElse(""))
			.with("TIMEZONE", this.appointment.zoneName().map((zone) -> "timeZone: " + Quoted.yaml(zone)).orElse(""))
			.with("POD",
					pod(this.names, identity.isPresent(),
							command(DONE_BY_RUN, PROGRAM.run(jobFile, this.appointment.home()))))
			.with("CHECK-POD",
					pod(this.names.ofCheck(this.appointment), false,
							command(DONE_BY_CHECK, PROGRAM.check(jobFile, this.appointment.home()))))
			.fill("job.k8s.yaml");
	}

	private String serviceAccount(Credential.WorkloadIdentity identity) {
		return new Template().with("NAME", this.names.name())
			.with("CLIENT-ID", Quoted.yaml(identity.clientId().orElse("<client id of the app registration>")))
			.fill("service-account.yaml");
	}

	private Optional<Credential.WorkloadIdentity> identity() {
		return (this.appointment.definition().connection() instanceof Connection.Graph graph
				&& graph.settings().credential() instanceof Credential.WorkloadIdentity identity)
						? Optional.of(identity) : Optional.empty();
	}

	private static String command(String done, List<String> words) {
		return "command: [\"/bin/sh\", \"-c\"]\nargs:\n- |\n" + KubernetesPod.wrapper(done).indent(2) + "- sh\n"
				+ words.stream().map((word) -> "- " + Quoted.yaml(word) + "\n").collect(Collectors.joining());
	}

	/** A check signs in nowhere. */
	private String pod(KubernetesNames names, boolean signsIn, String command) {
		return new Template()
			.with("LABELS", signsIn ? "metadata:\n  labels:\n    azure.workload.identity/use: \"true\"\n" : "")
			.with("SERVICE-ACCOUNT", signsIn ? "serviceAccountName: " + names.name() : "")
			.with("GRACE", Appointment.GRACE_SECONDS)
			.with("INIT-CONTAINERS", names.files().isEmpty() ? "" : "initContainers:\n" + copySecrets())
			.with("CONTAINER",
					KubernetesPod.container("sspr-prefill", "250m", command,
							names.variables().isEmpty() ? "" : names.variableSecret(), mounts(names)))
			.with("VOLUMES", volumes(names))
			.fill("pod.yaml");
	}

	/**
	 * A Secret's files are readable by the pod's group, and the program refuses secret
	 * files that more than their owner can read; so they are copied into memory first.
	 */
	private static String copySecrets() {
		return KubernetesPod.container("secrets", "250m",
				"command: [\"/bin/sh\", \"-c\", \"cp -L /given/* /kept/ && chmod 400 /kept/*\"]", "",
				"- {name: given, mountPath: /given, readOnly: true}\n- {name: kept, mountPath: /kept}");
	}

	private String mounts(KubernetesNames names) {
		StringBuilder mounts = new StringBuilder(KubernetesPod.TMP);
		mounts.append(mount("job", this.appointment.jobFile(), names.jobKey()));
		names.files().forEach((key, file) -> mounts.append(mount("kept", file, key)));
		names.folders().forEach((claim, folder) -> mounts.append(KubernetesPod.mount(volume(claim), folder)));
		return mounts.toString();
	}

	private static String mount(String volume, Path place, String key) {
		return KubernetesPod.mount(volume, place)
			.replaceFirst("}\n$", ", subPath: " + Quoted.yaml(key) + ", readOnly: true}\n");
	}

	private static String volumes(KubernetesNames names) {
		String secrets = names.files().isEmpty() ? "" : "- name: given\n  secret: {secretName: " + names.fileSecret()
				+ "}\n- name: kept\n  emptyDir: {medium: Memory}\n";
		return "- name: job\n  configMap: {name: " + names.name() + "}\n" + secrets
				+ names.folders()
					.keySet()
					.stream()
					.map((claim) -> KubernetesPod.volume(volume(claim), claim))
					.collect(Collectors.joining());
	}

	private static String volume(String claim) {
		return claim.substring(claim.lastIndexOf('-') + 1);
	}

	private static String text(Path file) {
		try {
			return Files.readString(file).replace("\uFEFF", "").replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The job definition can no longer be read: " + file, ex);
		}
	}

	private List<String> hints() {
		return List.of(
				"Save it as " + this.names.name() + ".k8s.yaml, fill in what stands in angle brackets, then: "
						+ "kubectl apply -f " + this.names.name() + ".k8s.yaml",
				"Build the image from src/docker, push it to your registry, and name it there in image:.",
				"Volumes: "
						+ this.names.folders()
							.entrySet()
							.stream()
							.map((folder) -> folder.getKey() + " is " + folder.getValue())
							.collect(Collectors.joining(", "))
						+ ". HR must reach the drop folder, so its claim usually names a share that exists.");
	}

}
