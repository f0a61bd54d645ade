package org.ssprprefill.schedule;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes lines of a user's crontab. Cron mails whatever a command prints, so the command
 * prints only what needs attention.
 */
final class Crontab {

	private Crontab() {
	}

	static Entry entry(Appointment appointment) {
		String text = """
				# sspr-prefill, job %s: every night at %s by this machine's clock (%s).
				# Mails its last words unless the exit code is 0; add MAILTO=you@example.org to say to whom.
				SHELL=/bin/sh
				# Without it Java finds no file whose name has an accent
				LANG=C.UTF-8
				%d %d * * * %s
				# Answers HR's new files beside them
				*/%d * * * * %s >/dev/null
				""".formatted(appointment.definition().name(), appointment.at(), appointment.zone(),
				appointment.at().getMinute(), appointment.at().getHour(), command(appointment),
				Appointment.CHECK_MINUTES, escaped(variables(appointment)
						+ Quoted.shell(appointment.program().check(appointment.jobFile(), appointment.home()))));
		return new Entry(List.of(new Entry.File(appointment.name() + ".crontab", text)), hints(appointment));
	}

	/** A percent sign is a line feed to cron, even in quotes. */
	private static String escaped(String command) {
		return command.replace("%", "\\%");
	}

	private static String variables(Appointment appointment) {
		return appointment.references().variables().isEmpty() ? ""
				: "set -a; . " + Quoted.shell(EnvironmentFile.of(appointment)) + "; set +a; ";
	}

	private static String command(Appointment appointment) {
		String run = Quoted.shell(appointment.program().run(appointment.jobFile(), appointment.home()));
		return escaped(variables(appointment) + "said=$(" + run + " 2>&1) || echo \"$said\"");
	}

	private static List<String> hints(Appointment appointment) {
		List<String> hints = new ArrayList<>();
		hints.add("Add these lines to the crontab of " + appointment.account() + ": crontab -u " + appointment.account()
				+ " -e");
		hints.add("That account must be able to write to " + appointment.folders().names() + ".");
		EnvironmentFile.hint(appointment).ifPresent(hints::add);
		return hints;
	}

}
