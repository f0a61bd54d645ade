package org.ssprprefill.simulator;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * What {@link Memory} keeps.
 *
 * @param description a hash of the tenant description it belongs to
 * @param since when the tenant's history began
 * @param changes what was changed since
 */
record StoredState(String description, Instant since, List<RegisteredMethods.Change> changes) {

	/** The methods as remembered, or as described if the description is another one. */
	static RegisteredMethods recall(TenantDescription description, Memory memory, Instant now) {
		return memory.recall()
			.map((state) -> Json.MAPPER.readValue(state, StoredState.class))
			.filter((state) -> state.description().equals(hash(description)))
			.map((state) -> new RegisteredMethods(description.users(), state.since(), state.changes()))
			.orElseGet(() -> new RegisteredMethods(description.users(), now, List.of()));
	}

	static byte[] of(String description, RegisteredMethods methods) {
		return Json.bytes(new StoredState(description, methods.since(), methods.later()));
	}

	static String hash(TenantDescription description) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Json.bytes(description)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
