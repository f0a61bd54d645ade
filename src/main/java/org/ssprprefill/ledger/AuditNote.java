package org.ssprprefill.ledger;

/**
 * Something that is to be entered into the audit trail. Text that has nothing to say is
 * empty.
 *
 * @param run the run
 * @param event what happened
 * @param objectId the person concerned
 * @param kind the method concerned
 * @param change the change's number, or 0
 * @param detail what the event was like; no contact value
 */
record AuditNote(String run, String event, String objectId, String kind, long change, String detail) {

	/** A note about a run as a whole. */
	static AuditNote of(String run, String event, String detail) {
		return new AuditNote(run, event, "", "", 0, detail);
	}

}
