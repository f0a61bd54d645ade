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
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.References;
import org.ssprprefill.schedule.Appointment;
import org.ssprprefill.schedule.Entry;
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

	@Parameters(paramLabel = "JOB", description = "The job definition")
	private Path job = Path.of("");

	@Option(names = "--at", paramLabel = "HH:MM", required = true, converter = TimeOfDay.class,
			description = "When, by the clock of this machine")
	private LocalTime at = LocalTime.MIDNIGHT;

	@Option(names = "--as", paramLabel = "WORD", required = true, converter = SchedulerWord.class,
			completionCandidates = Words.class, description = "systemd, cron, windows or kubernetes")
	private Scheduler scheduler = Scheduler.SYSTEMD;

	@Option(names = "--user", paramLabel = "NAME",
			description = "The account that runs the job. Default: yours, for root sspr-prefill")
	private @Nullable String user;

	@Override
	public Integer call() {
		JobDefinition definition = Definitions.loadOffline(this.job);
		Entry entry = this.scheduler.entry(appointment(definition));
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

	private Appointment appointment(JobDefinition definition) {
		String caller = System.getProperty("user.name");
		String account = Optional.ofNullable(this.user).orElse(caller.equals("root") ? SERVICE_ACCOUNT : caller);
		Path home = this.options.chosenHome()
			.orElseGet(() -> account.equals(caller) ? Options.usualHome() : SERVICE_HOME)
			.toAbsolutePath()
			.normalize();
		Program program = Program.running(Path.of(System.getProperty("java.home")),
				System.getProperty("java.class.path"));
		return new Appointment(definition, References.of(this.job), this.at, ZoneId.systemDefault(), account, home,
				program);
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
