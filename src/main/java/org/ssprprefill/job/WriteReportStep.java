package org.ssprprefill.job;

import java.time.Instant;

import org.ssprprefill.ledger.RunDocuments.Document;
import org.ssprprefill.report.Assembly;
import org.ssprprefill.report.JsonReportWriter;
import org.ssprprefill.report.ReportWriter;
import org.ssprprefill.report.RunReport;
import org.ssprprefill.run.RunRecord;

/** Writes the report, then ends the run for good. */
final class WriteReportStep implements NightStep {

	private final RunContext context;

	private final StepTimes steps;

	WriteReportStep(RunContext context, StepTimes steps) {
		this.context = context;
		this.steps = steps;
	}

	@Override
	public long work() {
		this.context.keepTraffic();
		RunRecord run = this.context.run();
		Instant now = this.context.clock().instant();
		RunReport report = new Assembly(this.context.ledger(), run).finished(this.steps.soFar(), now);
		new ReportWriter(this.context.ledger().reports(), this.context.definition().report()).write(report);
		this.context.ledger().rows().forget(run.id());
		this.context.ledger().papers().keep(run.id(), Document.REPORT, new JsonReportWriter().keep(report));
		this.context.ledger().runs().finish(run.id(), report.run().outcome().word(), report.run().exitCode(), now);
		return 1;
	}

}
