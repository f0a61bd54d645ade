package org.ssprprefill.job;

import java.util.List;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.ssprprefill.ledger.RowStore;
import org.ssprprefill.ledger.RowStore.RowCandidates;
import org.ssprprefill.ledger.RowStore.RowChoice;
import org.ssprprefill.match.UserChoice;
import org.ssprprefill.plan.LimitSettings;

/** Finds the one user of each row, then the values that too many people share. */
final class MatchRows implements ItemProcessor<RowCandidates, RowChoice>, ItemWriter<RowChoice>, StepExecutionListener {

	private final Night night;

	MatchRows(Night night) {
		this.night = night;
	}

	LedgerReader<RowCandidates> reader() {
		return new LedgerReader<>(() -> {
			var cursor = rows().candidates(this.night.runId(), this.night.run().tenant());
			return new LedgerReader.Source<>(cursor::next, cursor::close);
		});
	}

	@Override
	public RowChoice process(RowCandidates row) {
		return new RowChoice(row, UserChoice.among(row.candidates()));
	}

	@Override
	public void write(Chunk<? extends RowChoice> chunk) {
		rows().match(this.night.runId(), List.copyOf(chunk.getItems()));
	}

	@Override
	public ExitStatus afterStep(StepExecution step) {
		LimitSettings limits = this.night.definition().limits();
		rows().findShared(this.night.runId(), limits.sameNumber(), limits.sameEmail());
		return step.getExitStatus();
	}

	private RowStore rows() {
		return this.night.ledger().rows();
	}

}
