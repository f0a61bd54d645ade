package org.ssprprefill.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ssprprefill.database.TenantLease;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.Purpose;
import org.ssprprefill.feed.Cleared;
import org.ssprprefill.job.Retention;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.message.Message;
import org.ssprprefill.report.PurgedReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code purge JOB}: forgets whom old runs were about. */
@Command(name = "purge",
		description = { "Deletes personal data of old runs from the ledger and from their report folders.",
				"So goes what feed.keep and report.keep no longer want kept; counts, and what is ours in the "
						+ "tenant, stay. A purged run cannot be taken back any more." },
		footer = { "", "Example: sspr-prefill purge jobs/nightly.yaml --older-than 30d" })
final class PurgeCommand implements Callable<Integer> {

	private static final Pattern AGE = Pattern.compile("([1-9][0-9]{0,4}|0)d");

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "JOB", description = "The job definition, or FLEET#TENANT")
	private Path job = Path.of("");

	@Option(names = "--older-than", paramLabel = "AGE",
			description = "Runs that ended longer ago, in days. Default: ${DEFAULT-VALUE}", defaultValue = "90d")
	private String olderThan = "90d";

	@Option(names = "--yes", description = "Do not ask on a terminal")
	private boolean yes;

	@Override
	public Integer call() {
		Instant before = Clock.systemUTC().instant().minus(age());
		return OpenedJob.with(this.job, Purpose.LEDGER, this.options, (job) -> job.look((ledger) -> {
			String tenant = TenantIdentity.known(job.definition(), ledger);
			try (TenantLease lease = TenantLease.acquire(ledger.dataSource(), job.home().get(), tenant)) {
				lease.requireHeld();
				return purge(ledger, job.definition(), tenant, before);
			}
		}));
	}

	private Duration age() {
		Matcher days = AGE.matcher(this.olderThan);
		if (!days.matches()) {
			throw new Refusal(ExitCode.USAGE,
					"--older-than takes a number of days such as 90d, not " + this.olderThan + ".");
		}
		return Duration.ofDays(Long.parseLong(days.group(1)));
	}

	private int purge(Ledger ledger, JobDefinition definition, String tenant, Instant before) {
		List<String> runs = ledger.purges().endedBefore(definition.name(), tenant, before);
		confirm(runs, before);
		// Files first: what is left to do is known as long as the ledger has not
		// forgotten
		Cleared reports = PurgedReports.delete(definition.report().directory(), runs);
		if (!reports.obstacles().isEmpty()) {
			throw new Refusal(ExitCode.FAILED, Message.sentences(reports.obstacles())
					+ " Give the program's user the right to delete there, and start it again.");
		}
		long rows = ledger.purges().purge(tenant, runs, before);
		Optional<Retention.Removal> due = new Retention(ledger, definition, tenant)
			.enforce(Clock.systemUTC().instant());
		answer(before, runs, reports.files() + due.map((removed) -> removed.reports().files()).orElse(0),
				rows + due.map(Retention.Removal::rows).orElse(0L), due);
		return ExitCode.DONE;
	}

	private void confirm(List<String> runs, Instant before) {
		if (this.yes || runs.isEmpty()) {
			return;
		}
		String question = "This forgets the people of " + counted(runs) + " that ended before "
				+ before.truncatedTo(ChronoUnit.SECONDS)
				+ ": their rows in the ledger, and report.html, people.csv and rejects.csv of each report. "
				+ "What those runs wrote cannot be taken back any more. Go on? (yes or no)";
		if (!this.options.console().confirms(question)) {
			throw new Refusal(ExitCode.USAGE, "Nothing was deleted.");
		}
	}

	private static String counted(List<String> runs) {
		return runs.size() + ((runs.size() == 1) ? " run" : " runs");
	}

	private void answer(Instant before, List<String> runs, int files, long rows, Optional<Retention.Removal> due) {
		Console console = this.options.console();
		int feedFiles = due.map((removed) -> removed.feed().files()).orElse(0);
		if (this.options.json()) {
			String ids = runs.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
			console.print("{\"before\":\"" + before + "\",\"runs\":" + (runs.isEmpty() ? "[]" : ids) + ",\"rows\":"
					+ rows + ",\"files\":" + files + ",\"feedFiles\":" + feedFiles + "}");
		}
		console.say(runs.isEmpty()
				? "No run ended before " + before.truncatedTo(ChronoUnit.SECONDS) + " that is not purged already."
				: "Personal data of " + runs.size() + ((runs.size() == 1) ? " run deleted: " : " runs deleted: ") + rows
						+ " rows of the ledger, " + files + " report files.");
		console.say(due.map((removed) -> "Because of feed.keep and report.keep: " + removed.words() + ".")
			.orElse("HR's own files in the drop folder's archive stay; feed.keep would delete them in time."));
		due.stream().flatMap((removed) -> removed.obstacles().stream()).map(Message::inEnglish).forEach(console::say);
	}

}
