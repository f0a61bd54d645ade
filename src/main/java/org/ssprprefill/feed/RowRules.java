package org.ssprprefill.feed;

import java.util.List;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;

/**
 * What a row must satisfy beyond its syntax.
 *
 * @param matchBy the matching attributes, of which a row must carry at least one
 * @param methods the methods that are not off; the others' columns are not judged
 * @param ownDomains the tenant's verified domains in lower case; empty where the tenant
 * is not asked
 */
public record RowRules(List<MatchingAttribute> matchBy, Set<MethodKind> methods, Set<String> ownDomains) {
}
