package org.ssprprefill.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A change that has taken a step, as the audit trail notes it.
 *
 * @param tenant the tenant's key
 * @param note the note
 */
record ChangeTransition(String tenant, AuditNote note) {

	/** What to select from, or to return of, the table {@code change c}. */
	static final String COLUMNS = "c.tenant, c.run, lower(c.state) event, c.object_id, c.kind, c.id, " + detail("c")
			+ " detail";

	/**
	 * What identifies a change in its present state: reason, fingerprint and hash of the
	 * sealed values, the request and its answer.
	 */
	static String detail(String change) {
		return """
				concat_ws(' ', %1$s.reason, %1$s.fingerprint,
				encode(sha256(%1$s.value || coalesce(%1$s.previous, '')), 'hex'), coalesce(%1$s.client_request_id, '-'),
				%1$s.attempts, coalesce(%1$s.status::text, '-'), coalesce(nullif(%1$s.code, ''), '-'))"""
			.formatted(change);
	}

	static ChangeTransition of(ResultSet row, int number) throws SQLException {
		return new ChangeTransition(row.getString("tenant"), new AuditNote(row.getString("run"), row.getString("event"),
				row.getString("object_id"), row.getString("kind"), row.getLong("id"), row.getString("detail")));
	}

	/** The same change, with another word for what happened to it. */
	ChangeTransition as(String event) {
		return new ChangeTransition(this.tenant, new AuditNote(this.note.run(), event, this.note.objectId(),
				this.note.kind(), this.note.change(), this.note.detail()));
	}

	/** The change's number. */
	long id() {
		return this.note.change();
	}

}
