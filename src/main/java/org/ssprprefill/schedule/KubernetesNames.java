package org.ssprprefill.schedule;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How things are called in the cluster.
 *
 * @param name of the CronJob, at most 52 characters (Kubernetes adds 11 to name its jobs)
 * @param jobKey of the job definition in the ConfigMap
 * @param variables environment variables that come from a Secret
 * @param files files that come from a Secret, by their key in it
 * @param folders folders that are volumes, by the name of their claim
 */
record KubernetesNames(String name, String jobKey, Set<String> variables, Map<String, Path> files,
		Map<String, Path> folders) {

	private static final int LONGEST = 52;

	private static final String CHECK = "-check";

	static KubernetesNames of(Appointment appointment) {
		String name = label(appointment.name());
		Map<String, Path> files = new LinkedHashMap<>();
		for (Path file : appointment.references().files()) {
			String key = keyOf(file);
			files.put(files.containsKey(key) ? files.size() + "-" + key : key, file);
		}
		return new KubernetesNames(name, keyOf(appointment.jobFile()), appointment.references().variables(), files,
				claims(name, appointment.folders()));
	}

	private static Map<String, Path> claims(String name, WritableFolders folders) {
		Map<String, Path> claims = new LinkedHashMap<>();
		List<Path> outermost = folders.outermost();
		for (Map.Entry<String, Path> folder : List.of(Map.entry("-home", folders.home()),
				Map.entry("-drop", folders.drop()), Map.entry("-reports", folders.reports()))) {
			Path place = folder.getValue().toAbsolutePath().normalize();
			if (outermost.contains(place) && !claims.containsValue(place)) {
				claims.put(name + folder.getKey(), place);
			}
		}
		return claims;
	}

	/** Lower-case letters, digits and hyphens, beginning and ending with none. */
	static String label(String text) {
		String label = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
		return label.substring(0, Math.min(LONGEST, label.length())).replaceFirst("-+$", "");
	}

	private static String keyOf(Path file) {
		return String.valueOf(file.getFileName()).replaceAll("[^A-Za-z0-9._-]", "_");
	}

	/** The same for the job that only looks at the drop folder: it needs no other. */
	KubernetesNames ofCheck(Appointment appointment) {
		Path drop = appointment.folders().drop().toAbsolutePath().normalize();
		Map<String, Path> needed = new LinkedHashMap<>(this.folders);
		needed.values().removeIf((folder) -> !drop.startsWith(folder));
		return new KubernetesNames(this.name, this.jobKey, this.variables, this.files, needed);
	}

	/** The name of that job, as short as the other. */
	String checkName() {
		return this.name.substring(0, Math.min(LONGEST - CHECK.length(), this.name.length())).replaceFirst("-+$", "")
				+ CHECK;
	}

	String variableSecret() {
		return this.name + "-environment";
	}

	String fileSecret() {
		return this.name + "-files";
	}

}
