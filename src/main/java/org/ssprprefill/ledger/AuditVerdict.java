package org.ssprprefill.ledger;

import java.util.List;

/**
 * What an inspection of the audit trail has found.
 *
 * @param entries how many entries were looked at
 * @param findings what was altered, a sentence each, without personal data; empty where
 * all is well
 */
public record AuditVerdict(long entries, List<String> findings) {
}
