package org.ssprprefill.cli;

import java.nio.file.Path;
import java.util.stream.Collectors;

import org.ssprprefill.definition.DefinitionProblem;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.JobDefinitions;
import org.ssprprefill.definition.Loaded;

/** Loads job definitions, or refuses with everything that is wrong. */
final class Definitions {

	private Definitions() {
	}

	static JobDefinition load(Path file) {
		return valid(file, JobDefinitions.load(file, Environment::variable));
	}

	/** For verbs that ask the ledger only: the tenant's secrets may be unset. */
	static JobDefinition loadForLedger(Path file) {
		return valid(file, JobDefinitions.loadForLedger(file, Environment::variable));
	}

	/** For verbs that ask neither tenant nor ledger: their secrets may be unset. */
	static JobDefinition loadOffline(Path file) {
		return valid(file, JobDefinitions.loadOffline(file, Environment::variable));
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

}
