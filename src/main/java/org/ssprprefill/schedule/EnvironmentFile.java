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

	static String of(Appointment appointment) {
		return of(appointment.definition().name());
	}

	static String of(String name) {
		return "/etc/sspr-prefill/" + name + ".env";
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
