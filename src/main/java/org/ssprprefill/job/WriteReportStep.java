package org.ssprprefill.job;

import java.time.Instant;

import org.ssprprefill.ledger.RunRecord;
import org.ssprprefill.ledger.RunPapers.Document;
import org.ssprprefill.report.Assembly;
import org.ssprprefill.report.JsonPen;
import org.ssprprefill.report.ReportWriter;
import org.ssprprefill.report.RunReport;

/** Writes the report, then ends the run for good. */
final class WriteReportStep implements NightStep {

	private final Night night;

	private final StepTimes steps;

	WriteReportStep(Night night, StepTimes steps) {
		this.night = night;
		this.steps = steps;
	}

	@Override
	public long work() {
		this.night.keepTraffic();
		RunRecord run = this.night.run();
		Instant now = this.night.clock().instant();
		RunReport report = new Assembly(this.night.ledger(), run).finished(this.steps.soFar(), now);
		new ReportWriter(this.night.ledger().reports(), this.night.definition().report()).write(report);
		this.night.ledger().rows().forget(run.id());
		this.night.ledger().papers().keep(run.id(), Document.REPORT, new JsonPen().write(report));
		this.night.ledger().runs().finish(run.id(), report.run().outcome().word(), report.run().exitCode(), now);
		return 1;
	}

}
