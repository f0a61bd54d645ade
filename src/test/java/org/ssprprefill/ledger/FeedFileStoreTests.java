package org.ssprprefill.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.ssprprefill.ledger.FeedFileRecord.Disposition;

import static org.assertj.core.api.Assertions.assertThat;

class FeedFileStoreTests {

	private final Runs runs = new Runs();

	private final FeedFileStore files = this.runs.ledger().files();

	private final String content = "hash-of-" + this.runs.name();

	private RunRecord processed(Instant at, long rows) {
		RunRecord run = this.runs.begin(RunMode.RUN, at, Optional.empty());
		receive(run, Disposition.ARCHIVED);
		this.files.staged(run.id(), "hr.csv", "UTF-8", ";", rows, Map.of());
		return run;
	}

	private void receive(RunRecord run, Disposition disposition) {
		this.files.receive(run.id(), new FeedFileRecord("hr.csv", "drop/hr.csv", this.content, 12, run.startedAt(), "",
				"", 0, 0, disposition, Optional.empty(), false, false));
	}

	private boolean processedBefore() {
		return this.files.processedBefore(this.runs.name(), this.runs.name(), this.content);
	}

	@Test
	void takesNoContentTwice() {
		RunRecord run = processed(Runs.START, 10);
		assertThat(processedBefore()).as("not yet finished").isFalse();
		this.runs.finish(run);
		assertThat(processedBefore()).isTrue();
		assertThat(this.files.processedBefore("another job", this.runs.name(), this.content)).isFalse();
		assertThat(this.files.processedBefore(this.runs.name(), "another tenant", this.content)).isFalse();
	}

	@Test
	void takesContentAgainThatWasLeft() {
		RunRecord run = processed(Runs.START, 10);
		this.files.leaveAll(run.id());
		this.runs.finish(run);
		assertThat(processedBefore()).isFalse();
	}

	@Test
	void comparesWithTheLastFeedThatWasAccepted() {
		this.runs.finish(processed(Runs.START, 10));
		this.runs.finish(processed(Runs.START.plus(Duration.ofDays(1)), 20));
		RunRecord left = processed(Runs.START.plus(Duration.ofDays(2)), 99);
		this.files.leaveAll(left.id());
		this.runs.finish(left);
		RunRecord tonight = processed(Runs.START.plus(Duration.ofDays(3)), 5);
		assertThat(this.files.lastAcceptedRows(this.runs.name(), this.runs.name(), tonight.id())).hasValue(20);
		assertThat(this.files.lastAcceptedRows("another job", this.runs.name(), tonight.id())).isEmpty();
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
		this.files.dispose(run.id(), "hr.csv", Disposition.REFUSED, Optional.of("No header."));
		assertThat(this.files.of(run.id()).get(0).refusedBecause()).contains("No header.");
	}

}
