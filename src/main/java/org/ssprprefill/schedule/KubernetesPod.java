package org.ssprprefill.schedule;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.ssprprefill.report.ProgramVersion;

/** The pieces of pods, of jobs and of fleets. */
final class KubernetesPod {

	/** The only folder of the image that is written to. */
	static final String TMP = "- {name: tmp, mountPath: /tmp}\n";

	private KubernetesPod() {
	}

	/**
	 * A container that may do as little as can be.
	 * @param name its name
	 * @param cpu what it asks for
	 * @param command its {@code command:} and {@code args:}
	 * @param secret the Secret with its variables, empty for none
	 * @param mounts its volumes, a line each
	 */
	static String container(String name, String cpu, String command, String secret, String mounts) {
		return new Template().with("NAME", name)
			.with("IMAGE", "sspr-prefill:" + ProgramVersion.current())
			.with("CPU", cpu)
			.with("COMMAND", command)
			.with("ENVIRONMENT", secret.isEmpty() ? "" : "envFrom:\n- secretRef:\n    name: " + secret)
			.with("MOUNTS", mounts)
			.fill("container.yaml");
	}

	/**
	 * Shell that answers 0 where the work is done and a person decides; what a cluster
	 * calls a failed job is none. It passes on the signal to end, and waits; a signal
	 * that comes before the program runs is not lost.
	 * @param done exit codes as a pattern of {@code case}
	 */
	static String wrapper(String done) {
		return new Template().with("DONE", done).fill("wrapper.sh");
	}

	static String mount(String volume, Path place) {
		return "- {name: " + volume + ", mountPath: " + Quoted.yaml(place.toString()) + "}\n";
	}

	static String volume(String name, String claim) {
		return "- name: " + name + "\n  persistentVolumeClaim: {claimName: " + claim + "}\n";
	}

	static String claim(String name, String access, String storage, String folder) {
		return new Template().with("NAME", name)
			.with("ACCESS", access)
			.with("STORAGE", storage)
			.with("FOLDER", folder)
			.fill("claim.yaml");
	}

	/** A Secret to be filled; nothing if it would be empty. */
	static String secret(String name, Map<String, ?> values) {
		return values.isEmpty() ? ""
				: new Template().with("NAME", name)
					.with("PLACEHOLDERS",
							new TreeMap<>(values).entrySet()
								.stream()
								.map((value) -> Quoted.yaml(value.getKey()) + ": "
										+ Quoted.yaml("<value of " + value.getValue() + ">") + "\n")
								.collect(Collectors.joining()))
					.fill("secret.yaml");
	}

}
