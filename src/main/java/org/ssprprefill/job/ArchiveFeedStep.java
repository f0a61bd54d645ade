package org.ssprprefill.job;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.doctor.FeedChecks;
import org.ssprprefill.feed.DropFolder;
import org.ssprprefill.feed.DropFolderException;
import org.ssprprefill.feed.DroppedFile;
import org.ssprprefill.feed.FeedArchive;
import org.ssprprefill.ledger.FeedFileRecord;
import org.ssprprefill.ledger.FeedFileRecord.Disposition;
import org.ssprprefill.message.Message;
import org.ssprprefill.report.HrAnswer;
import org.ssprprefill.report.ReportWriter;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

/** Moves the feed files away, each with its answer, or leaves them where they are. */
final class ArchiveFeedStep implements NightStep {

	private final RunContext context;

	private final List<String> stuck = new ArrayList<>();

	private Optional<DropFolderException> obstacle = Optional.empty();

	ArchiveFeedStep(RunContext context) {
		this.context = context;
	}

	@Override
	public long work() {
		RunRecord run = this.context.run();
		// A plan that was not carried out has not used up its files
		boolean usesNoFiles = run.mode() == RunMode.PLAN || run.held() || refusedWithStagedFiles(run);
		if (usesNoFiles) {
			this.context.ledger().files().leaveAll(run.id());
		}
		if (run.mode() == RunMode.PLAN) {
			return 0;
		}
		DropFolder drop = new DropFolder(this.context.definition().feed());
		long moved = 0;
		for (FeedFileRecord file : this.context.ledger().files().of(run.id())) {
			moved += (file.takenBy().isEmpty() && moved(drop, run, file)) ? 1 : 0;
		}
		this.obstacle.ifPresent((last) -> this.context.answer(FeedChecks.stuck(this.stuck, last)));
		if (!usesNoFiles) {
			reportChanged(run);
		}
		return moved;
	}

	/** Whatever else was left changed while it was read, or before it could be moved. */
	private void reportChanged(RunRecord run) {
		List<String> changed = this.context.ledger()
			.files()
			.of(run.id())
			.stream()
			.filter((file) -> file.disposition() == Disposition.LEFT && file.refusedBecause().isEmpty())
			.map(FeedFileRecord::name)
			.toList();
		if (!changed.isEmpty()) {
			this.context.answer(FeedChecks.changed(changed, this.context.definition().feed().settledFor()));
		}
	}

	/** A file that cannot be moved stays with a reason, and the others are moved. */
	private boolean moved(DropFolder drop, RunRecord run, FeedFileRecord file) {
		boolean moved = false;
		Optional<Message> because = file.refusedBecause()
			.filter((reason) -> file.disposition() != Disposition.SUPERSEDED);
		try {
			moved = move(drop, run, file).isPresent();
		}
		catch (DropFolderException ex) {
			this.obstacle = Optional.of(ex);
			this.stuck.add(file.name());
			because = because.or(() -> Optional.of(ex.problem().then(ex.remedy())));
			// Only its answer may be missing
			moved = Files.notExists(Path.of(file.path()));
		}
		if (!moved && file.disposition() != Disposition.LEFT && file.disposition() != Disposition.LEFT_SUPERSEDED) {
			this.context.ledger().files().dispose(run.id(), file.name(), Disposition.LEFT, because);
		}
		return moved;
	}

	private boolean refusedWithStagedFiles(RunRecord run) {
		return run.refused() && this.context.ledger().files().of(run.id()).stream().anyMatch(FeedFileRecord::staged);
	}

	private Optional<Path> move(DropFolder drop, RunRecord run, FeedFileRecord file) throws DropFolderException {
		DroppedFile dropped = new DroppedFile(file.name(), Path.of(file.path()), file.stamp(), file.sha256(),
				new DroppedFile.Settled());
		return switch (file.disposition()) {
			case LEFT, LEFT_SUPERSEDED -> Optional.empty();
			case REFUSED -> drop.refuse(run.id(), dropped,
					answers(run).refused(file.name(), file.refusedBecause().orElse(Message.verbatim(""))));
			case ARCHIVED -> archive(drop, run, dropped);
			case SUPERSEDED -> drop.supersede(run.id(), dropped,
					answers(run).superseded(file.name(), file.refusedBecause().orElse(Message.verbatim(""))));
		};
	}

	private HrAnswer answers(RunRecord run) {
		JobDefinition job = this.context.definition();
		return new HrAnswer(job.report().language(), job.notifications().whomToAsk(), run.startedAt());
	}

	private Optional<Path> archive(DropFolder drop, RunRecord run, DroppedFile file) throws DropFolderException {
		Optional<Path> place = drop.archive(run.id(), file);
		Optional<Path> folder = place.map(Path::getParent);
		if (folder.isPresent()) {
			answer(run, file.name(), folder.get());
		}
		return place;
	}

	private void answer(RunRecord run, String file, Path folder) throws DropFolderException {
		try {
			new ReportWriter(this.context.ledger().reports(), this.context.definition().report()).answer(run.id(), file,
					folder);
		}
		catch (UncheckedIOException ex) {
			throw DropFolderException.unanswered(folder.resolve(file + FeedArchive.REJECTS + ".*"), ex);
		}
	}

}
