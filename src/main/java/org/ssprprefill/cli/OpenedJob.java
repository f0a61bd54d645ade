package org.ssprprefill.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

import org.ssprprefill.database.Home;
import org.ssprprefill.definition.FleetDefinition;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.Purpose;
import org.ssprprefill.definition.TenantReference;
import org.ssprprefill.ledger.Ledger;

/**
 * The job that a verb works on: a definition's own, or that of one tenant of a fleet
 * ({@code FLEET#TENANT}), with the ledger and the home folder of the tenant.
 *
 * @param definition the job, which knows its ledger
 * @param home opens its home folder
 * @param options the options of the verb
 * @param owner whose job it is
 */
record OpenedJob(JobDefinition definition, Supplier<Home> home, Options options, JobOwner owner) {

	/**
	 * Works on a job.
	 * @param named its file, or {@code FLEET#TENANT}
	 * @param purpose what it is needed for
	 * @param options the options of the verb
	 * @param work the work; what it opens, it closes
	 * @return the exit code of the work
	 */
	static int with(Path named, Purpose purpose, Options options, ToIntFunction<OpenedJob> work) {
		Definitions.Named job = Definitions.read(named, purpose);
		return job.fleet()
			.map((fleet) -> ofTenant(job.job(), fleet, options, work))
			.orElseGet(() -> work.applyAsInt(new OpenedJob(job.job(), options::openHome, options, JobOwner.ITSELF)));
	}

	private static int ofTenant(JobDefinition job, FleetDefinition fleet, Options options,
			ToIntFunction<OpenedJob> work) {
		String tenant = TenantReference.of(job.file()).map(TenantReference::tenant).orElseThrow();
		options.repeat(JobFile.option(job.file()));
		return FleetFile.open(fleet, options.openHome(), true, (opened) -> {
			FleetNight night = opened.night();
			JobDefinition own = night.provided(job, tenant);
			return work.applyAsInt(new OpenedJob(own, () -> night.homeOf(tenant), options,
					night.owner(own, tenant, (result) -> night.released(own, tenant, result, opened.nights()))));
		});
	}

	RunSession session() {
		return new RunSession(NightPlace.of(this), this.definition);
	}

	/** For verbs that only look into the ledger. */
	int look(ToIntFunction<Ledger> work) {
		return LedgerSession.look(this.definition, this.home.get(), work);
	}

}
