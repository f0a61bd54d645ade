package org.ssprprefill.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.definition.Purpose;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.RunDocuments.Document;
import org.ssprprefill.report.ConsoleSummary;
import org.ssprprefill.report.JsonReportWriter;
import org.ssprprefill.report.Language;
import org.ssprprefill.report.ReportSettings;
import org.ssprprefill.report.ReportWriter;
import org.ssprprefill.report.RunReport;
import org.ssprprefill.run.RunRecord;
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

	@Option(names = "--language", paramLabel = "L",
			description = "The report's language: en, nl or de. Default: the job definition's")
	private @Nullable String language;

	@Override
	public Integer call() {
		Optional<Language> asked = Optional.ofNullable(this.language).map(ReportCommand::known);
		this.options.repeat(this.jobFile.repeated());
		return OpenedJob.with(this.jobFile.of(this.run, this.options.openHome()), Purpose.LEDGER, this.options,
				(job) -> job.look((ledger) -> write(ledger, TenantIdentity.known(job.definition(), ledger),
						asked.map(job.definition().report()::in).orElse(job.definition().report()))));
	}

	private static Language known(String word) {
		return Language.of(word)
			.orElseThrow(() -> new Refusal(ExitCode.USAGE, "--language takes en, nl or de, not '" + word + "'."));
	}

	private int write(Ledger ledger, String tenant, ReportSettings settings) {
		RunReport report = ledger.runs()
			.find(this.run)
			.filter((known) -> known.tenant().equals(tenant))
			.flatMap((known) -> ledger.papers().read(known.id(), Document.REPORT))
			.map((json) -> new JsonReportWriter().read(json))
			.orElseThrow(() -> new Refusal(ExitCode.USAGE, "The ledger has no report of a run '" + this.run
					+ "': it is unknown, or did not come to its end. Start its command again to finish it."));
		Path folder = new ReportWriter(ledger.reports(), settings).write(report);
		if (this.options.json()) {
			this.options.console().print(new JsonReportWriter().write(report));
		}
		Optional<String> appliedBy = ledger.runs()
			.appliedBy(this.run)
			.filter((applying) -> applying.writing() && applying.finishedAt().isPresent())
			.map(RunRecord::id);
		ConsoleSummary.lines(report, settings.place(folder), settings.language(), this.options.repeated(), appliedBy)
			.forEach(this.options.console()::say);
		return ExitCode.DONE;
	}

}
