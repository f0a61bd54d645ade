package org.ssprprefill.plan;

import java.util.OptionalLong;

/**
 * The figures of a plan and of its feed that limits look at.
 *
 * @param changes how many additions and updates the plan has
 * @param matchedPeople how many people the rows were matched to
 * @param rows how many rows the feed has
 * @param rejectedRows how many of them were rejected
 * @param lastAcceptedRows how many rows the last accepted feed had, if there was one
 * @param newFeed whether the run has a new feed at all
 */
public record PlanSize(long changes, long matchedPeople, long rows, long rejectedRows, OptionalLong lastAcceptedRows,
		boolean newFeed) {
}
