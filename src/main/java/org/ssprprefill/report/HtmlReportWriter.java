package org.ssprprefill.report;

/**
 * Streams {@code report.html}: one file that needs nothing else and loads nothing. As
 * with {@link PeopleWriter}, the file appears with {@link #complete()}; closing the pen
 * without it leaves no file behind and the old one in place.
 */
public final class HtmlReportWriter implements AutoCloseable {

	private final OwnerOnlyFile file;

	private final HtmlReport page;

	/**
	 * Begins a file.
	 * @param folder the run's folder
	 * @param language what it is written in
	 */
	public HtmlReportWriter(ReportFolder folder, Language language) {
		this.file = folder.open(ReportFolder.REPORT_HTML);
		this.page = new HtmlReport(this.file::append, Texts.in(language));
	}

	/**
	 * Writes everything but the people, once and first.
	 * @param report the run's report
	 */
	public void begin(RunReport report) {
		this.page.begin(report);
	}

	/**
	 * Offers a line of {@code people.csv}, in that file's order; a line that needs no
	 * attention is left out.
	 * @param person the row or person
	 */
	public void write(PersonLine person) {
		this.page.person(person);
	}

	/** Puts the file in its place. */
	public void complete() {
		this.page.end();
		this.file.complete();
	}

	@Override
	public void close() {
		this.file.close();
	}

}
