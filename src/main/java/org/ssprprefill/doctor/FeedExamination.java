package org.ssprprefill.doctor;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.ssprprefill.feed.DropFolder;
import org.ssprprefill.feed.DropFolderException;
import org.ssprprefill.feed.DroppedFile;
import org.ssprprefill.feed.FeedSettings;

/** Looks at the drop folder; nothing in it is opened as an export, moved or changed. */
public final class FeedExamination {

	private final FeedSettings feed;

	private final Findings findings = new Findings();

	/**
	 * Prepares an examination.
	 * @param feed where the folder is
	 */
	public FeedExamination(FeedSettings feed) {
		this.feed = feed;
	}

	/**
	 * Looks.
	 * @param newestBefore the newest file that earlier runs have seen
	 * @param now the time
	 * @return the checks
	 */
	public List<Check> of(Optional<Instant> newestBefore, Instant now) {
		try {
			List<DroppedFile> files = new DropFolder(this.feed).examine(now);
			this.findings.add(FeedChecks.folder(this.feed.drop().toString()));
			this.findings.add(FeedChecks.writable(this.feed.drop()));
			this.findings.add(FeedChecks.privacy(this.feed.drop()));
			files(files, new DropFolder(this.feed).passedOver(), newestBefore, now);
		}
		catch (DropFolderException ex) {
			this.findings.add(FeedChecks.noFolder(ex));
		}
		this.findings.skipRest(EnumSet.of(Area.FEED), Subject.FEED_FOLDER);
		return this.findings.checks();
	}

	private void files(List<DroppedFile> files, List<String> passedOver, Optional<Instant> newestBefore, Instant now) {
		Map<String, String> unfit = new TreeMap<>();
		for (DroppedFile file : files) {
			if (file.state() instanceof DroppedFile.Refused refused) {
				unfit.put(file.name(), refused.reason().inEnglish());
			}
		}
		if (!unfit.isEmpty()) {
			this.findings.add(FeedChecks.unfit(unfit, unfit.size() == files.size()));
		}
		List<String> growing = files.stream()
			.filter((file) -> file.state() instanceof DroppedFile.Growing)
			.map(DroppedFile::name)
			.toList();
		if (!growing.isEmpty()) {
			this.findings.add(FeedChecks.growing(growing, this.feed.settledFor()));
		}
		Stream<Instant> waiting = files.stream()
			.filter((file) -> !unfit.containsKey(file.name()))
			.map((file) -> file.stamp().modifiedAt());
		Optional<Instant> newest = Stream.concat(waiting, newestBefore.stream()).max(Instant::compareTo);
		this.findings.add(FeedChecks.beside(FeedChecks.age(newest, this.feed.newestWithin(), now), passedOver));
	}

}
