package org.ssprprefill.report;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which run, and how it ended.
 *
 * @param id the run's id
 * @param job the job definition's name
 * @param mode what was asked for
 * @param tenantId the tenant's id, or what the job definition calls it
 * @param programVersion the version of this program
 * @param startedAt when it began
 * @param finishedAt when it ended; empty while it has not
 * @param outcome how it ended
 * @param exitCode the exit code of the command
 * @param concerns the run that an apply or undo belongs to
 */
public record RunSection(String id, String job, Mode mode, String tenantId, String programVersion, Instant startedAt,
		Optional<Instant> finishedAt, Outcome outcome, int exitCode, Optional<String> concerns) {

	/** What was asked for: the verbs that leave a report. */
	public enum Mode {

		/** The nightly job. */
		RUN,

		/** Up to the plan. */
		PLAN,

		/** A kept plan. */
		APPLY,

		/** Licences and coverage only. */
		VERIFY,

		/** The inverse of a run. */
		UNDO;

		static Mode of(String word) {
			return valueOf(word.toUpperCase(Locale.ROOT));
		}

		/**
		 * The stable word of every output.
		 * @return for example {@code verify}
		 */
		@JsonValue
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** How a run ended. */
	public enum Outcome {

		/** Nothing needs attention. */
		DONE,

		/** Finished, and something needs a person. */
		ATTENTION,

		/** Waits for a person, because a limit was exceeded. */
		HELD,

		/** A check that guards writing failed. */
		REFUSED,

		/** Broke off; the same command goes on where it was. */
		FAILED;

		/**
		 * The stable word of every output.
		 * @return for example {@code attention}
		 */
		@JsonValue
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * The run whose plan a person would release, repeat or take back.
	 * @return the run this one belongs to, else this one's own id
	 */
	public String planId() {
		return this.concerns.orElse(this.id);
	}

}
