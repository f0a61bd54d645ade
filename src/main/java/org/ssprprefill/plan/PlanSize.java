package org.ssprprefill.plan;

import java.util.OptionalLong;

/**
 * The figures of a plan and of its feed that limits look at.
 *
 * @param changes how many additions and updates the plan has
 * @param matchedPeople how many people the rows were matched to
 * @param rows how many rows the feed has
 * @param rejectedRows how many of them were rejected
 * @param people how many different people the feed is about; nothing without a feed
 * @param lastAcceptedPeople the same of the last accepted feed, if there was one
 */
public record PlanSize(long changes, long matchedPeople, long rows, long rejectedRows, OptionalLong people,
		OptionalLong lastAcceptedPeople) {
}
