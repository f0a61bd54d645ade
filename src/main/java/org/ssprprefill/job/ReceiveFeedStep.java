package org.ssprprefill.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.doctor.FeedChecks;
import org.ssprprefill.feed.DropFolder;
import org.ssprprefill.feed.DropFolderException;
import org.ssprprefill.feed.DroppedFile;
import org.ssprprefill.feed.FeedArchive;
import org.ssprprefill.feed.FeedSettings;
import org.ssprprefill.feed.FeedSettings.Take;
import org.ssprprefill.ledger.FeedFileRecord;
import org.ssprprefill.ledger.FeedFileRecord.Disposition;
import org.ssprprefill.ledger.FeedFileStore;
import org.ssprprefill.message.Message;
import org.ssprprefill.run.RunRecord;

/**
 * Claims the settled files of the drop folder; where there is none, the last accepted
 * ones are read again in the archive. A run that is taken up looks anew: a file that
 * changed is staged anew, and one that was withdrawn is not used.
 */
final class ReceiveFeedStep implements NightStep {

	private final RunContext context;

	private final FeedFileStore files;

	ReceiveFeedStep(RunContext context) {
		this.context = context;
		this.files = context.ledger().files();
	}

	@Override
	public long work() {
		RunRecord run = this.context.run();
		// A plan that was not made to its end has no hash
		this.context.plansNoMore(
				run.writing() && run.planHash().isPresent() && !this.context.ledger().changes().isOpen(run.id()));
		if (run.closed() || this.context.plansNoMore()) {
			return 0;
		}
		try {
			return receive(run);
		}
		catch (DropFolderException ex) {
			this.context.answer(FeedChecks.noFolder(ex));
			return 0;
		}
	}

	private long receive(RunRecord run) throws DropFolderException {
		FeedSettings feed = this.context.definition().feed();
		Instant now = this.context.clock().instant();
		Map<String, FeedFileRecord> known = new HashMap<>();
		this.files.of(run.id()).forEach((file) -> known.put(file.name(), file));
		for (DroppedFile file : new DropFolder(feed).look(now)) {
			receive(run, file, Optional.ofNullable(known.remove(file.name())));
		}
		FeedArchive archive = new FeedArchive(feed.drop());
		known.values()
			.stream()
			.filter((gone) -> gone.takenBy().isPresent() || !archive.holds(run.id(), gone.name()))
			.forEach((gone) -> forget(run, gone.name()));
		List<FeedFileRecord> received = this.files.of(run.id());
		if (received.stream().allMatch((file) -> file.disposition() == Disposition.LEFT)) {
			readAgain(run, now);
		}
		else if (feed.take() == Take.NEWEST) {
			supersede(run, received);
		}
		List<String> growing = received.stream()
			.filter((file) -> file.disposition() == Disposition.LEFT)
			.map(FeedFileRecord::name)
			.toList();
		if (!growing.isEmpty()) {
			this.context.answer(FeedChecks.growing(growing, feed.settledFor()));
		}
		this.context.answer(
				FeedChecks.beside(FeedChecks.age(this.files.newest(run.job(), run.tenant()), feed.newestWithin(), now),
						new DropFolder(feed).passedOver()));
		return this.files.of(run.id()).size();
	}

	/** A file that is staged already, and still the same, is not read once more. */
	private void receive(RunRecord run, DroppedFile file, Optional<FeedFileRecord> known) {
		boolean settled = file.state() instanceof DroppedFile.Settled;
		if (settled && known.filter((one) -> one.staged() && one.stamp().isOn(file.path())).isPresent()) {
			this.files.dispose(run.id(), file.name(), Disposition.ARCHIVED, Optional.empty());
			return;
		}
		known.ifPresent((old) -> forget(run, old.name()));
		Disposition disposition = settled ? Disposition.ARCHIVED : Disposition.LEFT;
		Optional<Message> because = Optional.empty();
		if (file.state() instanceof DroppedFile.Refused refused) {
			disposition = Disposition.REFUSED;
			because = Optional.of(refused.reason());
		}
		this.files.receive(run.id(), new FeedFileRecord(file.name(), file.path().toString(), "", file.stamp(), "", "",
				0, 0, disposition, because, false, Optional.empty()));
	}

	private void forget(RunRecord run, String name) {
		this.context.ledger().rows().forget(run.id(), name);
		this.files.forget(run.id(), name);
	}

	/** No longer than a feed may be old, and never what should not be kept any more. */
	private void readAgain(RunRecord run, Instant now) {
		FeedSettings feed = this.context.definition().feed();
		List<FeedFileRecord> accepted = this.files.lastAccepted(run.job(), run.tenant(),
				feed.keep().map(now::minus).orElse(Instant.EPOCH));
		boolean fresh = accepted.stream()
			.anyMatch((file) -> file.stamp().modifiedAt().plus(feed.newestWithin()).isAfter(now));
		if (fresh) {
			FeedArchive archive = new FeedArchive(feed.drop());
			accepted.forEach((file) -> this.files.receive(run.id(),
					file.at(archive.place(file.takenBy().orElseThrow(), file.name()).toString())));
		}
	}

	/** The newest settled file counts; the others are archived and not read. */
	private void supersede(RunRecord run, List<FeedFileRecord> received) {
		List<FeedFileRecord> settled = new ArrayList<>(
				received.stream().filter((file) -> file.disposition() == Disposition.ARCHIVED).toList());
		settled.sort(Comparator.comparing((FeedFileRecord file) -> file.stamp().modifiedAt())
			.thenComparing(FeedFileRecord::name));
		if (settled.size() < 2) {
			return;
		}
		String newest = settled.remove(settled.size() - 1).name();
		settled.forEach((file) -> {
			this.context.ledger().rows().forget(run.id(), file.name());
			this.files.dispose(run.id(), file.name(), Disposition.SUPERSEDED,
					Optional.of(FeedChecks.supersededBy(newest)));
		});
		this.context
			.answer(FeedChecks.superseded(settled.stream().map(FeedFileRecord::name).sorted().toList(), newest));
	}

}
