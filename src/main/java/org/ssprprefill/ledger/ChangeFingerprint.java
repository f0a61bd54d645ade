package org.ssprprefill.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.plan.Reason;

/**
 * What identifies a change in a plan.
 *
 * @param user the person
 * @param kind the method
 * @param reason the reason
 * @param value the keyed fingerprint of the value
 */
public record ChangeFingerprint(ObjectId user, MethodKind kind, Reason reason, String value) {

	static ChangeFingerprint of(ResultSet row) throws SQLException {
		return new ChangeFingerprint(new ObjectId(row.getString("object_id")), MethodKind.of(row.getString("kind")),
				Reason.valueOf(row.getString("reason")), row.getString("fingerprint"));
	}

}
