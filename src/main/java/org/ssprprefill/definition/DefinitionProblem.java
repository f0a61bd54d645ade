package org.ssprprefill.definition;

import java.nio.file.Path;

/**
 * One thing wrong with a job definition. Never holds a secret: what stands under a secret
 * key is masked, and substituted text is shown as it stands in the file.
 *
 * @param key the full key, for example {@code limits.changes}; empty for the whole file
 * @param value what stands there, or empty where nothing does
 * @param problem what is wrong with it, continuing a sentence that the value begins
 * @param remedy what to do, a whole sentence
 * @param line the line in the file, from 1; 0 for the whole file
 * @param file the job definition
 */
public record DefinitionProblem(String key, String value, String problem, String remedy, int line, Path file) {

	/**
	 * The problem in one line for an administrator.
	 * @return for example
	 * {@code jobs/nightly.yaml:12: limits.changes: 'many' is not a whole number. Give a count such as 500.}
	 */
	public String sentence() {
		String place = (this.line > 0) ? this.file + ":" + this.line : this.file.toString();
		String subject = this.key.isEmpty() ? "" : this.key + ": ";
		String quoted = this.value.isEmpty() ? "" : "'" + this.value + "' ";
		return place + ": " + subject + quoted + this.problem + ". " + this.remedy;
	}

	@Override
	public String toString() {
		return sentence();
	}

}
