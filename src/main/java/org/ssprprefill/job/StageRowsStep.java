package org.ssprprefill.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.doctor.FeedChecks;
import org.ssprprefill.feed.DropFolder;
import org.ssprprefill.feed.FeedArchive;
import org.ssprprefill.feed.HrExport;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.PhoneCount;
import org.ssprprefill.feed.RefusedExportException;
import org.ssprprefill.feed.RowRules;
import org.ssprprefill.ledger.FeedFileRecord;
import org.ssprprefill.ledger.FeedFileRecord.Disposition;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.StagedFile;
import org.ssprprefill.message.Message;

/**
 * Reads every claimed file into the ledger, sealed; a file is staged as a whole or not at
 * all. Its content is hashed on the way.
 */
final class StageRowsStep implements NightStep {

	private static final int PAGE = 2000;

	private final RunContext context;

	private final Ledger ledger;

	StageRowsStep(RunContext context) {
		this.context = context;
		this.ledger = context.ledger();
	}

	@Override
	public long work() {
		if (this.context.run().closed() || this.context.plansNoMore()) {
			return 0;
		}
		RowRules rules = new RowRules(this.context.definition().matchBy(), this.context.methods(),
				this.context.ownDomains());
		long rows = 0;
		for (FeedFileRecord file : this.ledger.files().of(this.context.runId())) {
			if (file.disposition() == Disposition.ARCHIVED && !file.staged()) {
				rows += stage(file, rules);
			}
		}
		report();
		return rows;
	}

	private long stage(FeedFileRecord file, RowRules rules) {
		Path path = Path.of(file.path());
		this.ledger.rows().forget(this.context.runId(), file.name());
		if (file.takenBy().isPresent() && !archive().holds(file.takenBy().get(), file.name())) {
			return leave(file, Optional.of(Message.of("refused.archive.removed")));
		}
		try (HrExport export = HrExport.open(path, this.context.definition().feed(), rules)) {
			rows(file, export);
			if (file.takenBy().isPresent() ? !export.sha256().equals(file.sha256()) : !file.stamp().isOn(path)) {
				return leave(file, file.takenBy().map((run) -> Message.of("refused.archive.changed")));
			}
			Optional<Message> mismatch = file.takenBy().isPresent() ? Optional.empty()
					: DropFolder.mismatch(path, export.sha256());
			if (mismatch.isPresent()) {
				return refuse(file, mismatch.get());
			}
			this.ledger.files().phones().record(this.context.runId(), file.name(), export.phones());
			this.ledger.files()
				.staged(this.context.runId(), file.name(), new StagedFile(export.sha256(), export.charset(),
						export.delimiter(), export.rows(), export.headers()));
			return export.rows();
		}
		catch (RefusedExportException ex) {
			if (file.takenBy().isPresent()) {
				return leave(file, Optional.of(Message.of("refused.archive.unreadable").then(ex.reason())));
			}
			return file.stamp().isOn(path) ? refuse(file, ex.reason()) : leave(file, Optional.empty());
		}
	}

	private void rows(FeedFileRecord file, HrExport export) throws RefusedExportException {
		List<HrRow> page = new ArrayList<>();
		for (Optional<HrRow> row = export.next(); row.isPresent(); row = export.next()) {
			page.add(row.get());
			if (page.size() == PAGE) {
				stage(file, page);
			}
		}
		stage(file, page);
	}

	private void stage(FeedFileRecord file, List<HrRow> page) {
		this.ledger.rows().stage(this.context.runId(), file.name(), page, this.context.definition().matchBy());
		page.clear();
	}

	private long leave(FeedFileRecord file, Optional<Message> because) {
		return dispose(file, Disposition.LEFT, because);
	}

	private long refuse(FeedFileRecord file, Message because) {
		DropFolder.hash(Path.of(file.path()))
			.ifPresent((sha256) -> this.ledger.files().read(this.context.runId(), file.name(), sha256));
		return dispose(file, Disposition.REFUSED, Optional.of(because));
	}

	private long dispose(FeedFileRecord file, Disposition disposition, Optional<Message> because) {
		this.ledger.rows().forget(this.context.runId(), file.name());
		this.ledger.files().dispose(this.context.runId(), file.name(), disposition, because);
		return 0;
	}

	private FeedArchive archive() {
		return new FeedArchive(this.context.definition().feed().drop());
	}

	private void report() {
		List<FeedFileRecord> files = this.ledger.files().of(this.context.runId());
		List<String> refused = files.stream()
			.filter((file) -> file.disposition() == Disposition.REFUSED)
			.map(FeedFileRecord::name)
			.toList();
		if (!refused.isEmpty()) {
			this.context.answer(FeedChecks.refused(refused, files.stream().noneMatch(FeedFileRecord::staged)));
		}
		List<FeedFileRecord> again = files.stream().filter((file) -> file.takenBy().isPresent()).toList();
		if (!again.isEmpty()) {
			this.context.answer(FeedChecks.readAgain(again.stream().map(FeedFileRecord::name).toList(),
					again.stream().filter((file) -> !file.staged()).map(FeedFileRecord::name).toList()));
		}
		Map<String, PhoneCount> phones = this.ledger.files().phones().of(this.context.runId());
		if (!phones.isEmpty()) {
			this.context.answer(FeedChecks.phones(phones));
		}
	}

}
