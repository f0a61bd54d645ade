package org.ssprprefill.doctor;

import org.ssprprefill.ledger.AuditVerdict;
import org.ssprprefill.message.Message;

/** The check of the ledger's audit trail. */
public final class AuditChecks {

	private AuditChecks() {
	}

	/**
	 * Whether the ledger is as this program wrote it.
	 * @param verdict what an inspection of the trail has found
	 * @return the check; anything altered forbids writing
	 */
	public static Check of(AuditVerdict verdict) {
		if (verdict.findings().isEmpty()) {
			return Checks.pass(Subject.LEDGER_AUDIT, Message.of("check.audit.whole", verdict.entries()));
		}
		return altered(String.join(" ", verdict.findings()));
	}

	/**
	 * The ledger is not as this program wrote it, so that nothing may be written on its
	 * word.
	 * @param found what was altered
	 * @return a failed check that guards writing
	 */
	public static Check altered(String found) {
		return Checks.guard(Subject.LEDGER_AUDIT, Message.verbatim(found), Message.of("check.audit.altered.next"));
	}

}
