package org.ssprprefill.schedule;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.ssprprefill.report.ProgramVersion;

/** The CronJobs themselves, with the pods that they start. */
final class KubernetesPod {

	/** The exit codes of a run that is done and waits for a person. */
	static final String DONE_BY_RUN = "3|4|8";

	/** Those of a check: its answer lies beside the file. */
	private static final String DONE_BY_CHECK = "4|7";

	/**
	 * Answers 0 where the work is done and a person decides; what a cluster calls a
	 * failed job is none. The shell passes on the signal to end, and waits; a signal that
	 * comes before the program runs is not lost.
	 */
	private static final String WRAPPER = """
			run= asked=
			trap 'asked=yes; [ -z "$run" ] || kill -TERM $run' TERM INT
			"$@" & run=$!
			[ -z "$asked" ] || kill -TERM $run
			wait $run; code=$?
			while kill -0 $run 2>/dev/null; do wait $run; code=$?; done
			case $code in {done}) echo "exit code $code: done, and a person decides" >&2; exit 0 ;; esac
			exit $code
			""";

	/** Where the image has Java; see {@code src/docker/Dockerfile}. */
	private static final Path JAVA = Path.of("/opt/java/openjdk/bin/java");

	private final Appointment appointment;

	private final KubernetesNames names;

	private final boolean workloadIdentity;

	private final boolean check;

	private KubernetesPod(Appointment appointment, KubernetesNames names, boolean workloadIdentity, boolean check) {
		this.appointment = appointment;
		this.names = names;
		this.workloadIdentity = workloadIdentity;
		this.check = check;
	}

	/** The CronJob that runs the job every night. */
	static String nightly(Appointment appointment, KubernetesNames names, boolean workloadIdentity) {
		return new KubernetesPod(appointment, names, workloadIdentity, false).cronJob();
	}

	/** The CronJob that answers HR's new files; it signs in nowhere. */
	static String check(Appointment appointment, KubernetesNames names) {
		return new KubernetesPod(appointment, names.ofCheck(appointment), false, true).checkJob();
	}

	static String wrapper(String done) {
		return WRAPPER.replace("{done}", done);
	}

	private String checkJob() {
		return """
				# Answers HR's new files beside them, every %d minutes
				apiVersion: batch/v1
				kind: CronJob
				metadata:
				  name: %s
				spec:
				  schedule: "*/%d * * * *"
				  concurrencyPolicy: Forbid
				  startingDeadlineSeconds: 60
				  successfulJobsHistoryLimit: 1
				  failedJobsHistoryLimit: 1
				  jobTemplate:
				    spec:
				      activeDeadlineSeconds: 3600
				      backoffLimit: 0
				      template:
				%s""".formatted(Appointment.CHECK_MINUTES, this.names.checkName(), Appointment.CHECK_MINUTES,
				pod().indent(8));
	}

	private String cronJob() {
		return """
				apiVersion: batch/v1
				kind: CronJob
				metadata:
				  name: %s
				spec:
				  schedule: "%d %d * * *"
				%s  concurrencyPolicy: Forbid
				  startingDeadlineSeconds: 3600
				  successfulJobsHistoryLimit: 7
				  failedJobsHistoryLimit: 7
				  jobTemplate:
				    spec:
				      activeDeadlineSeconds: %d
				      # Exit code 1 is taken up where it was; starting again would not change the others
				      backoffLimit: 2
				      podFailurePolicy:
				        rules:
				        - action: FailJob
				          onExitCodes:
				            operator: In
				            values: [2, 5, 6, 7]
				      template:
				%s""".formatted(this.names.name(), this.appointment.at().getMinute(), this.appointment.at().getHour(),
				this.appointment.zoneName().map((zone) -> "  timeZone: " + Quoted.yaml(zone) + "\n").orElse(""),
				Appointment.LONGEST_HOURS * 3600, pod().indent(8));
	}

	private String pod() {
		return (this.workloadIdentity ? "metadata:\n  labels:\n    azure.workload.identity/use: \"true\"\n" : "") + """
				spec:
				%s  automountServiceAccountToken: false
				  restartPolicy: Never
				  terminationGracePeriodSeconds: %d
				  securityContext:
				    runAsNonRoot: true
				    runAsUser: 10001
				    runAsGroup: 10001
				    fsGroup: 10001
				    # PostgreSQL refuses a data folder whose rights were widened again at every start
				    fsGroupChangePolicy: OnRootMismatch
				    seccompProfile:
				      type: RuntimeDefault
				%s  containers:
				  - name: sspr-prefill
				    image: %s
				    command: ["/bin/sh", "-c"]
				    args:
				    - |
				%s    - sh
				%s%s%s%s  volumes:
				%s""".formatted(this.workloadIdentity ? "  serviceAccountName: " + this.names.name() + "\n" : "",
				Appointment.GRACE_SECONDS, copySecrets(), image(),
				wrapper(this.check ? DONE_BY_CHECK : DONE_BY_RUN).indent(6), arguments(), environment(), confined(),
				mounts(), volumes());
	}

	static String image() {
		return "sspr-prefill:" + ProgramVersion.current();
	}

	private String arguments() {
		Program program = new Program(JAVA, Program.USUAL_JAR, true);
		List<String> words = this.check ? program.check(this.appointment.jobFile(), this.appointment.home())
				: program.run(this.appointment.jobFile(), this.appointment.home());
		return words.stream().map((word) -> "    - " + Quoted.yaml(word) + "\n").collect(Collectors.joining());
	}

	private String environment() {
		return this.names.variables().isEmpty() ? "" : """
				    envFrom:
				    - secretRef:
				        name: %s
				""".formatted(this.names.variableSecret());
	}

	private static String confined() {
		return """
				    securityContext:
				      allowPrivilegeEscalation: false
				      readOnlyRootFilesystem: true
				      capabilities:
				        drop: [ALL]
				    resources:
				      requests: {cpu: 250m, memory: 768Mi}
				      limits: {memory: 2Gi}
				""";
	}

	/**
	 * A Secret's files are readable by the pod's group, and the program refuses secret
	 * files that more than their owner can read; so they are copied into memory first.
	 */
	private String copySecrets() {
		return this.names.files().isEmpty() ? "" : """
				  initContainers:
				  - name: secrets
				    image: %s
				    command: ["/bin/sh", "-c", "cp -L /given/* /kept/ && chmod 400 /kept/*"]
				%s    volumeMounts:
				    - {name: given, mountPath: /given, readOnly: true}
				    - {name: kept, mountPath: /kept}
				""".formatted(image(), confined());
	}

	private String mounts() {
		StringBuilder mounts = new StringBuilder("    volumeMounts:\n    - {name: tmp, mountPath: /tmp}\n");
		mount(mounts, "job", this.appointment.jobFile(), this.names.jobKey());
		this.names.files().forEach((key, file) -> mount(mounts, "kept", file, key));
		this.names.folders()
			.forEach((claim, folder) -> mounts.append("    - {name: ")
				.append(volume(claim))
				.append(", mountPath: ")
				.append(Quoted.yaml(folder.toString()))
				.append("}\n"));
		return mounts.toString();
	}

	private static void mount(StringBuilder mounts, String volume, Path place, String key) {
		mounts.append("    - {name: ")
			.append(volume)
			.append(", mountPath: ")
			.append(Quoted.yaml(place.toString()))
			.append(", subPath: ")
			.append(Quoted.yaml(key))
			.append(", readOnly: true}\n");
	}

	private String volumes() {
		String secrets = this.names.files().isEmpty() ? "" : """
				  - name: given
				    secret: {secretName: %s}
				  - name: kept
				    emptyDir: {medium: Memory}
				""".formatted(this.names.fileSecret());
		return this.names.folders().keySet().stream().map((claim) -> """
				  - name: %s
				    persistentVolumeClaim: {claimName: %s}
				""".formatted(volume(claim), claim)).collect(Collectors.joining("", """
				  - name: tmp
				    emptyDir: {}
				  - name: job
				    configMap: {name: %s}
				%s""".formatted(this.names.name(), secrets), ""));
	}

	private static String volume(String claim) {
		return claim.substring(claim.lastIndexOf('-') + 1);
	}

}
