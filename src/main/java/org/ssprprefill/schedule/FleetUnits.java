package org.ssprprefill.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills the templates of a fleet's units: what plans the nights, what works on them, and
 * what reports them. The templates are resources, so that a packager can read them.
 */
public final class FleetUnits {

	private static final String SYSTEMD_FOLDER = "/etc/systemd/system/";

	private final FleetAppointment fleet;

	private final Map<String, String> words = new LinkedHashMap<>();

	private FleetUnits(FleetAppointment fleet) {
		this.fleet = fleet;
		LocalTime at = fleet.reportAt();
		put("NAME", fleet.name());
		put("FLEET", fleet.fleet().name());
		put("ACCOUNT", fleet.account());
		put("GRACE", String.valueOf(Appointment.GRACE_SECONDS));
		put("AT", at.toString());
		put("HOUR", String.valueOf(at.getHour()));
		put("MINUTE", String.valueOf(at.getMinute()));
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

	private void put(String key, String text) {
		this.words.put("@" + key + "@", text);
	}

	private String filled(String template) {
		try (InputStream resource = FleetUnits.class.getResourceAsStream("/schedule/" + template)) {
			String text = new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
			for (Map.Entry<String, String> word : this.words.entrySet()) {
				text = text.replace(word.getKey(), word.getValue());
			}
			return text;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The program lacks its template " + template, ex);
		}
	}

	private Entry systemd() {
		put("DISPATCH", SystemdUnits.words(this.fleet.command("dispatch")));
		put("WORK", SystemdUnits.words(this.fleet.command("work")));
		put("REPORT", SystemdUnits.words(this.fleet.command("report")));
		put("ENVIRONMENT", this.fleet.references().variables().isEmpty() ? ""
				: "EnvironmentFile=" + EnvironmentFile.of(this.fleet.fleet().name()) + "\n");
		List<Path> needed = new ArrayList<>(this.fleet.references().files());
		this.fleet.fleet().sources().forEach((source) -> needed.add(source.toAbsolutePath().normalize()));
		needed.addAll(this.fleet.folders());
		needed.addAll(List.of(this.fleet.program().java(), this.fleet.program().jar()));
		put("HARDENING", SystemdUnits.hardening(this.fleet.folders(), needed));
		put("TIMEZONE", zone(this.fleet.zone()).map(" "::concat).orElse(""));
		List<Entry.File> files = Stream
			.of("dispatch.service", "dispatch.timer", "work.service", "report.service", "report.timer")
			.map((unit) -> new Entry.File(SYSTEMD_FOLDER + this.fleet.name() + "-" + unit, filled("fleet-" + unit)))
			.toList();
		String name = this.fleet.name();
		return new Entry(files, hints("Put each file where its first line says. On every machine that works: "
				+ "systemctl daemon-reload && systemctl enable --now " + name + "-work.service. On one of them also: "
				+ "systemctl enable --now " + name + "-dispatch.timer " + name + "-report.timer"));
	}

	private Entry cron() {
		String dispatch = Quoted.shell(this.fleet.command("dispatch"));
		String work = Quoted.shell(this.fleet.command("work", "--until-empty"));
		put("DISPATCH-AND-WORK", escaped(Quoted.shell(dispatch + " && exec " + work)));
		put("LOCK", escaped(Quoted.shell(this.fleet.home().resolve("schedule.lock").toString())));
		put("REPORT", escaped(Quoted.shell(this.fleet.command("report"))));
		put("VARIABLES", this.fleet.references().variables().isEmpty() ? ""
				: "set -a; . " + Quoted.shell(EnvironmentFile.of(this.fleet.fleet().name())) + "; set +a; ");
		return new Entry(List.of(new Entry.File(this.fleet.name() + ".crontab", filled("fleet.crontab"))),
				hints("Add these lines to the crontab of " + this.fleet.account() + " on every machine that works: "
						+ "crontab -u " + this.fleet.account() + " -e"));
	}

	/** A percent sign is a line feed to cron, even in quotes. */
	private static String escaped(String command) {
		return command.replace("%", "\\%");
	}

	private Entry windows() {
		this.words.replaceAll((key, text) -> Quoted.xml(text));
		put("WHAT", "its nights");
		put("REPETITION", """
				      <Repetition>
				        <Interval>PT15M</Interval>
				        <Duration>P1D</Duration>
				      </Repetition>
				""");
		String at = Objects.requireNonNull(this.words.put("@AT@", "00:00"));
		put("ACTIONS", action("dispatch") + action("work", "--until-empty"));
		Entry.File work = new Entry.File(this.fleet.name() + "-work.xml", filled("fleet.xml"));
		put("WHAT", "its report");
		put("REPETITION", "");
		put("AT", at);
		put("ACTIONS", action("report"));
		Entry.File report = new Entry.File(this.fleet.name() + "-report.xml", filled("fleet.xml"));
		return new Entry(List.of(work, report), hints(
				"Save each as the file that it is, then, on every machine that works (the report on one): schtasks "
						+ "/Create /TN NAME /XML NAME.xml /RU " + Quoted.windows(this.fleet.account()) + " /RP *",
				"Windows ends a task without asking it to leave off; its nights are taken up elsewhere within two"
						+ " minutes."));
	}

	private String action(String verb, String... options) {
		List<String> command = this.fleet.command(verb, options);
		return """
				    <Exec>
				      <Command>%s</Command>
				      <Arguments>%s</Arguments>
				    </Exec>
				""".formatted(Quoted.xml(command.get(0)),
				Quoted.xml(command.stream().skip(1).map(Quoted::windows).collect(Collectors.joining(" "))));
	}

	private Entry kubernetes() {
		KubernetesFleet pods = new KubernetesFleet(this.fleet);
		put("LABEL", pods.label());
		put("IMAGE", KubernetesPod.image());
		put("MINUTE-OF-NIGHT", String.valueOf(this.fleet.fleet().at().getMinute()));
		put("K8S-TIMEZONE",
				zone(this.fleet.zone()).map((zone) -> "  timeZone: " + Quoted.yaml(zone) + "\n").orElse(""));
		put("POD", pods.pod());
		put("CONTAINER", pods.container());
		put("VOLUMES", pods.volumes());
		put("CLAIMS", pods.claims());
		put("DISPATCH-ARGS", pods.arguments("dispatch"));
		put("WORK-ARGS", pods.arguments("work", "--until-empty"));
		put("REPORT-ARGS", pods.arguments("report"));
		String file = this.fleet.name() + ".k8s.yaml";
		return new Entry(List.of(new Entry.File(file, filled("fleet.k8s.yaml"))), hints(
				"Save it as " + file + ", then: kubectl apply -f " + file,
				"Build the image from src/docker, push it to your registry, and name it there in image:.",
				"The volumes must be shared storage (ReadWriteMany) that holds the fleet's files at the same paths."));
	}

	/** A bare offset is no zone to schedulers. */
	private static Optional<String> zone(ZoneId zone) {
		return Optional.of(zone.getId()).filter((id) -> id.contains("/") || id.equals("UTC"));
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
