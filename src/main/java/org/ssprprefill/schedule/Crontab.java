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
		String text = Template.of(appointment)
			.with("ZONE", appointment.zone())
			.with("VARIABLES",
					escaped(EnvironmentFile.shell(appointment.definition().name(), appointment.references())))
			.with("RUN", command(appointment.program().run(appointment.jobFile(), appointment.home())))
			.with("CHECK", command(appointment.program().check(appointment.jobFile(), appointment.home())))
			.fill("job.crontab");
		return new Entry(List.of(new Entry.File(appointment.name() + ".crontab", text)), hints(appointment));
	}

	private static String command(List<String> words) {
		return escaped(Quoted.shell(words));
	}

	/** A percent sign is a line feed to cron, even in quotes. */
	static String escaped(String command) {
		return command.replace("%", "\\%");
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
