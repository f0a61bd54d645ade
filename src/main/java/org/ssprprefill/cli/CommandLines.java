package org.ssprprefill.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.LoggerFactory;
import org.ssprprefill.report.ProgramVersion;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(name = "sspr-prefill",
		description = "Prepopulates Entra authentication methods from HR exports, so that users can reset a "
				+ "forgotten password, and reports who still cannot.",
		subcommands = {
				RunCommand.class, PlanCommand.class, ApplyCommand.class, VerifyCommand.class, ReportCommand.class,
				UndoCommand.class, DoctorCommand.class, ExplainCommand.class, CheckCommand.class, InitCommand.class,
				HistoryCommand.class, ScheduleCommand.class, PurgeCommand.class, SimulateCommand.class,
				DemoCommand.class, SchemaCommand.class, FleetCommand.class, GenerateCompletion.class },
		versionProvider = CommandLines.Version.class,
		footer = { "", "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 held by a limit,",
				"            4 something rejected, 5 read-back differs, 6 another run active,",
				"            7 preflight failed, 8 coverage below target.", "", "Examples: sspr-prefill demo",
				"          sspr-prefill run jobs/nightly.yaml",
				"Completion for bash and zsh: source <(sspr-prefill generate-completion)" })
public final class CommandLines implements Runnable {

	private static final String COMPLETION = "generate-completion";

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@CommandLine.Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help")
	private boolean help;

	@CommandLine.Option(names = "--version", versionHelp = true, description = "Show the version")
	private boolean version;

	private final Console console;

	CommandLines(Console console) {
		this.console = console;
	}

	/**
	 * Runs one command.
	 * @param arguments the verb, its options and parameters
	 * @return the exit code, see {@link ExitCode}
	 */
	public static int run(String... arguments) {
		OutsideSettings.forget();
		Optional<String> objection = LogFormat.objection(Environment::variable);
		if (objection.isPresent()) {
			System.err.println(objection.get());
			return ExitCode.USAGE;
		}
		return run(Console.standard(), arguments);
	}

	static int run(Console console, String... arguments) {
		CommandLine commandLine = new CommandLine(new CommandLines(console));
		commandLine.getSubcommands()
			.forEach((verb, it) -> it.getCommandSpec().usageMessage().hidden(verb.equals(COMPLETION)));
		commandLine.setOut(new PrintWriter(console.out(), true));
		commandLine.setErr(new PrintWriter(console.err(), true));
		commandLine.setUsageHelpAutoWidth(true);
		commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(colours()));
		commandLine.setParameterExceptionHandler((wrong, given) -> refuse(wrong, given, console));
		commandLine.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, console));
		try {
			return commandLine.execute(arguments);
		}
		catch (Error ex) {
			// What still listens would keep the process alive
			LoggerFactory.getLogger(CommandLines.class).error("The program cannot go on", ex);
			console.say("Failed: " + ex.getClass().getSimpleName()
					+ ". Start the same command again; it goes on where it was.");
			return ExitCode.FAILED;
		}
	}

	/** The streams that the command of a verb prints to. */
	static Console consoleOf(CommandSpec verb) {
		return ((CommandLines) verb.root().userObject()).console;
	}

	/** Says which verbs there are, where the first word is none. */
	private static int refuse(ParameterException wrong, String[] arguments, Console console) {
		CommandLine command = wrong.getCommandLine();
		boolean unknownVerb = wrong instanceof CommandLine.UnmatchedArgumentException && command.getParent() == null
				&& !arguments[0].startsWith("-");
		console.say(unknownVerb
				? "There is no verb '" + arguments[0] + "'. Verbs: " + String.join(", ", verbs(command)) + "."
				: wrong.getMessage() + "\nSee " + command.getCommandSpec().qualifiedName() + " --help.");
		return ExitCode.USAGE;
	}

	/**
	 * Left to the library, which obeys NO_COLOR and knows terminals, except dumb ones.
	 */
	private static CommandLine.Help.Ansi colours() {
		boolean dumb = Environment.variable("TERM").equals(Optional.of("dumb"));
		return dumb ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.AUTO;
	}

	private static List<String> verbs(CommandLine command) {
		return command.getSubcommands()
			.entrySet()
			.stream()
			.filter((verb) -> !verb.getValue().getCommandSpec().usageMessage().hidden())
			.map(Map.Entry::getKey)
			.toList();
	}

	private static int explain(Exception failure, Console console) {
		if (failure instanceof Refusal refusal) {
			console.say(String.valueOf(refusal.getMessage()));
			return refusal.exitCode();
		}
		Optional<String> trouble = FailureText.of(failure);
		if (trouble.isPresent()) {
			console.say(trouble.get());
			return ExitCode.FAILED;
		}
		LoggerFactory.getLogger(CommandLines.class).error("The program failed", failure);
		console.say("Failed. Start the same command again; it goes on where it was.");
		return ExitCode.FAILED;
	}

	@Override
	public void run() {
		throw new ParameterException(this.spec.commandLine(), "Name a verb, such as run.");
	}

	/** The program's version, for {@code --version}. */
	static final class Version implements IVersionProvider {

		@Override
		public String[] getVersion() {
			return new String[] { "sspr-prefill " + ProgramVersion.current() };
		}

	}

}
