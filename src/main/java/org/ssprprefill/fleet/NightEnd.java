package org.ssprprefill.fleet;

import java.util.Optional;

/**
 * How a run of a night ended.
 *
 * @param exitCode 0 to 8, as {@code run} would answer
 * @param run the run's id; nothing where it could not begin
 * @param report where its report is
 * @param reason what to say of it, in a sentence without people
 * @param figures counts of its report, as JSON
 */
public record NightEnd(int exitCode, Optional<String> run, Optional<String> report, Optional<String> reason,
		Optional<String> figures) {

	/**
	 * A run that could not begin.
	 * @param exitCode the exit code
	 * @param reason why, in a sentence
	 * @return the end
	 */
	public static NightEnd notBegun(int exitCode, String reason) {
		return new NightEnd(exitCode, Optional.empty(), Optional.empty(), Optional.of(reason), Optional.empty());
	}

}
