package org.ssprprefill.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fills a task of the Windows Task Scheduler, in the XML that {@code schtasks} takes
 * (Task Scheduler schema, version 1.2). No encoding is declared, so that the file may be
 * saved as UTF-8 or UTF-16.
 */
final class WindowsTask {

	/** What {@code schtasks /TR} takes. */
	private static final int LONGEST_COMMAND = 261;

	private WindowsTask() {
	}

	static Entry entry(Appointment appointment) {
		String action = action(appointment.program().run(appointment.jobFile(), appointment.home()),
				"<WorkingDirectory>" + Quoted.xml(appointment.home().toString()) + "</WorkingDirectory>");
		String xml = task("nightly job " + appointment.definition().name(), appointment.account(),
				appointment.at().toString(), "", action);
		return new Entry(List.of(new Entry.File(appointment.name() + ".xml", xml)), hints(appointment));
	}

	/** A task that is due from a day on that is past. */
	static String task(String what, String account, String at, String repetition, String actions) {
		return new Template().with("WHAT", Quoted.xml(what))
			.with("ACCOUNT", Quoted.xml(account))
			.with("AT", at)
			.with("REPETITION", repetition)
			.with("ACTIONS", actions)
			.fill("task.xml");
	}

	static String action(List<String> command, String folder) {
		return new Template().with("COMMAND", Quoted.xml(command.get(0)))
			.with("ARGUMENTS",
					Quoted.xml(command.stream().skip(1).map(Quoted::windows).collect(Collectors.joining(" "))))
			.with("WORKING-DIRECTORY", folder)
			.fill("exec.xml");
	}

	/** A task that short needs no file; its command is one word. */
	private static String check(Appointment appointment) {
		String command = appointment.program()
			.check(appointment.jobFile(), appointment.home())
			.stream()
			.map(Quoted::windows)
			.collect(Collectors.joining(" "));
		return "schtasks /Create /TN " + appointment.name() + "-check /SC MINUTE /MO " + Appointment.CHECK_MINUTES
				+ " /TR " + Quoted.windows(command) + " /RU " + Quoted.windows(appointment.account()) + " /RP *"
				+ ((command.length() <= LONGEST_COMMAND) ? "" : " (schtasks takes at most " + LONGEST_COMMAND
						+ " characters behind /TR: save the command as a .cmd file and name that)");
	}

	private static List<String> hints(Appointment appointment) {
		String name = appointment.name();
		List<String> hints = new ArrayList<>();
		hints.add("Save it as " + name + ".xml, then: schtasks /Create /TN " + name + " /XML " + name + ".xml /RU "
				+ Quoted.windows(appointment.account()) + " /RP *");
		hints.add("Answers to HR's new files every " + Appointment.CHECK_MINUTES + " minutes: " + check(appointment));
		hints.add("The account must be allowed to log on as a batch job, and to write to "
				+ appointment.folders().names() + ".");
		hints.add(
				"The time is the machine's own. A task's last result is the exit code: 3, 4, 5 and 8 wait for a person, "
						+ "who is told by notify.");
		if (!appointment.references().variables().isEmpty()) {
			hints.add("The job needs " + String.join(", ", appointment.references().variables())
					+ ": set them as variables of that account, or use ${file:…} with a file only it can read.");
		}
		return hints;
	}

}
