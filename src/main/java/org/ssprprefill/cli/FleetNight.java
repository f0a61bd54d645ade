package org.ssprprefill.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.ssprprefill.database.FleetServer;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.TenantBusyException;
import org.ssprprefill.database.TenantClaimedException;
import org.ssprprefill.definition.Connection;
import org.ssprprefill.definition.FleetDefinition;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.fleet.Figures;
import org.ssprprefill.fleet.LeaveOff;
import org.ssprprefill.fleet.NightEnd;
import org.ssprprefill.fleet.NightRun;
import org.ssprprefill.fleet.NightStore;
import org.ssprprefill.fleet.TenantNight;
import org.ssprprefill.fleet.TenantSchema;
import org.ssprprefill.job.RunResult;
import org.ssprprefill.report.ConsoleSummary;
import org.ssprprefill.report.RunReport;
import org.ssprprefill.report.RunSection;
import org.ssprprefill.run.RunMode;

/**
 * Runs one tenant's night of a fleet: the night of a job, in a home folder, a ledger and
 * under a key of the tenant's own.
 */
final class FleetNight implements NightRun {

	private final FleetDefinition fleet;

	private final FleetServer server;

	private final Home home;

	FleetNight(FleetDefinition fleet, FleetServer server, Home home) {
		this.fleet = fleet;
		this.server = server;
		this.home = home;
	}

	@Override
	public NightEnd run(JobDefinition job, TenantNight night, LeaveOff stop) {
		AtomicReference<RunResult> result = new AtomicReference<>();
		try {
			JobDefinition own = provided(job, night.key().tenant());
			NightPlace place = new NightPlace(() -> homeOf(night.key().tenant()), silent(), false,
					() -> (begun) -> stop.listen(begun::stop), Optional.of(night.plannedAt()),
					owner(own, night.key().tenant(), result::set), repeated(own));
			int exitCode = new RunSession(place, own).run(RunMode.RUN, Optional.empty(), (ledger) -> {
			});
			return end(exitCode, own, Optional.ofNullable(result.get()), repeated(own));
		}
		catch (Refusal refusal) {
			return NightEnd.notBegun(refusal.exitCode(), String.valueOf(refusal.getMessage()));
		}
		catch (RuntimeException ex) {
			return NightEnd.notBegun(ExitCode.FAILED, FailureText.of(ex).orElseThrow(() -> ex));
		}
	}

	/** The job with the tenant's own ledger, which is made where it is missing. */
	JobDefinition provided(JobDefinition job, String tenant) {
		String schema = TenantSchema.of(this.fleet.name(), tenant);
		return this.server.provides(schema) ? job.with(this.server.ledgerOf(schema, job.ledger().key()))
				: renewed(job, tenant);
	}

	/** The same with the password of the tenant's role derived anew. */
	JobDefinition renewed(JobDefinition job, String tenant) {
		String schema = TenantSchema.of(this.fleet.name(), tenant);
		this.server.provide(schema);
		return job.with(this.server.ledgerOf(schema, job.ledger().key()));
	}

	Home homeOf(String tenant) {
		return this.home.tenant(TenantSchema.of(this.fleet.name(), tenant));
	}

	/**
	 * The fleet as the owner of a tenant's job. A simulated tenant is each entry's own,
	 * and under a mere domain nothing is ever written.
	 */
	JobOwner owner(JobDefinition job, String entry, Consumer<RunResult> ended) {
		boolean real = job.connection() instanceof Connection.Graph;
		return new JobOwner() {
			@Override
			public void claims(String tenant) {
				if (real && !tenant.contains(".")) {
					claim(tenant, entry);
				}
			}

			@Override
			public void ended(RunResult result) {
				ended.accept(result);
			}
		};
	}

	private void claim(String tenant, String entry) {
		try {
			this.server.claim(tenant, this.fleet.name(), entry, TenantSchema.of(this.fleet.name(), entry));
		}
		catch (TenantClaimedException ex) {
			throw new Refusal(ExitCode.USAGE, String.valueOf(ex.getMessage()));
		}
		catch (TenantBusyException ex) {
			throw new Refusal(ExitCode.BUSY, String.valueOf(ex.getMessage()));
		}
	}

	/** A held night whose plan was applied is held no more. */
	void released(JobDefinition job, String tenant, RunResult result, NightStore nights) {
		RunSection run = result.report().run();
		if (run.mode() == RunSection.Mode.APPLY) {
			nights.released(tenant, run.planId(), end(run.exitCode(), job, Optional.of(result), repeated(job)));
		}
	}

	/** A worker has another environment than an administrator's shell. */
	private String repeated(JobDefinition job) {
		return JobFile.option(job.file()) + " --home " + ShellWord.of(this.home.folder());
	}

	/** What a night says is for its own report. */
	private static Console silent() {
		PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
		return new Console(nowhere, nowhere);
	}

	private static NightEnd end(int exitCode, JobDefinition job, Optional<RunResult> result, String options) {
		Optional<RunReport> report = result.map(RunResult::report);
		Optional<String> trouble = result.flatMap(RunResult::failure).flatMap(FailureText::of);
		return new NightEnd(exitCode, report.map((it) -> it.run().id()),
				report.map((it) -> job.report().place(job.report().directory().resolve(it.run().id())).toString()),
				trouble
					.or(() -> report.filter((it) -> exitCode != ExitCode.DONE).map((it) -> reason(it, job, options))),
				report.map((it) -> Figures.of(it).write()));
	}

	/** What happened, and for a night that is held how to release it. */
	private static String reason(RunReport report, JobDefinition job, String options) {
		List<String> lines = ConsoleSummary.lines(report, job.report().directory(), job.report().language(), options,
				Optional.empty());
		return (report.run().exitCode() == ExitCode.HELD) ? lines.get(0) + " " + lines.get(lines.size() - 1)
				: lines.get(0);
	}

}
