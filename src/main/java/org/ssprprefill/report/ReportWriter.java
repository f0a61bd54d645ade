package org.ssprprefill.report;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.feed.FeedArchive;
import org.ssprprefill.feed.HrGroup;
import org.ssprprefill.feed.RowProblem;
import org.ssprprefill.ledger.ReportStore;
import org.ssprprefill.ledger.ReportStore.PersonEntry;
import org.ssprprefill.ledger.ReportStore.ProblemEntry;
import org.ssprprefill.report.ReportSettings.Format;

/** Writes all files of a run's report, in one pass over the people. */
public final class ReportWriter {

	private final ReportStore store;

	private final ReportSettings settings;

	/**
	 * Creates a writer.
	 * @param store the people and problems of a run
	 * @param settings what to write and where
	 */
	public ReportWriter(ReportStore store, ReportSettings settings) {
		this.store = store;
		this.settings = settings;
	}

	/**
	 * Writes the report.
	 * @param report the run's report
	 * @return the folder it was written to
	 */
	public Path write(RunReport report) {
		ReportFolder folder = ReportFolder.in(this.settings.directory(), report.run().id());
		people(folder, report);
		try (Cursor<ProblemEntry> problems = this.store.problems(report.run().id())) {
			rejects(folder, ReportFolder.REJECTS, this.settings.formats(), problems);
		}
		if (wants(Format.PROMETHEUS)) {
			folder.write(ReportFolder.METRICS_PROM, new PrometheusWriter().write(report));
		}
		if (wants(Format.JSON)) {
			folder.write(ReportFolder.REPORT_JSON, new JsonReportWriter().write(report));
		}
		return folder.path();
	}

	private boolean wants(Format format) {
		return this.settings.formats().contains(format);
	}

	/** All files that name people, in one pass over them. */
	private void people(ReportFolder folder, RunReport report) {
		if (!wants(Format.HTML) && Collections.disjoint(this.settings.formats(), TableFiles.FORMATS)) {
			return;
		}
		try (PeopleWriter list = new PeopleWriter(folder, this.settings.formats())) {
			if (wants(Format.HTML)) {
				page(folder, report, list::write);
			}
			else {
				eachPerson(report.run().id(), list::write);
			}
			list.complete();
		}
	}

	private void page(ReportFolder folder, RunReport report, Consumer<PersonLine> besides) {
		try (HtmlReportWriter page = new HtmlReportWriter(folder, this.settings.language())) {
			page.begin(report);
			eachPerson(report.run().id(), besides.andThen(page::write));
			page.complete();
		}
	}

	private void eachPerson(String run, Consumer<PersonLine> pen) {
		try (Cursor<PersonEntry> entries = this.store.people(run)) {
			for (Optional<PersonEntry> entry = entries.next(); entry.isPresent(); entry = entries.next()) {
				pen.accept(line(entry.get()));
			}
		}
	}

	/**
	 * Writes HR's answer to one file, beside that file: as CSV, and as a workbook where
	 * the job's reports have one.
	 * @param run the run's id
	 * @param file the feed file's name
	 * @param beside the folder the feed file lies in now
	 */
	public void answer(String run, String file, Path beside) {
		Set<Format> formats = wants(Format.XLSX) ? TableFiles.FORMATS : Set.of(Format.CSV);
		try (Cursor<ProblemEntry> problems = this.store.problems(run, file)) {
			rejects(new ReportFolder(beside), file + FeedArchive.REJECTS, formats, problems);
		}
		for (Format format : formats) {
			HrGroup.letRead(beside.resolve(file + FeedArchive.REJECTS + "." + format.name().toLowerCase(Locale.ROOT)));
		}
	}

	private void rejects(ReportFolder folder, String name, Set<Format> formats, Cursor<ProblemEntry> problems) {
		try (RejectsWriter pen = new RejectsWriter(folder, name, formats, this.settings.language())) {
			for (Optional<ProblemEntry> entry = problems.next(); entry.isPresent(); entry = problems.next()) {
				ProblemEntry problem = entry.get();
				pen.write(new RejectLine(problem.file(), problem.line(), problem.employeeId(), problem.name(),
						problem.column(), RowProblem.of(problem.problem()), problem.found(), problem.detail(),
						problem.country()));
			}
			pen.complete();
		}
	}

	private PersonLine line(PersonEntry entry) {
		Map<MethodKind, PersonLine.MethodCell> methods = new HashMap<>();
		entry.methods()
			.forEach((kind, method) -> methods.put(kind,
					new PersonLine.MethodCell(method.action(), method.reason(), method.outcome())));
		return new PersonLine(entry.file(), entry.line(), entry.objectId(), entry.userPrincipalName(),
				entry.employeeId(), entry.group(), entry.decision(), entry.reason(), methods, entry.licence(),
				entry.canReset(), entry.gap(), entry.canReset2027(),
				Texts.in(this.settings.language()).personRemedy(entry.gap(), entry.remedy()));
	}

}
