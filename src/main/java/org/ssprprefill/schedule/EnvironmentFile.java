package org.ssprprefill.schedule;

import java.util.Optional;

/**
 * The file that sets the environment variables of a job definition: lines NAME=value,
 * which systemd and a shell read alike as long as values are in single quotes.
 */
final class EnvironmentFile {

	private EnvironmentFile() {
	}

	static String of(Appointment appointment) {
		return "/etc/sspr-prefill/" + appointment.definition().name() + ".env";
	}

	/** How to make it; nothing if the job needs no variable. */
	static Optional<String> hint(Appointment appointment) {
		if (appointment.references().variables().isEmpty()) {
			return Optional.empty();
		}
		return Optional.of("The job needs " + String.join(", ", appointment.references().variables())
				+ ": write lines such as " + appointment.references().variables().first() + "='value' into "
				+ of(appointment) + ", owned by " + appointment.account() + ", mode 600.");
	}

}
