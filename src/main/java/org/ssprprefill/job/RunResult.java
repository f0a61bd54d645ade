package org.ssprprefill.job;

import java.util.Optional;

import org.ssprprefill.report.RunReport;

/**
 * How a run went.
 *
 * @param report the run's report
 * @param failure what stopped it, if it did not get to its end
 */
public record RunResult(RunReport report, Optional<Throwable> failure) {
}
