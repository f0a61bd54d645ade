package org.ssprprefill.definition;

import java.nio.file.Path;
import java.util.List;

/**
 * What all sections of one job file share.
 *
 * @param folder the job file's folder, absolute
 * @param problems where problems go
 * @param substitution resolves references
 * @param offline whether tenant, ledger and notifications are not going to be used, so
 * that what they and the key of encrypted files refer to may be absent
 */
record Document(Path folder, Problems problems, Substitution substitution, boolean offline) {

	private static final List<String> OFFLINE = List.of("tenant.", "ledger.", "notify.", "feed.pgp-");

	/** Whether a reference under this key may lead to nothing. */
	boolean mayBeUnset(String key) {
		return this.offline && OFFLINE.stream().anyMatch(key::startsWith);
	}

}
