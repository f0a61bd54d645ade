package org.ssprprefill.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * One entry of the audit trail. Text that has nothing to say is empty.
 *
 * @param number its place in the tenant's trail, from 1, without gaps
 * @param at when it was entered
 * @param run the run
 * @param event what happened: {@code begun}, {@code sealed}, {@code released},
 * {@code ended}, {@code purged}, {@code removed}, or the state a change has reached, or
 * {@code withdrawn}
 * @param objectId the person concerned
 * @param kind the method concerned
 * @param change the change's number, or 0
 * @param detail what the event was like; no contact value
 */
public record AuditEntry(long number, Instant at, String run, String event, String objectId, String kind, long change,
		String detail) {

	static AuditEntry of(long number, Instant at, AuditNote note) {
		return new AuditEntry(number, at, note.run(), note.event(), note.objectId(), note.kind(), note.change(),
				note.detail());
	}

	static AuditEntry of(ResultSet row) throws SQLException {
		return new AuditEntry(row.getLong("number"), row.getTimestamp("at").toInstant(), row.getString("run"),
				row.getString("event"), row.getString("object_id"), row.getString("kind"), row.getLong("change"),
				row.getString("detail"));
	}

	/** What was noted, without place and time. */
	AuditNote note() {
		return new AuditNote(this.run, this.event, this.objectId, this.kind, this.change, this.detail);
	}

	/** The one text that the entry's hash is made of. */
	String canonical() {
		return String.join("\t", String.valueOf(this.number), this.at.toString(), this.run, this.event, this.objectId,
				this.kind, String.valueOf(this.change), this.detail);
	}

}
