package org.ssprprefill.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ssprprefill.definition.DefinitionProblem;
import org.ssprprefill.definition.FleetDefinition;
import org.ssprprefill.definition.FleetDefinitions;
import org.ssprprefill.definition.FleetLoaded;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.JobDefinitions;
import org.ssprprefill.definition.Loaded;
import org.ssprprefill.definition.Purpose;
import org.ssprprefill.definition.TenantReference;

/**
 * Loads job definitions, their own or a fleet's for one of its tenants, or refuses with
 * everything that is wrong.
 */
final class Definitions {

	private Definitions() {
	}

	static JobDefinition load(Path named) {
		return read(named, Purpose.EVERYTHING).job();
	}

	/** For verbs that ask neither tenant nor ledger: their secrets may be unset. */
	static JobDefinition loadOffline(Path named) {
		return read(named, Purpose.FEED).job();
	}

	/** The job, and the fleet that it belongs to. */
	static Named read(Path named, Purpose purpose) {
		Optional<TenantReference> tenant = TenantReference.of(named);
		if (tenant.isEmpty()) {
			return new Named(valid(named, JobDefinitions.load(named, Environment::variable, purpose)),
					Optional.empty());
		}
		FleetLoaded fleet = FleetDefinitions.load(tenant.get().fleet(), Environment::variable, purpose);
		return new Named(valid(named, fleet.tenant(tenant.get().tenant())), fleet.fleet());
	}

	private static JobDefinition valid(Path file, Loaded loaded) {
		if (loaded instanceof Loaded.Valid valid) {
			return valid.definition();
		}
		Loaded.Invalid invalid = (Loaded.Invalid) loaded;
		throw new Refusal(ExitCode.USAGE,
				invalid.problems()
					.stream()
					.map(DefinitionProblem::sentence)
					.collect(Collectors.joining("\n", "",
							"\n" + counted(invalid.problems().size()) + " in " + file + ". Nothing was touched.")));
	}

	private static String counted(int problems) {
		return problems + ((problems == 1) ? " problem" : " problems");
	}

	/**
	 * A job as it was named.
	 *
	 * @param job the job
	 * @param fleet the fleet; nothing for a job definition of its own
	 */
	record Named(JobDefinition job, Optional<FleetDefinition> fleet) {
	}

}
