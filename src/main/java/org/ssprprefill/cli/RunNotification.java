package org.ssprprefill.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import java.util.Optional;

import org.slf4j.LoggerFactory;
import org.ssprprefill.definition.Connection;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.doctor.Subject;
import org.ssprprefill.graph.GraphSettings;
import org.ssprprefill.notify.Notice;
import org.ssprprefill.notify.Notifier;
import org.ssprprefill.report.RunStatus;
import org.ssprprefill.report.FeedSection;
import org.ssprprefill.report.HrAnswer;
import org.ssprprefill.report.ReportFolder;
import org.ssprprefill.report.RunReport;
import org.ssprprefill.report.RunSection;
import org.ssprprefill.telemetry.MetricsExport;

/**
 * Collects what is to be told of a job's runs, and tells it when everything else is done
 * and closed. A receiver that was not reached is named on standard error; the run's
 * outcome stays.
 */
final class RunNotification implements AutoCloseable {

	private final JobDefinition definition;

	private final Console console;

	private final List<Notice> notices = new ArrayList<>();

	private final List<RunReport> reports = new ArrayList<>();

	private final Map<RunReport, Path> forHr = new LinkedHashMap<>();

	RunNotification(JobDefinition definition, Console console) {
		this.definition = definition;
		this.console = console;
	}

	/** A run has ended, with these closing words. */
	void ended(RunReport report, List<String> closing, Path folder) {
		this.reports.add(report);
		if (report.run().mode() == RunSection.Mode.RUN && movedFiles(report)) {
			this.forHr.put(report, folder);
		}
		this.notices.add(new Notice(report.run().job(), Optional.of(report.run().id()), report.run().outcome().word(),
				report.run().exitCode(), closing, Optional.of(folder.resolve(ReportFolder.REPORT_HTML)),
				Clock.systemUTC().instant(), locale()));
	}

	/** A run could not begin, for this reason if it is a known one. */
	void couldNotStart(int exitCode, Optional<String> why) {
		String outcome = (exitCode == ExitCode.FAILED ? RunStatus.FAILED : RunStatus.REFUSED).outcome().word();
		this.notices.add(
				Notice.notBegun(this.definition.name(), outcome, exitCode, why, Clock.systemUTC().instant(), locale()));
	}

	private Locale locale() {
		return this.definition.report().language().locale();
	}

	@Override
	public void close() {
		Notifier notifier = new Notifier(this.definition.notifications(), graph().flatMap(GraphSettings::trust),
				graph().flatMap(GraphSettings::proxy));
		for (Notice notice : this.notices) {
			tell(notifier, notice);
		}
		this.forHr.forEach((report, folder) -> tellHr(notifier, report, folder));
		export();
	}

	/** A run that only judged earlier files again has nothing new for HR. */
	private static boolean movedFiles(RunReport report) {
		return report.checks().stream().noneMatch((check) -> check.id().equals(Subject.FEED_ARCHIVED.id()))
				&& report.feed()
					.files()
					.stream()
					.anyMatch((file) -> file.disposition() != FeedSection.Disposition.LEFT);
	}

	private void tellHr(Notifier notifier, RunReport report, Path folder) {
		Path rejects = folder.resolve(ReportFolder.REJECTS_CSV);
		FeedSection feed = report.feed();
		attempt(() -> notifier
			.tellHr(new Notice(report.run().job(), Optional.of(report.run().id()), report.run().outcome().word(),
					report.run().exitCode(),
					new HrAnswer(this.definition.report().language(), this.definition.notifications().whomToAsk(),
							report.run().startedAt())
						.lines(feed, Files.exists(rejects)),
					Optional.of(rejects).filter((list) -> feed.rejectsSomething()), Clock.systemUTC().instant(),
					locale()), feed.rejectsSomething())
			.ifPresent(this.console::say));
	}

	private void export() {
		try {
			MetricsExport.send(Environment::variable, graph().flatMap(GraphSettings::trust), this.reports)
				.forEach(this.console::say);
		}
		catch (RuntimeException ex) {
			LoggerFactory.getLogger(RunNotification.class).error("The metrics could not be sent", ex);
		}
	}

	private void tell(Notifier notifier, Notice notice) {
		attempt(() -> notifier.tell(notice).forEach(this.console::say));
	}

	/** Whatever goes wrong here, the run has ended as it has. */
	private static void attempt(Runnable telling) {
		try {
			telling.run();
		}
		catch (RuntimeException ex) {
			LoggerFactory.getLogger(RunNotification.class).error("The notification failed", ex);
		}
	}

	private Optional<GraphSettings> graph() {
		return (this.definition.connection() instanceof Connection.Graph graph) ? Optional.of(graph.settings())
				: Optional.empty();
	}

}
