package org.ssprprefill.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pages as the program writes them, of nights that happen. */
public final class Pages {

	/** Build output, for tests in a browser and for people to look at. */
	private static final Path FOLDER = Path.of("target", "report-pages");

	private Pages() {
	}

	/**
	 * A page whose table of people has so many rows.
	 * @param reader who reads it: tests run side by side, and each writes pages of its
	 * own
	 * @param language what it is written in
	 * @param people how many
	 * @return the file
	 * @throws IOException if it cannot be written
	 */
	public static Path of(Class<?> reader, Language language, int people) throws IOException {
		ReportFolder folder = ReportFolder.in(Files.createDirectories(FOLDER.resolve(reader.getSimpleName())),
				people + "-" + language.word());
		try (HtmlReportWriter pen = new HtmlReportWriter(folder, language)) {
			pen.begin(Crowd.report(people));
			Crowd.lines(people, language).forEach(pen::write);
			pen.complete();
		}
		return folder.path().resolve(ReportFolder.REPORT_HTML).toAbsolutePath();
	}

	static String of(Language language, RunReport report, Iterable<PersonLine> people) {
		StringBuilder html = new StringBuilder();
		HtmlReport page = new HtmlReport(html::append, Texts.in(language));
		page.begin(report);
		people.forEach(page::person);
		page.end();
		return html.toString();
	}

	/** Keeps a page under a name. */
	static Path keep(String name, String html) throws IOException {
		return Files.writeString(Files.createDirectories(FOLDER).resolve(name + ".html"), html).toAbsolutePath();
	}

}
