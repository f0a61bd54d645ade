package org.ssprprefill.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.database.Home;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every verb with a ledger understands. */
class Options {

	@Spec(Spec.Target.MIXEE)
	private CommandSpec verb = CommandSpec.create();

	@Option(names = "--home", paramLabel = "DIR",
			description = "Home folder: embedded database, keys, locks. Default: $SSPR_PREFILL_HOME or ~/.sspr-prefill")
	private @Nullable Path home;

	@Option(names = "--json", description = "Print one JSON object on standard output")
	private boolean json;

	@Option(names = "--quiet", description = "No progress, only the closing words")
	private boolean quiet;

	@Option(names = { "-h", "--help" }, usageHelp = true, description = "Show this help")
	private boolean help;

	private String further = "";

	boolean json() {
		return this.json;
	}

	Console console() {
		return CommandLines.consoleOf(this.verb).quiet(this.quiet);
	}

	Home openHome() {
		return Home.at(chosenHome().orElseGet(Options::usualHome));
	}

	/** Another option that a further command about the same run needs. */
	void repeat(String option) {
		if (!this.further.contains(option)) {
			this.further = (this.further + " " + option).strip();
		}
	}

	/** What a further command about the same run must be given too; maybe empty. */
	String repeated() {
		String given = (this.home == null) ? "" : "--home " + ShellWord.of(this.home.toAbsolutePath().normalize());
		return (given + " " + this.further).strip();
	}

	/** Where the home is from now on, unless one was named. */
	void homeUnlessNamed(Path folder) {
		this.home = chosenHome().orElse(folder);
	}

	/** The home folder if one was named; it need not exist. */
	Optional<Path> chosenHome() {
		return Home.chosen(Optional.ofNullable(this.home), Environment::variable);
	}

	/** The home folder of this account; it need not exist. */
	static Path usualHome() {
		return Home.usual(Environment::variable, Path.of(System.getProperty("user.home")));
	}

}
