package org.ssprprefill.ledger;

import org.ssprprefill.contact.MethodKind;

/**
 * How many changes of a run are alike.
 *
 * @param kind the method
 * @param action the action's word
 * @param state the state
 * @param status the HTTP status that decided it, 0 for none
 * @param code Graph's error code, or empty
 * @param amount how many
 */
public record ChangeCount(MethodKind kind, String action, ChangeState state, int status, String code, int amount) {
}
