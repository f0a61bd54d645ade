package org.ssprprefill.plan;

/**
 * One limit and how near the plan came to it.
 *
 * @param name the key of the job definition, for example {@code changes-percent}
 * @param value the plan's figure, with at most two decimals
 * @param allowed the largest figure that is not held
 * @param exceeded whether the plan is held for it
 */
public record LimitResult(String name, double value, double allowed, boolean exceeded) {
}
