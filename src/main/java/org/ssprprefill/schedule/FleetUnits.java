package org.ssprprefill.schedule;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fills the templates of a fleet's units: what plans the nights, what works on them, and
 * what reports them. The templates are resources, so that a packager can read them.
 */
public final class FleetUnits {

	private final FleetAppointment fleet;

	private final Template words;

	private FleetUnits(FleetAppointment fleet) {
		this.fleet = fleet;
		LocalTime at = fleet.reportAt();
		this.words = new Template().with("NAME", fleet.name())
			.with("FLEET", fleet.fleet().name())
			.with("ACCOUNT", fleet.account())
			.with("GRACE", Appointment.GRACE_SECONDS)
			.with("AT", at)
			.with("HOUR", at.getHour())
			.with("MINUTE", at.getMinute());
	}

	/**
	 * Writes the entry that plans, works on and reports the nights of a fleet.
	 * @param scheduler what it is for
	 * @param fleet the fleet, which has a database of the administrator's own
	 * @return the entry; it holds names of variables and files, never a secret
	 */
	public static Entry entry(Scheduler scheduler, FleetAppointment fleet) {
		FleetUnits units = new FleetUnits(fleet);
		return switch (scheduler) {
			case SYSTEMD -> units.systemd();
			case CRON -> units.cron();
			case WINDOWS -> units.windows();
			case KUBERNETES -> units.kubernetes();
		};
	}

	private Entry systemd() {
		List<Path> needed = new ArrayList<>(this.fleet.references().files());
		this.fleet.fleet().sources().forEach((source) -> needed.add(source.toAbsolutePath().normalize()));
		needed.addAll(this.fleet.folders());
		needed.addAll(List.of(this.fleet.program().java(), this.fleet.program().jar()));
		String name = this.fleet.name();
		this.words.with("DISPATCH", SystemdUnits.words(this.fleet.command("dispatch")))
			.with("WORK", SystemdUnits.words(this.fleet.command("work")))
			.with("REPORT", SystemdUnits.words(this.fleet.command("report")))
			.with("ENVIRONMENT", EnvironmentFile.systemd(this.fleet.fleet().name(), this.fleet.references()))
			.with("HARDENING", SystemdUnits.hardening(this.fleet.folders(), needed))
			.with("TIMEZONE", Appointment.zoneName(this.fleet.zone()).map(" "::concat).orElse(""));
		return new Entry(
				SystemdUnits.files(this.words, name, "fleet", "-dispatch.service", "-dispatch.timer", "-work.service",
						"-report.service", "-report.timer"),
				hints("Put each file where its first line says. On every machine that works: "
						+ "systemctl daemon-reload && systemctl enable --now " + name
						+ "-work.service. On one of them also: " + "systemctl enable --now " + name + "-dispatch.timer "
						+ name + "-report.timer"));
	}

	private Entry cron() {
		String dispatch = Quoted.shell(this.fleet.command("dispatch"));
		String work = Quoted.shell(this.fleet.command("work", "--until-empty"));
		this.words.with("DISPATCH-AND-WORK", Crontab.escaped(Quoted.shell(dispatch + " && exec " + work)))
			.with("LOCK", Crontab.escaped(Quoted.shell(this.fleet.home().resolve("schedule.lock").toString())))
			.with("REPORT", Crontab.escaped(Quoted.shell(this.fleet.command("report"))))
			.with("VARIABLES", EnvironmentFile.shell(this.fleet.fleet().name(), this.fleet.references()));
		return new Entry(List.of(new Entry.File(this.fleet.name() + ".crontab", this.words.fill("fleet.crontab"))),
				hints("Add these lines to the crontab of " + this.fleet.account() + " on every machine that works: "
						+ "crontab -u " + this.fleet.account() + " -e"));
	}

	private Entry windows() {
		String what = "fleet " + this.fleet.fleet().name();
		String work = WindowsTask.task(what + ", its nights", this.fleet.account(), "00:00", """
				<Repetition>
				  <Interval>PT15M</Interval>
				  <Duration>P1D</Duration>
				</Repetition>
				""", WindowsTask.action(this.fleet.command("dispatch"), "")
				+ WindowsTask.action(this.fleet.command("work", "--until-empty"), ""));
		String report = WindowsTask.task(what + ", its report", this.fleet.account(), this.fleet.reportAt().toString(),
				"", WindowsTask.action(this.fleet.command("report"), ""));
		return new Entry(List.of(new Entry.File(this.fleet.name() + "-work.xml", work), new Entry.File(this.fleet
			.name() + "-report.xml", report)), hints(
					"Save each as the file that it is, then, on every machine that works (the report on one): schtasks "
							+ "/Create /TN NAME /XML NAME.xml /RU " + Quoted.windows(this.fleet.account()) + " /RP *",
					"Windows ends a task without asking it to leave off; its nights are taken up elsewhere within two"
							+ " minutes."));
	}

	private Entry kubernetes() {
		String file = this.fleet.name() + ".k8s.yaml";
		this.words.with("MINUTE-OF-NIGHT", this.fleet.fleet().at().getMinute())
			.with("TIMEZONE",
					Appointment.zoneName(this.fleet.zone()).map((zone) -> "timeZone: " + Quoted.yaml(zone)).orElse(""));
		String text = new KubernetesFleet(this.fleet).filled(this.words);
		return new Entry(List.of(new Entry.File(file, text)), hints(
				"Save it as " + file + ", then: kubectl apply -f " + file,
				"Build the image from src/docker, push it to your registry, and name it there in image:.",
				"The volumes must be shared storage (ReadWriteMany) that holds the fleet's files at the same paths."));
	}

	private List<String> hints(String... first) {
		List<String> hints = new ArrayList<>(List.of(first));
		hints.add("Nights begin at " + this.fleet.fleet().at() + " and leave off at " + this.fleet.fleet().until()
				+ " in each tenant's zone, as the fleet file says; the report follows at " + this.fleet.reportAt()
				+ " by this machine's clock.");
		hints.add("The account " + this.fleet.account() + " must exist and be able to write to "
				+ this.fleet.folders().stream().map(Path::toString).collect(Collectors.joining(", ")) + ".");
		EnvironmentFile.hint("fleet", this.fleet.fleet().name(), this.fleet.references(), this.fleet.account())
			.ifPresent(hints::add);
		if (this.fleet.program().assumed()) {
			hints.add("The program was not started from its jar, so " + this.fleet.program().jar() + " is assumed.");
		}
		return hints;
	}

}
