package org.ssprprefill.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * The name of a tenant's schema, role and folder in the home: the same on every machine.
 */
public final class TenantSchema {

	private static final int READABLE = 36;

	private TenantSchema() {
	}

	/**
	 * Names a tenant's schema.
	 * @param fleet the fleet's name
	 * @param tenant the id of the tenant's entry
	 * @return lower-case letters, digits and underscores, at most 48
	 */
	public static String of(String fleet, String tenant) {
		String readable = tenant.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
		String hash = UUID.nameUUIDFromBytes((fleet + "\n" + tenant).getBytes(StandardCharsets.UTF_8))
			.toString()
			.substring(0, 8);
		return "t_" + readable.substring(0, Math.min(READABLE, readable.length())) + "_" + hash;
	}

}
