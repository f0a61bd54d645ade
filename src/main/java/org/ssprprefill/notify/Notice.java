package org.ssprprefill.notify;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is told of a run. None of it holds a phone number, a private address or a secret.
 *
 * @param job the job's name
 * @param run the run's id; nothing if the run could not begin
 * @param outcome the stable word, for example {@code attention}
 * @param exitCode the exit code
 * @param lines what happened, the most important line first; at least one
 * @param report the run's {@code report.html}; nothing if the run has none
 * @param at when it is told
 */
public record Notice(String job, Optional<String> run, String outcome, int exitCode, List<String> lines,
		Optional<Path> report, Instant at) {

	/** Keeps its own copy of the lines. */
	public Notice {
		lines = List.copyOf(lines);
		if (lines.isEmpty()) {
			throw new IllegalArgumentException("A notice says something");
		}
	}

	String headline() {
		return this.lines.get(0);
	}

	/** Which run this is, for whoever looks for it later. */
	String reference() {
		return "sspr-prefill · " + this.job + this.run.map(" · "::concat).orElse("") + " · exit code " + this.exitCode;
	}

}
