package org.ssprprefill.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.doctor.FeedChecks;
import org.ssprprefill.feed.HrExport;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.RefusedExportException;
import org.ssprprefill.feed.RowRules;
import org.ssprprefill.ledger.FeedFileRecord;
import org.ssprprefill.ledger.FeedFileRecord.Disposition;
import org.ssprprefill.ledger.Ledger;

/**
 * Reads every claimed file into the ledger, sealed; a file is staged as a whole or not at
 * all.
 */
final class StageRowsStep implements NightStep {

	private static final int PAGE = 2000;

	private final Night night;

	private final Ledger ledger;

	StageRowsStep(Night night) {
		this.night = night;
		this.ledger = night.ledger();
	}

	@Override
	public long work() {
		if (this.night.run().closed()) {
			return 0;
		}
		RowRules rules = new RowRules(this.night.definition().matchBy(), this.night.methods(), this.night.ownDomains());
		long rows = 0;
		for (FeedFileRecord file : this.ledger.files().of(this.night.runId())) {
			if (file.disposition() == Disposition.ARCHIVED && !file.staged() && !file.repeated()) {
				rows += stage(file, rules);
			}
		}
		reportRefused();
		return rows;
	}

	private long stage(FeedFileRecord file, RowRules rules) {
		String run = this.night.runId();
		this.ledger.rows().forget(run, file.name());
		try (HrExport export = HrExport.open(Path.of(file.path()), this.night.definition().feed(), rules)) {
			List<HrRow> page = new ArrayList<>();
			for (Optional<HrRow> row = export.next(); row.isPresent(); row = export.next()) {
				page.add(row.get());
				if (page.size() == PAGE) {
					this.ledger.rows().stage(run, file.name(), page, this.night.definition().matchBy());
					page.clear();
				}
			}
			this.ledger.rows().stage(run, file.name(), page, this.night.definition().matchBy());
			if (!export.sha256().equals(file.sha256())) {
				this.ledger.rows().forget(run, file.name());
				this.ledger.files().dispose(run, file.name(), Disposition.LEFT, Optional.empty());
				return 0;
			}
			this.ledger.files().phones().record(run, file.name(), export.phones());
			this.ledger.files()
				.staged(run, file.name(), export.charset(), export.delimiter(), export.rows(), export.headers());
			return export.rows();
		}
		catch (RefusedExportException ex) {
			this.ledger.rows().forget(run, file.name());
			this.ledger.files()
				.dispose(run, file.name(), Disposition.REFUSED, Optional.of(String.valueOf(ex.getMessage())));
			return 0;
		}
	}

	private void reportRefused() {
		List<FeedFileRecord> files = this.ledger.files().of(this.night.runId());
		List<String> refused = files.stream()
			.filter((file) -> file.disposition() == Disposition.REFUSED)
			.map(FeedFileRecord::name)
			.toList();
		if (!refused.isEmpty()) {
			this.night.answer(FeedChecks.refused(refused, files.stream().noneMatch(FeedFileRecord::staged)));
		}
	}

}
