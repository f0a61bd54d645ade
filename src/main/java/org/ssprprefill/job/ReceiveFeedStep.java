package org.ssprprefill.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.doctor.FeedChecks;
import org.ssprprefill.feed.DropFolder;
import org.ssprprefill.feed.DropFolderException;
import org.ssprprefill.feed.DroppedFile;
import org.ssprprefill.feed.FeedSettings;
import org.ssprprefill.ledger.FeedFileRecord;
import org.ssprprefill.ledger.FeedFileRecord.Disposition;
import org.ssprprefill.ledger.FeedFileStore;
import org.ssprprefill.ledger.RunRecord;

/**
 * Claims the settled files of the drop folder by their content, so that none is taken
 * twice.
 */
final class ReceiveFeedStep implements NightStep {

	private final Night night;

	ReceiveFeedStep(Night night) {
		this.night = night;
	}

	@Override
	public long work() {
		RunRecord run = this.night.run();
		if (run.closed()) {
			return 0;
		}
		try {
			return receive(run);
		}
		catch (DropFolderException ex) {
			this.night.answer(FeedChecks.noFolder(ex));
			return 0;
		}
	}

	private long receive(RunRecord run) throws DropFolderException {
		FeedSettings feed = this.night.definition().feed();
		Instant now = this.night.clock().instant();
		FeedFileStore files = this.night.ledger().files();
		for (DroppedFile file : new DropFolder(feed).look(now)) {
			files.receive(run.id(), received(run, file));
		}
		List<FeedFileRecord> received = files.of(run.id());
		List<String> repeated = names(received, true, Disposition.ARCHIVED);
		if (!repeated.isEmpty()) {
			this.night.answer(FeedChecks.repeated(repeated));
		}
		List<String> growing = names(received, false, Disposition.LEFT);
		if (!growing.isEmpty()) {
			this.night.answer(FeedChecks.growing(growing, feed.settledFor()));
		}
		this.night.answer(FeedChecks.age(files.newest(run.job(), run.tenant()), feed.newestWithin(), now));
		return received.size();
	}

	private FeedFileRecord received(RunRecord run, DroppedFile file) {
		boolean repeated = this.night.ledger().files().processedBefore(run, file.sha256());
		Disposition disposition = Disposition.ARCHIVED;
		Optional<String> because = Optional.empty();
		if (file.state() instanceof DroppedFile.Growing) {
			disposition = Disposition.LEFT;
		}
		else if (file.state() instanceof DroppedFile.Refused refused) {
			disposition = Disposition.REFUSED;
			because = Optional.of(refused.reason());
		}
		return new FeedFileRecord(file.name(), file.path().toString(), file.sha256(), file.size(), file.modifiedAt(),
				"", "", 0, 0, disposition, because, false, repeated && disposition == Disposition.ARCHIVED);
	}

	private static List<String> names(List<FeedFileRecord> files, boolean repeated, Disposition disposition) {
		List<String> names = new ArrayList<>();
		for (FeedFileRecord file : files) {
			if (file.repeated() == repeated && file.disposition() == disposition) {
				names.add(file.name());
			}
		}
		return names;
	}

}
