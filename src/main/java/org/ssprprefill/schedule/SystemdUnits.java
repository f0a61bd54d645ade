package org.ssprprefill.schedule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills the units of systemd: services, and the timers that start them. */
final class SystemdUnits {

	/** Where people live; a service without business there does not see it. */
	private static final List<Path> PEOPLES_FOLDERS = List.of(Path.of("/home"), Path.of("/root"), Path.of("/run/user"));

	private SystemdUnits() {
	}

	static Entry entry(Appointment appointment) {
		List<Path> folders = appointment.folders().outermost();
		List<Path> needed = new ArrayList<>(folders);
		needed.addAll(appointment.references().files());
		needed.addAll(List.of(appointment.program().java(), appointment.program().jar(), appointment.jobFile()));
		Template words = Template.of(appointment)
			.with("ENVIRONMENT", EnvironmentFile.systemd(appointment.definition().name(), appointment.references()))
			.with("RUN", words(appointment.program().run(appointment.jobFile(), appointment.home())))
			.with("CHECK", words(appointment.program().check(appointment.jobFile(), appointment.home())))
			.with("TIMEZONE", appointment.zoneName().map(" "::concat).orElse(""))
			.with("HARDENING", hardening(folders, needed));
		return new Entry(files(words, appointment.name(), "job", ".service", ".timer", "-start.service",
				"-check.service", "-check.timer"), hints(appointment));
	}

	/** The units of a template's kind, each at its place. */
	static List<Entry.File> files(Template words, String name, String kind, String... units) {
		return Stream.of(units)
			.map((unit) -> new Entry.File("/etc/systemd/system/" + name + unit, words.fill(kind + unit)))
			.toList();
	}

	static String words(List<String> command) {
		return command.stream().map(Quoted::systemd).collect(Collectors.joining(" "));
	}

	/**
	 * What a service may do. Java compiles while it runs, so memory must stay both
	 * writable and executable. Of a folder that is not there, the program itself speaks
	 * more clearly than systemd.
	 * @param folders those that it writes to
	 * @param needed what it must see besides
	 */
	static String hardening(List<Path> folders, List<Path> needed) {
		return new Template()
			.with("WRITABLE",
					folders.stream().map((folder) -> Quoted.systemdPath("-" + folder)).collect(Collectors.joining(" ")))
			.with("PROTECT-HOME", livesAmongPeople(needed) ? "read-only" : "true")
			.fill("hardening");
	}

	private static boolean livesAmongPeople(List<Path> needed) {
		return needed.stream().anyMatch((path) -> PEOPLES_FOLDERS.stream().anyMatch(path::startsWith));
	}

	private static List<String> hints(Appointment appointment) {
		List<String> hints = new ArrayList<>();
		hints.add(
				"Five files: put each where its first line says, then: systemctl daemon-reload && systemctl enable --now "
						+ appointment.name() + ".timer " + appointment.name() + "-check.timer");
		hints.add("The account " + appointment.account()
				+ " must exist, and these folders must exist and be writable for it: " + appointment.folders().names());
		EnvironmentFile.hint(appointment).ifPresent(hints::add);
		return hints;
	}

}
