package org.ssprprefill.doctor;

import org.ssprprefill.ledger.AuditVerdict;

/** The check of the ledger's audit trail. */
public final class AuditChecks {

	private AuditChecks() {
	}

	/**
	 * Whether the ledger is as this program wrote it.
	 * @param verdict what an inspection of the trail has found
	 * @return the check; anything altered fails
	 */
	public static Check of(AuditVerdict verdict) {
		if (verdict.findings().isEmpty()) {
			return Checks.pass(Subject.LEDGER_AUDIT,
					"All " + verdict.entries() + " entries follow one another as they were written.");
		}
		return Checks.fail(Subject.LEDGER_AUDIT, String.join(" ", verdict.findings()),
				"Somebody or something altered the ledger outside this program. Compare it with a backup, and find out "
						+ "who had access to the database.");
	}

}
