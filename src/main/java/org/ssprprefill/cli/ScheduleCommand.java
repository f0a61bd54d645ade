package org.ssprprefill.cli;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.definition.FleetDefinition;
import org.ssprprefill.definition.FleetDefinitions;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.Purpose;
import org.ssprprefill.definition.References;
import org.ssprprefill.definition.TenantReference;
import org.ssprprefill.schedule.Appointment;
import org.ssprprefill.schedule.Entry;
import org.ssprprefill.schedule.FleetAppointment;
import org.ssprprefill.schedule.FleetUnits;
import org.ssprprefill.schedule.Program;
import org.ssprprefill.schedule.Scheduler;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code schedule JOB}: the scheduler entry, ready to install. */
@Command(name = "schedule", description = "Prints the scheduler entry that starts a job every night.",
		footer = { "", "Example: sspr-prefill schedule jobs/nightly.yaml --at 02:15 --as systemd" })
final class ScheduleCommand implements Callable<Integer> {

	/** The account that the packages make. */
	private static final String SERVICE_ACCOUNT = "sspr-prefill";

	private static final Path SERVICE_HOME = Path.of("/var/lib/sspr-prefill");

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "JOB", description = "The job definition, or a fleet file")
	private Path job = Path.of("");

	@Option(names = "--at", paramLabel = "HH:MM", converter = TimeOfDay.class,
			description = "When, by the clock of this machine. A fleet file says itself when nights begin")
	private @Nullable LocalTime at;

	@Option(names = "--as", paramLabel = "WORD", required = true, converter = SchedulerWord.class,
			completionCandidates = Words.class, description = "systemd, cron, windows or kubernetes")
	private Scheduler scheduler = Scheduler.SYSTEMD;

	@Option(names = "--user", paramLabel = "NAME",
			description = "The account that runs the job. Default: yours, for root sspr-prefill")
	private @Nullable String user;

	@Override
	public Integer call() {
		Entry entry = FleetDefinitions.isFleet(this.job) ? fleet() : job();
		Console console = this.options.console();
		if (this.options.json()) {
			console.print(entry.json());
		}
		else {
			console.print(entry.text().stripTrailing());
		}
		entry.hints().forEach(console::progress);
		return ExitCode.DONE;
	}

	private Entry job() {
		LocalTime time = Optional.ofNullable(this.at)
			.orElseThrow(() -> new Refusal(ExitCode.USAGE, "Missing required option: '--at=HH:MM'"));
		if (TenantReference.of(this.job).isPresent()) {
			throw new Refusal(ExitCode.USAGE,
					"A tenant's nights are worked by its fleet. See sspr-prefill schedule FLEET.");
		}
		JobDefinition definition = Definitions.loadOffline(this.job);
		return this.scheduler.entry(new Appointment(definition, References.of(this.job), time, ZoneId.systemDefault(),
				account(), home(), program()));
	}

	private Entry fleet() {
		FleetDefinition fleet = FleetFile.valid(this.job,
				FleetDefinitions.load(this.job, Environment::variable, Purpose.FEED));
		References references = References.of(fleet);
		if (!FleetDefinitions.namesDatabase(this.job)) {
			throw new Refusal(ExitCode.USAGE,
					"This fleet has no database of its own, so that only one process can work on "
							+ "it: start `sspr-prefill fleet run " + this.job
							+ "` where it is needed, or give it a database.");
		}
		return FleetUnits.entry(this.scheduler,
				new FleetAppointment(fleet, references, ZoneId.systemDefault(), account(), home(), program()));
	}

	private String account() {
		String caller = System.getProperty("user.name");
		return Optional.ofNullable(this.user).orElse(caller.equals("root") ? SERVICE_ACCOUNT : caller);
	}

	private Path home() {
		return this.options.chosenHome()
			.orElseGet(() -> account().equals(System.getProperty("user.name")) ? Options.usualHome() : SERVICE_HOME)
			.toAbsolutePath()
			.normalize();
	}

	private static Program program() {
		return Program.running(Path.of(System.getProperty("java.home")), System.getProperty("java.class.path"));
	}

	/** A time from 00:00 to 23:59, always five characters. */
	static final class TimeOfDay implements ITypeConverter<LocalTime> {

		private static final Pattern SHAPE = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

		@Override
		public LocalTime convert(String text) {
			if (!SHAPE.matcher(text).matches()) {
				throw new TypeConversionException("give a time from 00:00 to 23:59, such as 02:15, not '" + text + "'");
			}
			return LocalTime.parse(text);
		}

	}

	/** The words that a shell completes. */
	static final class Words extends ArrayList<String> {

		Words() {
			super(Arrays.stream(Scheduler.values()).map(Scheduler::word).toList());
		}

	}

	/** One of the schedulers, by its word. */
	static final class SchedulerWord implements ITypeConverter<Scheduler> {

		@Override
		public Scheduler convert(String text) {
			for (Scheduler scheduler : Scheduler.values()) {
				if (scheduler.word().equals(text)) {
					return scheduler;
				}
			}
			throw new TypeConversionException("use one of: " + String.join(", ", new Words()) + ", not '" + text + "'");
		}

	}

}
