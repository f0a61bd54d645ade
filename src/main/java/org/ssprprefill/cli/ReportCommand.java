package org.ssprprefill.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.ledger.Home;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.RunPapers.Document;
import org.ssprprefill.report.Closing;
import org.ssprprefill.report.JsonPen;
import org.ssprprefill.report.ReportWriter;
import org.ssprprefill.report.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report RUN}: writes the report of a run again. */
@Command(name = "report", description = "Writes the report of a run again.",
		footer = { "", "Example: sspr-prefill report 20261122-020000-7f3a" })
final class ReportCommand implements Callable<Integer> {

	@Mixin
	private final Options options = new Options();

	@Mixin
	private final JobFile jobFile = new JobFile();

	@Parameters(paramLabel = "RUN", description = "The run's id")
	private String run = "";

	@Option(names = "--language", paramLabel = "L", description = "The report's language: en", defaultValue = "en")
	private String language = "en";

	@Override
	public Integer call() {
		if (!this.language.equals("en")) {
			throw new Refusal(ExitCode.USAGE,
					"--language " + this.language + " is not available yet; leave the option out for English.");
		}
		Home home = this.options.openHome();
		JobDefinition definition = Definitions.loadOffline(this.jobFile.of(this.run, home));
		return LedgerSession.look(definition, home, (ledger) -> write(ledger, definition));
	}

	private int write(Ledger ledger, JobDefinition definition) {
		RunReport report = ledger.papers()
			.read(this.run, Document.REPORT)
			.map((json) -> new JsonPen().read(json))
			.orElseThrow(() -> new Refusal(ExitCode.USAGE, "The ledger has no report of a run '" + this.run
					+ "': it is unknown, or did not come to its end. Start its command again to finish it."));
		Path folder = new ReportWriter(ledger.reports(), definition.report()).write(report);
		if (this.options.json()) {
			this.options.console().print(new JsonPen().write(report));
		}
		Closing.lines(report, folder).forEach(this.options.console()::say);
		return ExitCode.DONE;
	}

}
