package org.ssprprefill.doctor;

import java.util.Set;

import org.ssprprefill.contact.MethodKind;

/**
 * What the job's cloud offers.
 *
 * @param word the cloud's word, for example {@code us-gov}
 * @param worldwide whether it is the public cloud, whose announced endings hold in it
 * @param methodsPolicy whether it has an authentication methods policy
 * @param methods the methods that can be registered
 */
public record CloudOffer(String word, boolean worldwide, boolean methodsPolicy, Set<MethodKind> methods) {
}
