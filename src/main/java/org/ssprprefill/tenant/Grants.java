package org.ssprprefill.tenant;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What the access token says about itself. Graph tokens are officially opaque, so all of
 * it is optional.
 *
 * @param known whether the token could be read; if not, nothing is known about the
 * permissions
 * @param permissions the {@code roles} (or delegated {@code scp}) of the token
 * @param tenantId the {@code tid} of the token
 * @param expiresAt the {@code exp} of the token
 */
public record Grants(boolean known, Set<String> permissions, Optional<String> tenantId, Optional<Instant> expiresAt) {

	/**
	 * A token that says nothing about itself.
	 * @return unknown grants
	 */
	public static Grants opaque() {
		return new Grants(false, Set.of(), Optional.empty(), Optional.empty());
	}

}
