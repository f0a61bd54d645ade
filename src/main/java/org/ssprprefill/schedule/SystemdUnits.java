package org.ssprprefill.schedule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a service and the timer that starts it. */
final class SystemdUnits {

	private static final String FOLDER = "/etc/systemd/system/";

	/** Where people live; a service without business there does not see it. */
	private static final List<Path> PEOPLES_FOLDERS = List.of(Path.of("/home"), Path.of("/root"), Path.of("/run/user"));

	/** What the names of the units that answer HR's files end in. */
	private static final String CHECK = "-check";

	/** What the name of the unit that the timer starts ends in. */
	private static final String START = "-start";

	private SystemdUnits() {
	}

	static Entry entry(Appointment appointment) {
		String unit = appointment.name();
		return new Entry(List.of(new Entry.File(FOLDER + unit + ".service", service(appointment)),
				new Entry.File(FOLDER + unit + ".timer", timer(appointment)),
				new Entry.File(FOLDER + unit + START + ".service", startService(appointment)),
				new Entry.File(FOLDER + unit + CHECK + ".service", checkService(appointment)),
				new Entry.File(FOLDER + unit + CHECK + ".timer", checkTimer(appointment))), hints(appointment));
	}

	/** Needs no tenant; a variable may hold what opens encrypted files. */
	private static String checkService(Appointment appointment) {
		return """
				# %s%s.service
				[Unit]
				Description=sspr-prefill: answers HR's new files, job %s

				[Service]
				Type=oneshot
				User=%s
				Environment=LANG=C.UTF-8
				%sExecStart=%s
				# The answer lies beside the file
				StandardOutput=null
				# A file is not in order, or cannot be read
				SuccessExitStatus=4 7 143
				TimeoutStartSec=1h
				UMask=0077
				%s""".formatted(FOLDER, appointment.name() + CHECK, appointment.definition().name(),
				appointment.account(), environment(appointment),
				words(appointment.program().check(appointment.jobFile(), appointment.home())), hardening(appointment));
	}

	private static String checkTimer(Appointment appointment) {
		return """
				# %s%s.timer
				[Unit]
				Description=sspr-prefill: every %d minutes an answer to HR's new files, job %s

				[Timer]
				OnCalendar=*:0/%d

				[Install]
				WantedBy=timers.target
				""".formatted(FOLDER, appointment.name() + CHECK, Appointment.CHECK_MINUTES,
				appointment.definition().name(), Appointment.CHECK_MINUTES);
	}

	/**
	 * The limit of the job's own starts, which bounds restarts after failures, counts
	 * those by hand too; the timer's start forgets them.
	 */
	private static String startService(Appointment appointment) {
		return """
				# %1$s%2$s.service
				[Unit]
				Description=sspr-prefill: starts nightly job %3$s, however often it was started before

				[Service]
				Type=oneshot
				ExecStart=-systemctl reset-failed %4$s.service
				ExecStart=systemctl start --no-block %4$s.service
				""".formatted(FOLDER, appointment.name() + START, appointment.definition().name(), appointment.name());
	}

	private static String service(Appointment appointment) {
		return """
				# %s%s.service
				[Unit]
				Description=sspr-prefill: nightly job %s
				Wants=network-online.target
				After=network-online.target
				# A run that failed is taken up where it was, three times at most; starts by hand count too, and
				# systemctl reset-failed %s.service forgets them
				StartLimitIntervalSec=6h
				StartLimitBurst=4

				[Service]
				Type=oneshot
				User=%s
				# Without it Java finds no file whose name has an accent
				Environment=LANG=C.UTF-8
				%sExecStart=%s
				# Held by a limit, something rejected, coverage under its target: the run is done, a person decides.
				# 143 is Java's answer to being stopped.
				SuccessExitStatus=3 4 8 143
				Restart=on-failure
				RestartSec=5min
				# Starting again would not change the answer
				RestartPreventExitStatus=2 5 6 7
				TimeoutStartSec=%dh
				TimeoutStopSec=%ds
				UMask=0077
				%s""".formatted(FOLDER, appointment.name(), appointment.definition().name(), appointment.name(),
				appointment.account(), environment(appointment), command(appointment), Appointment.LONGEST_HOURS,
				Appointment.GRACE_SECONDS, hardening(appointment));
	}

	private static String environment(Appointment appointment) {
		if (appointment.references().variables().isEmpty()) {
			return "";
		}
		return "# Sets " + String.join(", ", appointment.references().variables()) + "\nEnvironmentFile="
				+ EnvironmentFile.of(appointment) + "\n";
	}

	private static String command(Appointment appointment) {
		return words(appointment.program().run(appointment.jobFile(), appointment.home()));
	}

	static String words(List<String> command) {
		return command.stream().map(Quoted::systemd).collect(Collectors.joining(" "));
	}

	private static String hardening(Appointment appointment) {
		List<Path> folders = appointment.folders().outermost();
		List<Path> needed = new ArrayList<>(folders);
		needed.addAll(appointment.references().files());
		needed.addAll(List.of(appointment.program().java(), appointment.program().jar(), appointment.jobFile()));
		return hardening(folders, needed);
	}

	/**
	 * What a service may do. Java compiles while it runs, so memory must stay both
	 * writable and executable.
	 * @param folders those that it writes to
	 * @param needed what it must see besides
	 */
	static String hardening(List<Path> folders, List<Path> needed) {
		return """
				NoNewPrivileges=true
				CapabilityBoundingSet=
				ProtectSystem=strict
				ReadWritePaths=%s
				ProtectHome=%s
				PrivateTmp=true
				PrivateDevices=true
				ProtectKernelTunables=true
				ProtectKernelModules=true
				ProtectKernelLogs=true
				ProtectControlGroups=true
				ProtectClock=true
				ProtectHostname=true
				RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
				RestrictNamespaces=true
				RestrictRealtime=true
				RestrictSUIDSGID=true
				LockPersonality=true
				SystemCallArchitectures=native
				SystemCallFilter=@system-service
				""".formatted(writable(folders), livesAmongPeople(needed) ? "read-only" : "true");
	}

	/**
	 * Of a folder that is not there, the program itself speaks more clearly than systemd.
	 */
	private static String writable(List<Path> folders) {
		return folders.stream().map((folder) -> Quoted.systemdPath("-" + folder)).collect(Collectors.joining(" "));
	}

	private static boolean livesAmongPeople(List<Path> needed) {
		return needed.stream().anyMatch((path) -> PEOPLES_FOLDERS.stream().anyMatch(path::startsWith));
	}

	private static String timer(Appointment appointment) {
		return """
				# %s%s.timer
				[Unit]
				Description=sspr-prefill: every night at %s, job %s

				[Timer]
				Unit=%s%s.service
				OnCalendar=*-*-* %s:00%s
				# A night that was missed is made up for when the machine is up again
				Persistent=true

				[Install]
				WantedBy=timers.target
				""".formatted(FOLDER, appointment.name(), appointment.at(), appointment.definition().name(),
				appointment.name(), START, appointment.at(), appointment.zoneName().map(" "::concat).orElse(""));
	}

	private static List<String> hints(Appointment appointment) {
		List<String> hints = new ArrayList<>();
		hints.add(
				"Five files: put each where its first line says, then: systemctl daemon-reload && systemctl enable --now "
						+ appointment.name() + ".timer " + appointment.name() + CHECK + ".timer");
		hints.add("The account " + appointment.account()
				+ " must exist, and these folders must exist and be writable for it: " + appointment.folders().names());
		EnvironmentFile.hint(appointment).ifPresent(hints::add);
		return hints;
	}

}
