package org.ssprprefill.coverage;

import java.util.List;
import java.util.Optional;

/**
 * Whether one person can reset the password, and what it rests on.
 *
 * @param canReset the answer for today
 * @param gap the first condition known to fail, or {@code not-measurable}; nothing when
 * the answer is yes
 * @param canReset2027 the answer from 2027-02-01, when Microsoft-delivered SMS and voice
 * end
 * @param conditions today's conditions, in the order of {@link Gap}
 */
public record Verdict(Ruling canReset, Optional<Gap> gap, Ruling canReset2027, List<Condition> conditions) {
}
