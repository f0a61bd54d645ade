package org.ssprprefill.coverage;

import java.util.Optional;
import java.util.OptionalInt;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.timeline.OwnTelecomProvider;

/**
 * What Graph cannot tell about SSPR; the {@code sspr} and {@code coverage} sections of a
 * job definition.
 *
 * @param methodsRequired how many methods a reset needs, 1 or 2
 * @param passwordWriteback whether resets reach the on-premises directory
 * @param ownTelecomProvider the channels for which the tenant brings its own provider
 * @param ownTelecomGroup the only people who have that provider; nothing where all have
 * it
 * @param office365Entitles whether Office 365 plans without Entra ID P1 or P2 entitle
 * cloud-only people; Microsoft's pages disagree
 * @param target the percentage of people who should be able to reset
 */
public record SsprSettings(int methodsRequired, Writeback passwordWriteback, OwnTelecomProvider ownTelecomProvider,
		Optional<ObjectId> ownTelecomGroup, Ruling office365Entitles, OptionalInt target) {

	/** Whether password writeback is configured. */
	public enum Writeback {

		/** It is. */
		ON,

		/** It is not. */
		OFF,

		/** Not stated. */
		UNKNOWN

	}

}
