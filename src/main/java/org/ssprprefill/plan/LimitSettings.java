package org.ssprprefill.plan;

/**
 * Above these a plan is held; the {@code limits} section of a job definition.
 *
 * @param changes the number of changes
 * @param changesPercent changes in percent of the matched people; may exceed 100
 * @param rejectedPercent rejected rows in percent of the rows
 * @param feedShrinkPercent how much smaller than the last accepted feed, in percent
 * @param sameNumber how many people may share one number
 * @param sameEmail how many people may share one address
 */
public record LimitSettings(int changes, int changesPercent, int rejectedPercent, int feedShrinkPercent, int sameNumber,
		int sameEmail) {
}
