package org.ssprprefill.notify;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

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
 * @param locale the language it is told in: English, Dutch or German
 */
public record Notice(String job, Optional<String> run, String outcome, int exitCode, List<String> lines,
		Optional<Path> report, Instant at, Locale locale) {

	/** Keeps its own copy of the lines. */
	public Notice {
		lines = List.copyOf(lines);
		if (lines.isEmpty()) {
			throw new IllegalArgumentException("A notice says something");
		}
	}

	/**
	 * What is told of a run that could not begin.
	 * @param job the job's name
	 * @param outcome the stable word
	 * @param exitCode the exit code
	 * @param why what stood in the way, in a sentence; nothing where only a log says it
	 * @param at when it is told
	 * @param locale the language it is told in
	 * @return the notice
	 */
	public static Notice notBegun(String job, String outcome, int exitCode, Optional<String> why, Instant at,
			Locale locale) {
		ResourceBundle words = words(locale);
		return new Notice(job, Optional.empty(), outcome, exitCode,
				List.of(words.getString("not-begun"), why.orElseGet(() -> words.getString("unexpected"))),
				Optional.empty(), at, locale);
	}

	/** The machine's own language has no say, only the one asked for. */
	private static ResourceBundle words(Locale locale) {
		return ResourceBundle.getBundle("notify.notice", locale,
				Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
	}

	String headline() {
		return this.lines.get(0);
	}

	/** Which run this is, to find it later. */
	String reference() {
		return "sspr-prefill · " + this.job + this.run.map(" · "::concat).orElse("") + " · "
				+ words(this.locale).getString("exit-code") + " " + this.exitCode;
	}

}
