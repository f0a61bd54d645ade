package org.ssprprefill.coverage;

import java.util.OptionalInt;

import org.ssprprefill.timeline.OwnTelecomProvider;

/**
 * What Graph cannot tell about SSPR; the {@code sspr} and {@code coverage} sections of a
 * job definition.
 *
 * @param methodsRequired how many methods a reset needs, 1 or 2
 * @param passwordWriteback whether resets reach the on-premises directory
 * @param ownTelecomProvider the channels for which the tenant brings its own provider
 * @param target the percentage of people who should be able to reset
 */
public record SsprSettings(int methodsRequired, Writeback passwordWriteback, OwnTelecomProvider ownTelecomProvider,
		OptionalInt target) {

	/** Whether password writeback is configured. */
	public enum Writeback {

		/** It is. */
		ON,

		/** It is not. */
		OFF,

		/** Nobody said. */
		UNKNOWN

	}

}
