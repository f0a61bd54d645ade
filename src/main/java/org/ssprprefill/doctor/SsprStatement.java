package org.ssprprefill.doctor;

import java.util.Optional;

/**
 * What a job definition says about SSPR because Graph does not tell.
 *
 * @param methodsRequired how many methods a reset needs, 1 or 2
 * @param passwordWriteback whether resets reach the on-premises directory; nothing for
 * unknown
 * @param ownTelecomProvider whether the tenant brings its own provider for SMS and voice
 */
public record SsprStatement(int methodsRequired, Optional<Boolean> passwordWriteback, boolean ownTelecomProvider) {
}
