package org.ssprprefill.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.slf4j.LoggerFactory;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.HomeBusyException;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.database.TenantBusyException;
import org.ssprprefill.database.TenantLease;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.job.ProbeLeftovers;
import org.ssprprefill.job.ResumingRunner;
import org.ssprprefill.job.RunContext;
import org.ssprprefill.job.RunRegister;
import org.ssprprefill.job.RunResult;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.RunDocuments.Document;
import org.ssprprefill.report.ConsoleSummary;
import org.ssprprefill.report.JsonReportWriter;
import org.ssprprefill.report.MetricsFile;
import org.ssprprefill.report.ReportFolder;
import org.ssprprefill.report.RunReport;
import org.ssprprefill.report.RunStatus;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.vault.AlteredLedgerException;

/**
 * Runs jobs for a verb: opens what they need, closes it again, and prints how they ended.
 */
final class RunSession {

	private final NightPlace place;

	private final Console console;

	private final JobDefinition definition;

	private final RunNotification messenger;

	RunSession(NightPlace place, JobDefinition definition) {
		this.place = place;
		this.console = place.console();
		this.definition = definition;
		this.messenger = new RunNotification(definition, this.console);
	}

	/**
	 * Runs a job.
	 * @param mode what for
	 * @param concerns the run whose plan is applied, or that is taken back
	 * @param admission refuses with the ledger in hand, before anything is begun
	 */
	int run(RunMode mode, Optional<String> concerns, Consumer<Ledger> admission) {
		try (RunNotification told = this.messenger) {
			return attempt(mode, concerns, admission, told);
		}
	}

	private int attempt(RunMode mode, Optional<String> concerns, Consumer<Ledger> admission, RunNotification told) {
		try {
			try {
				return runs(mode, concerns, admission);
			}
			catch (AlteredLedgerException ex) {
				throw new Refusal(ExitCode.REFUSED, ex.getMessage() + TenantConnection.NOTHING_WRITTEN);
			}
		}
		catch (Refusal refusal) {
			// A usage error is answered at the terminal, without a notification
			if (Set.of(ExitCode.FAILED, ExitCode.BUSY, ExitCode.REFUSED).contains(refusal.exitCode())) {
				told.couldNotStart(refusal.exitCode(), Optional.ofNullable(refusal.getMessage()));
			}
			throw refusal;
		}
		catch (RuntimeException ex) {
			told.couldNotStart(ExitCode.FAILED, FailureText.of(ex));
			throw ex;
		}
	}

	private int runs(RunMode mode, Optional<String> concerns, Consumer<Ledger> admission) {
		ReportFolder.obstacle(this.definition.report().directory()).ifPresent((obstacle) -> {
			throw new Refusal(ExitCode.REFUSED, obstacle + TenantConnection.NOTHING_WRITTEN);
		});
		Home home = this.place.home().get();
		this.console.progress("Opening the ledger" + (this.definition.ledger().url().isPresent() ? ""
				: " in " + home + (Files.exists(home.postgres()) ? "" : "; a database is made there first")));
		try (Stopping stop = this.place.stopping().get(); Ledger ledger = open(home)) {
			TenantIdentity tenant = TenantIdentity.of(this.definition, ledger);
			return runs(mode, concerns, admission, new Opened(home, ledger, tenant, stop));
		}
	}

	private int runs(RunMode mode, Optional<String> concerns, Consumer<Ledger> admission, Opened opened) {
		Home home = opened.home();
		Ledger ledger = opened.ledger();
		Stopping stop = opened.stop();
		String tenant = opened.tenant().key();
		try (TenantLease lease = lease(ledger, home, tenant);
				TenantConnection connection = TenantConnection.open(this.definition.connection(), ledger, home)) {
			this.place.owner().claims(tenant);
			opened.tenant().settle(ledger);
			admission.accept(ledger);
			Ledger leased = ledger.under(lease);
			RunRegister register = new RunRegister(ledger, this.definition, tenant, Clock.systemUTC());
			Optional<RunReport> earlier = this.place.since().flatMap((since) -> earlier(ledger, tenant, since));
			if (earlier.isPresent()) {
				this.place.owner().ended(new RunResult(earlier.get(), Optional.empty()));
				return earlier.get().run().exitCode();
			}
			List<RunRecord> runs = register.take(mode, concerns);
			if (mode.writes()) {
				new ProbeLeftovers(this.definition, connection.tenant(), leased, Clock.systemUTC(), this.console::say)
					.see(tenant);
			}
			int exitCode = ExitCode.DONE;
			for (RunRecord run : runs) {
				lease.requireHeld();
				leased.announce(run);
				home.rememberRun(run.id(), this.definition.file().toAbsolutePath());
				RunReport report = context(run, leased, connection, stop);
				exitCode = RunStatus.outranking(exitCode, report.run().exitCode());
				if (run.equals(runs.get(runs.size() - 1)) || exitCode == ExitCode.FAILED
						|| leased.runs().find(run.id()).flatMap(RunRecord::finishedAt).isEmpty()) {
					print(report);
					break;
				}
			}
			return exitCode;
		}
	}

	/**
	 * The report of a whole run that ended since then, perhaps under a worker that died.
	 */
	private Optional<RunReport> earlier(Ledger ledger, String tenant, Instant since) {
		return ledger.runs()
			.history(tenant, this.definition.name(), 1)
			.stream()
			.filter((run) -> run.mode() == RunMode.RUN && run.exitCode().orElse(ExitCode.FAILED) != ExitCode.FAILED
					&& run.finishedAt().filter(since::isBefore).isPresent())
			.findFirst()
			.flatMap((run) -> ledger.papers().read(run.id(), Document.REPORT))
			.map(new JsonReportWriter()::read);
	}

	/** One object, however many runs were finished on the way to the one asked for. */
	private void print(RunReport report) {
		if (this.place.json()) {
			this.console.print(new JsonReportWriter().write(report));
		}
	}

	private Ledger open(Home home) {
		try {
			return Ledger.open(this.definition.ledger(), home);
		}
		catch (HomeBusyException ex) {
			throw new Refusal(ExitCode.BUSY, String.valueOf(ex.getMessage()));
		}
		catch (LedgerException ex) {
			throw new Refusal(ExitCode.FAILED, String.valueOf(ex.getMessage()));
		}
	}

	private static TenantLease lease(Ledger ledger, Home home, String tenant) {
		try {
			return TenantLease.acquire(ledger.dataSource(), home, tenant);
		}
		catch (TenantBusyException ex) {
			throw new Refusal(ExitCode.BUSY, String.valueOf(ex.getMessage()));
		}
	}

	private RunReport context(RunRecord run, Ledger ledger, TenantConnection connection, Stopping stop) {
		this.console.progress("Run " + run.id() + " of job " + run.job() + ": " + run.mode().word());
		RunResult result;
		try (LiveProgress live = LiveProgress.of(this.console, ledger, run.id())) {
			result = new ResumingRunner(() -> {
				RunContext context = new RunContext(run.id(), this.definition, connection.tenant(), ledger,
						Clock.systemUTC());
				stop.concerns(context);
				return context;
			}, this.console::progress).run();
		}
		tell(result);
		return result.report();
	}

	private void tell(RunResult result) {
		RunReport report = result.report();
		this.place.owner().ended(result);
		result.failure().ifPresent(this::explain);
		Path folder = this.definition.report().directory().resolve(report.run().id());
		List<String> closing = ConsoleSummary.lines(report, this.definition.report().place(folder),
				this.definition.report().language(), this.place.repeated(), Optional.empty());
		this.definition.report()
			.metricsFile()
			.flatMap((file) -> new MetricsFile(file).write(report))
			.ifPresent(this.console::say);
		closing.forEach(this.console::say);
		this.messenger.ended(report, closing, folder);
	}

	private void explain(Throwable failure) {
		Optional<String> trouble = FailureText.of(failure);
		trouble.ifPresentOrElse(this.console::say,
				() -> LoggerFactory.getLogger(RunSession.class).error("The run failed", failure));
		// The report could not be written either, perhaps for that very reason
		Arrays.stream(failure.getSuppressed())
			.flatMap((besides) -> FailureText.of(besides).stream())
			.filter((words) -> !words.equals(trouble.orElse("")))
			.forEach(this.console::say);
	}

	/** What a run needs before it may ask for the tenant's lock. */
	private record Opened(Home home, Ledger ledger, TenantIdentity tenant, Stopping stop) {
	}

}
