package org.ssprprefill.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.ssprprefill.feed.FileStamp;
import org.ssprprefill.feed.PhoneCount;
import org.ssprprefill.ledger.FeedFileRecord.Disposition;
import org.ssprprefill.message.Message;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;

import static org.assertj.core.api.Assertions.assertThat;

class FeedFileStoreIT {

	private final Runs runs = new Runs();

	private final FeedFileStore files = this.runs.ledger().files();

	private final String content = "hash-of-" + this.runs.name();

	private RunRecord processed(Instant at, long rows) {
		RunRecord run = this.runs.begin(RunMode.RUN, at, Optional.empty());
		receive(run, Disposition.ARCHIVED);
		this.files.staged(run.id(), "hr.csv", new StagedFile("0".repeat(64), "UTF-8", ";", rows, Map.of()));
		return run;
	}

	private void receive(RunRecord run, Disposition disposition) {
		this.files.receive(run.id(),
				new FeedFileRecord("hr.csv", "drop/hr.csv", this.content, new FileStamp(12, run.startedAt(), ""), "",
						"", 0, 0, disposition, Optional.empty(), false, Optional.empty()));
	}

	private List<FeedFileRecord> lastAccepted() {
		return this.files.lastAccepted(this.runs.name(), this.runs.name(), Instant.EPOCH);
	}

	@Test
	void findsTheFilesThatTheLastFinishedRunProcessed() {
		RunRecord run = processed(Runs.START, 10);
		assertThat(lastAccepted()).as("not yet finished").isEmpty();
		this.runs.finish(run);
		assertThat(lastAccepted()).singleElement().satisfies((file) -> assertThat(file.takenBy()).contains(run.id()));
		assertThat(this.files.lastAccepted("another job", this.runs.name(), Instant.EPOCH)).isEmpty();
		assertThat(this.files.lastAccepted(this.runs.name(), this.runs.name(), Instant.now().plusSeconds(60)))
			.as("what is not kept any more")
			.isEmpty();
	}

	@Test
	void forgetsAFileThatWasReadAlreadyWithWhatWasCountedInIt() {
		RunRecord run = processed(Runs.START, 10);
		this.files.phones().record(run.id(), "hr.csv", Map.of("31", new PhoneCount(10, 0)));
		this.files.forget(run.id(), "hr.csv");
		assertThat(this.files.of(run.id())).isEmpty();
	}

	@Test
	void acceptsNoFileThatWasLeftOrOnlyReadAgain() {
		RunRecord run = processed(Runs.START, 10);
		this.runs.finish(run);
		RunRecord left = processed(Runs.START.plusSeconds(1), 10);
		this.files.leaveAll(left.id());
		this.runs.finish(left);
		RunRecord again = this.runs.begin(RunMode.RUN, Runs.START.plusSeconds(2), Optional.empty());
		this.files.receive(again.id(), lastAccepted().get(0).at("archive/hr.csv"));
		this.files.staged(again.id(), "hr.csv", new StagedFile("0".repeat(64), "UTF-8", ";", 10, Map.of()));
		this.files.leaveAll(again.id());
		this.runs.finish(again);
		assertThat(lastAccepted()).singleElement().satisfies((file) -> assertThat(file.takenBy()).contains(run.id()));
	}

	@Test
	void comparesWithTheLastFeedThatWasAccepted() {
		this.runs.finish(processed(Runs.START, 10));
		RunRecord last = processed(Runs.START.plus(Duration.ofDays(1)), 20);
		this.files.countPeople(last.id());
		this.runs.finish(last);
		RunRecord left = processed(Runs.START.plus(Duration.ofDays(2)), 99);
		this.files.leaveAll(left.id());
		this.runs.finish(left);
		RunRecord tonight = processed(Runs.START.plus(Duration.ofDays(3)), 5);
		assertThat(this.files.lastAcceptedPeople(this.runs.name(), this.runs.name(), tonight.id())).hasValue(0);
		assertThat(this.files.lastAcceptedPeople("another job", this.runs.name(), tonight.id())).isEmpty();
	}

	@Test
	void knowsTheNewestReadableFile() {
		assertThat(this.files.newest(this.runs.name(), this.runs.name())).isEmpty();
		processed(Runs.START, 10);
		receive(this.runs.begin(RunMode.RUN, Runs.START.plus(Duration.ofDays(1)), Optional.empty()),
				Disposition.REFUSED);
		assertThat(this.files.newest(this.runs.name(), this.runs.name())).contains(Runs.START);
	}

	@Test
	void keepsAFileThatIsReceivedAgainAsItIs() {
		RunRecord run = processed(Runs.START, 10);
		receive(run, Disposition.LEFT);
		assertThat(this.files.of(run.id())).singleElement().satisfies((file) -> {
			assertThat(file.disposition()).isEqualTo(Disposition.ARCHIVED);
			assertThat(file.staged()).isTrue();
			assertThat(file.rows()).isEqualTo(10);
		});
	}

	@Test
	void givesAnApplyingRunTheFilesOfItsPlan() {
		RunRecord plan = processed(Runs.START, 10);
		this.files.leaveAll(plan.id());
		RunRecord apply = this.runs.begin(RunMode.APPLY);
		this.files.inherit(plan.id(), apply.id());
		this.files.inherit(plan.id(), apply.id());
		assertThat(this.files.of(apply.id())).singleElement()
			.satisfies((file) -> assertThat(file.disposition()).isEqualTo(Disposition.ARCHIVED));
	}

	@Test
	void remembersWhyAFileWasRefused() {
		RunRecord run = processed(Runs.START, 10);
		this.files.dispose(run.id(), "hr.csv", Disposition.REFUSED,
				Optional.of(Message.of("refused.charset.wrong", "UTF-8")));
		assertThat(this.files.of(run.id()).get(0).refusedBecause())
			.contains(Message.of("refused.charset.wrong", "UTF-8"));
	}

}
