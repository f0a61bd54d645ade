package org.ssprprefill.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a task of the Windows Task Scheduler, in the XML that {@code schtasks} takes
 * (Task Scheduler schema, version 1.2). No encoding is declared, so that the file may be
 * saved as UTF-8 or UTF-16.
 */
final class WindowsTask {

	/** A day that is past: the task is due from the next such time on. */
	private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

	/** What {@code schtasks /TR} takes. */
	private static final int LONGEST_COMMAND = 261;

	private WindowsTask() {
	}

	static Entry entry(Appointment appointment) {
		List<String> words = appointment.program().run(appointment.jobFile(), appointment.home());
		String xml = """
				<?xml version="1.0"?>
				<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
				  <RegistrationInfo>
				    <Description>sspr-prefill: nightly job %s</Description>
				  </RegistrationInfo>
				  <Triggers>
				    <CalendarTrigger>
				      <StartBoundary>%sT%s:00</StartBoundary>
				      <Enabled>true</Enabled>
				      <ScheduleByDay>
				        <DaysInterval>1</DaysInterval>
				      </ScheduleByDay>
				    </CalendarTrigger>
				  </Triggers>
				  <Principals>
				    <Principal id="Author">
				      <UserId>%s</UserId>
				      <LogonType>Password</LogonType>
				      <RunLevel>LeastPrivilege</RunLevel>
				    </Principal>
				  </Principals>
				  <Settings>
				    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
				    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
				    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
				    <StartWhenAvailable>true</StartWhenAvailable>
				    <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>
				    <Enabled>true</Enabled>
				    <ExecutionTimeLimit>PT%dH</ExecutionTimeLimit>
				  </Settings>
				  <Actions Context="Author">
				    <Exec>
				      <Command>%s</Command>
				      <Arguments>%s</Arguments>
				      <WorkingDirectory>%s</WorkingDirectory>
				    </Exec>
				  </Actions>
				</Task>
				""".formatted(Quoted.xml(appointment.definition().name()), FIRST_DAY, appointment.at(),
				Quoted.xml(appointment.account()), Appointment.LONGEST_HOURS, Quoted.xml(words.get(0)),
				Quoted.xml(words.stream().skip(1).map(Quoted::windows).collect(Collectors.joining(" "))),
				Quoted.xml(appointment.home().toString()));
		return new Entry(List.of(new Entry.File(appointment.name() + ".xml", xml)), hints(appointment));
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
