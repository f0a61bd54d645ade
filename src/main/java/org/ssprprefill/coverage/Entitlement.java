package org.ssprprefill.coverage;

import java.util.Locale;

import org.ssprprefill.contact.Word;

/**
 * What a person's licences entitle to (Microsoft Learn, "Licensing requirements for
 * Microsoft Entra self-service password reset").
 */
public enum Entitlement implements Word {

	/** Reset, for synchronised accounts too: Entra ID P1 or P2. */
	WRITEBACK,

	/** Reset of cloud-only accounts: the Business Standard family. */
	CLOUD_RESET,

	/** No reset. */
	NONE,

	/** The tenant would not say what a product contains. */
	UNKNOWN;

	/**
	 * What it means, for people.
	 * @return part of a sentence
	 */
	public String meaning() {
		return switch (this) {
			case WRITEBACK -> "the licences allow resets, with writeback too";
			case CLOUD_RESET -> "the licences allow resets of cloud-only accounts";
			case NONE -> "no licence allows a reset";
			case UNKNOWN -> "it is not known what a licence contains";
		};
	}

	/**
	 * Whether this is enough for a kind of account.
	 * @param synchronised whether the account comes from an on-premises directory
	 * @return the ruling
	 */
	public Ruling suffices(boolean synchronised) {
		return switch (this) {
			case WRITEBACK -> Ruling.YES;
			case CLOUD_RESET -> Ruling.of(!synchronised);
			case NONE -> Ruling.NO;
			case UNKNOWN -> Ruling.UNKNOWN;
		};
	}

	/**
	 * The entitlement behind a stable word.
	 * @param word for example {@code cloud-reset}
	 * @return the entitlement
	 */
	public static Entitlement of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}
