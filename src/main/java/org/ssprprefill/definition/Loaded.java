package org.ssprprefill.definition;

import java.util.List;

/** What became of reading a job definition. */
public sealed interface Loaded {

	/**
	 * Everything in the file is in order.
	 *
	 * @param definition the job
	 */
	record Valid(JobDefinition definition) implements Loaded {
	}

	/**
	 * The job must not run.
	 *
	 * @param problems everything wrong with the file, by line; never empty
	 */
	record Invalid(List<DefinitionProblem> problems) implements Loaded {

		/** Keeps its own copy of the problems. */
		public Invalid {
			problems = List.copyOf(problems);
		}

	}

}
