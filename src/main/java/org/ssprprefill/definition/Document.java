package org.ssprprefill.definition;

import java.nio.file.Path;

/**
 * What all sections of one job file share.
 *
 * @param folder the job file's folder, absolute
 * @param problems where problems go
 * @param substitution resolves references
 * @param offline whether tenant, ledger and notifications are not going to be used, so
 * that what they refer to may be absent
 */
record Document(Path folder, Problems problems, Substitution substitution, boolean offline) {

	/** Whether a reference under this key may lead to nothing. */
	boolean mayBeUnset(String key) {
		return this.offline && (key.startsWith("tenant.") || key.startsWith("ledger.") || key.startsWith("notify."));
	}

}
