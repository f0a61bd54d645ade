package org.ssprprefill.definition;

import java.nio.file.Path;

/**
 * What all sections of one job file share.
 *
 * @param folder the job file's folder, absolute
 * @param problems where problems go
 * @param substitution resolves references
 * @param purpose what the job is going to be used for
 */
record Document(Path folder, Problems problems, Substitution substitution, Purpose purpose) {

	/** Whether a reference under this key may lead to nothing. */
	boolean mayBeUnset(String key) {
		return this.purpose.spares(key);
	}

	/** Whether the tenant is going to be asked, so that its files must be there. */
	boolean asksTenant() {
		return this.purpose == Purpose.EVERYTHING;
	}

}
