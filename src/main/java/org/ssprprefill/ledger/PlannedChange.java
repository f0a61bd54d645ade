package org.ssprprefill.ledger;

import java.util.Optional;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.tenant.MethodAnswer;

/**
 * A change to be entered into the ledger.
 *
 * @param user the person
 * @param kind the method
 * @param reason why; decides the action
 * @param value the value to register, or to take away
 * @param previous the value registered now, where the change replaces one or takes it
 * away
 * @param unread why the tenant would not say what is registered; such a change is entered
 * as rejected and never sent
 */
public record PlannedChange(ObjectId user, MethodKind kind, Reason reason, ContactValue value,
		Optional<ContactValue> previous, Optional<MethodAnswer.Unread> unread) {
}
