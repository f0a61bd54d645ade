package org.ssprprefill.doctor;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.match.ScopeSettings;

/**
 * What a job definition says of the tenant, as far as checks compare it with what they
 * find.
 *
 * @param tenant tenant id or verified domain; nothing for a simulated tenant
 * @param cloud the cloud
 * @param credential the credential
 * @param methods the methods the job does not leave alone
 * @param scope who may be touched
 * @param knownExclusions the entries of {@code scope.exclude} that have fitted an account
 * before, in lower case
 * @param sspr what Graph does not tell
 * @param adminConsent where an administrator consents to an app that several tenants
 * share; nothing for the tenant's own
 */
public record Expectations(Optional<String> tenant, CloudOffer cloud, CredentialLife credential,
		Set<MethodKind> methods, ScopeSettings scope, Set<String> knownExclusions, SsprStatement sspr,
		Optional<URI> adminConsent) {

	/** The methods that can be written in this cloud. */
	Set<MethodKind> writable() {
		Set<MethodKind> writable = new HashSet<>(this.methods);
		writable.retainAll(this.cloud.methods());
		return writable;
	}

}
