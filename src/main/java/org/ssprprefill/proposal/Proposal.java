package org.ssprprefill.proposal;

import java.util.List;

import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.RowDecision;

/**
 * What is proposed for one person.
 *
 * @param rows what was decided about each of the person's rows
 * @param changes the changes to make
 */
public record Proposal(List<RowDecision> rows, List<PlannedChange> changes) {
}
