package org.ssprprefill.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.Purpose;
import org.ssprprefill.doctor.Check;
import org.ssprprefill.doctor.CheckText;
import org.ssprprefill.doctor.Subject;
import org.ssprprefill.ledger.LedgerState;
import org.ssprprefill.report.CheckDocument;
import org.ssprprefill.report.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code doctor JOB}: every check, with its remedy. */
@Command(name = "doctor",
		description = "Checks tenant, feed folder and ledger, and says what to do. Writes nothing, but with --probe.",
		footer = { "", "Exit codes: 0 checked, 2 wrong job definition, 7 a check that guards writing failed,",
				"or the account may not be probed.", "", "Example: sspr-prefill doctor jobs/nightly.yaml",
				"Example: sspr-prefill doctor jobs/nightly.yaml --probe sspr-test@contoso.com" })
final class DoctorCommand implements Callable<Integer> {

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "JOB", description = "The job definition, or FLEET#TENANT")
	private Path job = Path.of("");

	@Option(names = "--about", paramLabel = "CHECK",
			description = "Explain one check: what it looks at, why, how to mend it. Asks nothing.")
	private @Nullable String about;

	@Option(names = "--probe", paramLabel = "USER",
			description = "Write methods to a test account, and note how the tenant answers")
	private @Nullable String probed;

	@Option(names = "--wait-for-report", description = "With --probe: leave two methods until the report counts them")
	private boolean waits;

	@Option(names = "--yes", description = "Do not ask on a terminal")
	private boolean yes;

	@Override
	public Integer call() {
		if (this.about != null) {
			return explain(this.about);
		}
		if (this.probed == null && (this.waits || this.yes)) {
			throw new Refusal(ExitCode.USAGE, "--wait-for-report and --yes go with --probe USER only.");
		}
		return OpenedJob.with(this.job, Purpose.EVERYTHING, this.options, (job) -> (this.probed != null)
				? new ProbeSession(job).probe(this.probed, this.waits, this.yes) : answer(examine(job)));
	}

	private int answer(List<Check> checks) {
		if (this.options.json()) {
			this.options.console().print(CheckDocument.writeAll(checks));
		}
		else {
			CheckList list = new CheckList(checks);
			list.lines().forEach(this.options.console()::tell);
			this.options.console().say(list.closing(this.job.toString()));
		}
		return checks.stream().anyMatch(Check::forbidsWriting) ? ExitCode.REFUSED : ExitCode.DONE;
	}

	private int explain(String check) {
		try {
			this.options.console().print(CheckText.of(Subject.of(check), language().locale()));
			return ExitCode.DONE;
		}
		catch (IllegalArgumentException ex) {
			throw new Refusal(ExitCode.USAGE, String.valueOf(ex.getMessage()));
		}
	}

	/** The job's, as far as its definition can be read: explaining needs none. */
	private Language language() {
		try {
			return Definitions.loadOffline(this.job).report().language();
		}
		catch (Refusal ex) {
			return Language.EN;
		}
	}

	private List<Check> examine(OpenedJob job) {
		JobDefinition definition = job.definition();
		DoctorRun examination = new DoctorRun(definition, this.options.console()::progress);
		List<Check> checks = new ArrayList<>();
		Optional<Home> home = Optional.empty();
		LedgerState ledger;
		try {
			home = Optional.of(job.home().get());
			ledger = LedgerState.of(definition.ledger(), home.get());
		}
		catch (LedgerException ex) {
			ledger = new LedgerState.Closed(LedgerState.Part.SERVER, String.valueOf(ex.getMessage()));
		}
		try {
			checks.addAll(examination.tenant(ledger, home));
			checks.addAll(examination.feed(ledger));
			checks.addAll(examination.ledger(ledger, home));
			return checks;
		}
		finally {
			if (ledger instanceof LedgerState.Open open) {
				open.ledger().close();
			}
		}
	}

}
