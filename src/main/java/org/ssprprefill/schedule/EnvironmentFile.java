package org.ssprprefill.schedule;

import java.util.Optional;

import org.ssprprefill.definition.References;

/**
 * The file that sets the environment variables of a job definition: lines NAME=value,
 * which systemd and a shell read alike as long as values are in single quotes.
 */
final class EnvironmentFile {

	private EnvironmentFile() {
	}

	private static String of(String name) {
		return "/etc/sspr-prefill/" + name + ".env";
	}

	/** The lines by which a service reads it; none if it needs no variable. */
	static String systemd(String name, References references) {
		return references.variables().isEmpty() ? ""
				: "# Sets " + String.join(", ", references.variables()) + "\nEnvironmentFile=" + of(name);
	}

	/** The words by which a shell reads it. */
	static String shell(String name, References references) {
		return references.variables().isEmpty() ? "" : "set -a; . " + Quoted.shell(of(name)) + "; set +a; ";
	}

	/** How to make it; nothing if the job needs no variable. */
	static Optional<String> hint(Appointment appointment) {
		return hint("job", appointment.definition().name(), appointment.references(), appointment.account());
	}

	static Optional<String> hint(String what, String name, References references, String account) {
		if (references.variables().isEmpty()) {
			return Optional.empty();
		}
		return Optional.of("The " + what + " needs " + String.join(", ", references.variables())
				+ ": write lines such as " + references.variables().first() + "='value' into " + of(name)
				+ ", owned by " + account + ", mode 600.");
	}

}
