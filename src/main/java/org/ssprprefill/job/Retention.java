package org.ssprprefill.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.feed.Cleared;
import org.ssprprefill.feed.FeedArchive;
import org.ssprprefill.feed.RunFolder;
import org.ssprprefill.ledger.FeedFileRecord;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.message.Message;
import org.ssprprefill.report.PurgedReports;

/**
 * Deletes what {@code feed.keep} and {@code report.keep} no longer want kept: files of
 * runs of this job that the ledger knows and that ended long enough ago. Files of others
 * are left alone, and so is the newest report.
 */
public final class Retention {

	private final Ledger ledger;

	private final JobDefinition definition;

	private final String tenant;

	/**
	 * Creates it.
	 * @param ledger the ledger
	 * @param definition the job definition
	 * @param tenant the tenant's key in the ledger
	 */
	public Retention(Ledger ledger, JobDefinition definition, String tenant) {
		this.ledger = ledger;
		this.definition = definition;
		this.tenant = tenant;
	}

	/**
	 * Deletes what is due. What cannot be deleted is told and stays until the next time.
	 * @param now the time
	 * @return what was deleted; nothing where neither key is set
	 */
	public Optional<Removal> enforce(Instant now) {
		Optional<Duration> feed = this.definition.feed().keep();
		Optional<Duration> report = this.definition.report().keep();
		if (feed.isEmpty() && report.isEmpty()) {
			return Optional.empty();
		}
		Cleared files = feed.map(now::minus).map(this::feedFiles).orElse(Cleared.NOTHING);
		Optional<Instant> reportsUntil = report.map(now::minus);
		List<String> runs = reportsUntil.map((until) -> reported(until, now)).orElseGet(List::of);
		Cleared reports = PurgedReports.deleteAll(this.definition.report().directory(), runs);
		long rows = reportsUntil.map((until) -> this.ledger.purges().purge(this.tenant, runs, until)).orElse(0L);
		return Optional.of(new Removal(files, reports, rows));
	}

	private Cleared feedFiles(Instant until) {
		FeedArchive archive = new FeedArchive(this.definition.feed().drop());
		Cleared cleared = Cleared.NOTHING;
		for (String run : ended(until)) {
			cleared = cleared
				.and(archive.clear(run, () -> this.ledger.files().of(run).stream().map(FeedFileRecord::name).toList()));
		}
		return cleared;
	}

	/** The runs whose report is due, which the newest one that is there never is. */
	private List<String> reported(Instant until, Instant now) {
		Path directory = this.definition.report().directory();
		List<String> due = new ArrayList<>(ended(until));
		ended(now).stream()
			.filter((run) -> new RunFolder(directory.resolve(run)).exists())
			.reduce((earlier, later) -> later)
			.ifPresent(due::remove);
		return due;
	}

	private List<String> ended(Instant until) {
		return this.ledger.purges().endedUntil(this.definition.name(), this.tenant, until);
	}

	/**
	 * What was deleted.
	 *
	 * @param feed HR's files with their answers
	 * @param reports files of reports
	 * @param rows rows of the ledger that tell of people
	 */
	public record Removal(Cleared feed, Cleared reports, long rows) {

		/**
		 * Whether there was anything to delete.
		 * @return {@code true} if something was deleted
		 */
		public boolean removedSomething() {
			return count() > 0;
		}

		/** Everything that was deleted, for the step's line. */
		long count() {
			return this.feed.files() + this.reports.files() + this.rows;
		}

		/**
		 * What was deleted, in a sentence.
		 * @return for example {@code 3 files of the feed, 5 files of reports, 120 rows of
		 * the ledger}
		 */
		public Message words() {
			int files = this.feed.files();
			int reported = this.reports.files();
			return Message.of("part.removed",
					(files == 1) ? Message.of("part.feed-file", 1) : Message.of("part.feed-files", files),
					(reported == 1) ? Message.of("part.report-file", 1) : Message.of("part.report-files", reported),
					(this.rows == 1) ? Message.of("part.ledger-row", 1) : Message.of("part.ledger-rows", this.rows));
		}

		/**
		 * What could not be deleted.
		 * @return whole sentences
		 */
		public List<Message> obstacles() {
			return this.feed.and(this.reports).obstacles();
		}

	}

}
