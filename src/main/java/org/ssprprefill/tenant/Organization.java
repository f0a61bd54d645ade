package org.ssprprefill.tenant;

import java.util.Set;

/**
 * The tenant itself ({@code GET /organization}).
 *
 * @param id the tenant id
 * @param verifiedDomains lower-case domain names
 * @param synchronises whether the tenant synchronises users from an on-premises directory
 */
public record Organization(String id, Set<String> verifiedDomains, boolean synchronises) {
}
