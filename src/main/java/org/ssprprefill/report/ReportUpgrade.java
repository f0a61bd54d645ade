package org.ssprprefill.report;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings what earlier versions of the program kept in the ledger into today's shape, so
 * that old runs stay in the history and their reports can be written again.
 */
final class ReportUpgrade {

	private ReportUpgrade() {
	}

	/** A report of version 1 knew no timeline, and one answer for both channels. */
	static void fromVersion1(ObjectNode report) {
		report.put("schemaVersion", 2);
		report.withObject("/feed").withObject("/phonesByCode");
		coverage(report.withObject("/coverage"));
	}

	/** The coverage section, wherever it is kept. */
	static void coverage(ObjectNode coverage) {
		coverage.withArray("/timeline");
		if (!coverage.has("phoneOnly")) {
			coverage.putObject("phoneOnly").put("reset", 0).put("mfa", 0);
		}
		ObjectNode later = coverage.withObject("/fromFebruary2027");
		JsonNode provider = later.path("ownTelecomProvider");
		if (provider.isBoolean()) {
			later.put("ownTelecomProvider", provider.asBoolean() ? "both" : "none");
		}
	}

}
