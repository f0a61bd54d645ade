package org.ssprprefill.cli;

import java.util.regex.Pattern;

/**
 * What a run says without what differs from run to run: ids, times, durations, paths, how
 * often the tenant was asked, and which of two steps that go on side by side ended first.
 * Of the page's styles and scripts only that they are there.
 */
final class GoldenText {

	private static final String MOMENT = "\\d{1,2}\\.? \\p{L}{3,9}\\.? \\d{4}, \\d{2}:\\d{2}";

	private static final Pattern MEASURED = Pattern
		.compile("(\"(?:roundTrips|requests|retried|seconds|waitedSeconds|throttled)\" : )[\\d.E-]+");

	/** Two steps go on side by side; either may begin first. */
	private static final Pattern STEPS_OF_JSON = Pattern
		.compile("(\"name\" : \"snapshotTenantStep\"[^}]*)(\\}, \\{\\s*)(\"name\" : \"stageRowsStep\"[^}]*)");

	private static final Pattern STEPS_OF_PAGE = Pattern
		.compile("(?s)(<tr>\n<th scope=\"row\">snapshot tenant<(?:(?!</tr>).)*</tr>)(.*?)"
				+ "(<tr>\n<th scope=\"row\">stage rows<(?:(?!</tr>).)*</tr>)");

	private final String run;

	private final Rehearsal rehearsal;

	GoldenText(Outcome night, Rehearsal rehearsal) {
		this.run = night.report().run().id();
		this.rehearsal = rehearsal;
	}

	String json(String json) {
		return STEPS_OF_JSON.matcher(MEASURED.matcher(text(json)).replaceAll("$10")).replaceAll("$3$2$1");
	}

	String text(String text) {
		return text.replace("\r", "")
			.replace(this.run, "RUN")
			.replace(this.rehearsal.id(), "TENANT")
			.replace(this.rehearsal.folder().toString(), "FOLDER")
			.replaceAll("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z", "TIME")
			.replaceAll(MOMENT, "MOMENT")
			.replaceAll("\\b[0-9a-f]{64}\\b", "HASH")
			.replaceAll("(?m) +\\d+[.,]\\d s$", " 0.0 s")
			.replaceAll("(?m)^(snapshot tenant.*\n)(stage rows.*\n)", "$2$1");
	}

	/** A tag a line, so that a difference is seen where it is. */
	String page(String page) {
		String lines = text(page).replaceAll("sha256-[^&]+", "sha256-…")
			.replaceAll("(?s)(<style[^>]*>).*?(</style>)", "$1…$2")
			.replaceAll("(?s)(<script>).*?(</script>)", "$1…$2")
			.replaceAll(">[\\d.,]+ s<", ">0 s<")
			.replaceAll("(<title>golden, )[^:]+", "$1DAY")
			.replaceAll("\\s+", " ")
			.replaceAll(" ?<([a-z])", "\n<$1")
			.strip();
		return STEPS_OF_PAGE.matcher(lines).replaceAll("$3$2$1") + "\n";
	}

}
