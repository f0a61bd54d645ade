package org.ssprprefill.notify;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Notices to tell. */
final class Notices {

	static final Instant AT = Instant.parse("2026-11-25T02:17:00Z");

	private Notices() {
	}

	static Notice attention() {
		return with(Optional.empty());
	}

	static Notice with(Optional<Path> report) {
		return new Notice(
				"nightly", Optional.of("20261125-021500-7f3a"), "attention", 4, List.of("Done, but 1 row was rejected.",
						"Needs a person:", "  HR: “Müller & <Söhne>” – 1 row.", "Report: /srv/reports/report.html"),
				report, AT, Locale.UK);
	}

	static Notice done() {
		return new Notice("nightly", Optional.of("20261125-021500-7f3a"), "done", 0, List.of("All is well."),
				Optional.empty(), AT, Locale.UK);
	}

}
