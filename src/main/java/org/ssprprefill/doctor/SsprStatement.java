package org.ssprprefill.doctor;

import java.util.Optional;

import org.ssprprefill.timeline.OwnTelecomProvider;

/**
 * What a job definition says about SSPR because Graph does not tell.
 *
 * @param methodsRequired how many methods a reset needs, 1 or 2
 * @param passwordWriteback whether resets reach the on-premises directory; nothing for
 * unknown
 * @param ownTelecomProvider the channels for which the tenant brings its own provider
 */
public record SsprStatement(int methodsRequired, Optional<Boolean> passwordWriteback,
		OwnTelecomProvider ownTelecomProvider) {
}
