package org.ssprprefill.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.plan.Action;
import org.ssprprefill.plan.Reason;

/**
 * A change in the ledger.
 *
 * @param id its number, in the order of planning
 * @param user the person
 * @param kind the method
 * @param reason why; decides the action
 * @param state what became of it so far
 * @param value the value to register, or to take away
 * @param previous the value that was registered, where the change replaces one or takes
 * it away
 * @param attempts how often it was sent
 * @param refused whether Graph answered with a refusal, whatever was found afterwards
 */
public record ChangeEntry(long id, ObjectId user, MethodKind kind, Reason reason, ChangeState state, ContactValue value,
		Optional<ContactValue> previous, int attempts, boolean refused) {

	static ChangeEntry of(ResultSet row, ChangeSeals seals) throws SQLException {
		MethodKind kind = MethodKind.of(row.getString("kind"));
		return new ChangeEntry(row.getLong("id"), new ObjectId(row.getString("object_id")), kind,
				Reason.valueOf(row.getString("reason")), ChangeState.valueOf(row.getString("state")), seals.value(row),
				seals.previous(row), row.getInt("attempts"), row.getInt("status") / 100 == 4);
	}

	/**
	 * What the change does.
	 * @return add, update or remove
	 */
	public Action action() {
		return this.reason.action();
	}

}
