package org.ssprprefill.report;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Who of the population is licensed for a reset. Entitled and not entitled together are
 * the population.
 *
 * @param measurable whether the licences could be read
 * @param entitled people with a licence for their kind of account
 * @param notEntitled people without
 * @param seatsShort how many seats are missing to license the population
 * @param skus the products bought
 */
public record LicenceSection(boolean measurable, int entitled, int notEntitled, int seatsShort, List<SkuLine> skus) {

	/** Nothing was measured. */
	public static final LicenceSection NONE = new LicenceSection(false, 0, 0, 0, List.of());

	/** Keeps a copy of the list. */
	public LicenceSection {
		skus = List.copyOf(skus);
	}

	/**
	 * One product bought.
	 *
	 * @param skuId Graph's id
	 * @param partNumber Graph's short name, for example {@code AAD_PREMIUM}
	 * @param name the product's name for people
	 * @param seats how many may be assigned
	 * @param consumed how many are
	 * @param entitles what it allows
	 */
	public record SkuLine(String skuId, String partNumber, String name, int seats, int consumed, Entitles entitles) {
	}

	/** What a product allows. */
	public enum Entitles {

		/** Resets that reach the on-premises directory, and all others. */
		WRITEBACK,

		/** Resets of cloud-only accounts. */
		CLOUD_RESET,

		/** No reset. */
		NONE;

		/**
		 * The stable word of every output.
		 * @return for example {@code cloud-reset}
		 */
		@JsonValue
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
