package org.ssprprefill.cli;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.Purpose;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.RunDocuments.Document;
import org.ssprprefill.report.History;
import org.ssprprefill.report.JsonReportWriter;
import org.ssprprefill.report.RunReport;
import org.ssprprefill.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code history JOB}: past runs with outcome, counts and coverage. */
@Command(name = "history", description = "Past runs with outcome, counts and coverage, newest first.",
		footer = { "", "Example: sspr-prefill history jobs/nightly.yaml --limit 7" })
final class HistoryCommand implements Callable<Integer> {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
		.withZone(ZoneOffset.UTC);

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "JOB", description = "The job definition, or FLEET#TENANT")
	private Path job = Path.of("");

	@Option(names = "--limit", paramLabel = "N", description = "How many runs at most. Default: ${DEFAULT-VALUE}",
			defaultValue = "20")
	private int limit;

	@Override
	public Integer call() {
		if (this.limit < 1) {
			throw new Refusal(ExitCode.USAGE, "--limit takes a whole number from 1, not " + this.limit + ".");
		}
		return OpenedJob.with(this.job, Purpose.LEDGER, this.options,
				(job) -> job.look((ledger) -> print(ledger, job.definition())));
	}

	private int print(Ledger ledger, JobDefinition definition) {
		String tenant = TenantIdentity.known(definition, ledger);
		List<History.Entry> entries = new ArrayList<>();
		for (RunRecord run : ledger.runs().history(tenant, definition.name(), this.limit)) {
			Optional<RunReport> report = ledger.papers()
				.read(run.id(), Document.REPORT)
				.map(new JsonReportWriter()::read);
			entries.add(History.entry(run, report));
		}
		if (this.options.json()) {
			this.options.console().print(new History(entries).write());
		}
		else {
			table(entries);
		}
		return ExitCode.DONE;
	}

	private void table(List<History.Entry> entries) {
		Console console = this.options.console();
		if (entries.isEmpty()) {
			console.say("No run of this job yet.");
			return;
		}
		console.print(String.format("%-22s %-7s %-17s %-10s %4s %8s %10s %9s %7s", "RUN", "MODE", "STARTED (UTC)",
				"OUTCOME", "EXIT", "PLANNED", "CONFIRMED", "CAN RESET", "SHARE"));
		for (History.Entry entry : entries) {
			console.print(String.format(Locale.ROOT, "%-22s %-7s %-17s %-10s %4s %,8d %,10d %,9d %7s", entry.id(),
					entry.mode(), TIME.format(entry.startedAt()), entry.outcome().orElse("unfinished"),
					entry.exitCode().isPresent() ? entry.exitCode().getAsInt() : "-", entry.planned(),
					entry.confirmed(), entry.canReset(), percent(entry.percent())));
		}
	}

	private static String percent(OptionalDouble percent) {
		return percent.isPresent() ? String.format(Locale.ROOT, "%.1f %%", percent.getAsDouble()) : "-";
	}

}
