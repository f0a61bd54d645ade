package org.ssprprefill.coverage;

import java.util.OptionalInt;

/**
 * What Graph cannot tell about SSPR; the {@code sspr} and {@code coverage} sections of a
 * job definition.
 *
 * @param methodsRequired how many methods a reset needs, 1 or 2
 * @param passwordWriteback whether resets reach the on-premises directory
 * @param ownTelecomProvider whether the tenant brings its own provider for SMS and voice
 * after 2027-02-01
 * @param target the percentage of people who should be able to reset
 */
public record SsprSettings(int methodsRequired, Writeback passwordWriteback, boolean ownTelecomProvider,
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
