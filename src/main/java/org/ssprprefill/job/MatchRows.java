package org.ssprprefill.job;

import java.util.List;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.ssprprefill.ledger.MatchStore;
import org.ssprprefill.ledger.MatchStore.RowCandidates;
import org.ssprprefill.ledger.MatchStore.RowChoice;
import org.ssprprefill.match.UserChoice;

/** Finds the one user of each row. */
final class MatchRows implements ItemProcessor<RowCandidates, RowChoice>, ItemWriter<RowChoice> {

	private final Night night;

	MatchRows(Night night) {
		this.night = night;
	}

	LedgerReader<RowCandidates> reader() {
		return new LedgerReader<>(() -> {
			var cursor = matches().candidates(this.night.runId(), this.night.run().tenant(),
					this.night.definition().employeeIdWidth());
			return new LedgerReader.Source<>(cursor::next, cursor::close);
		});
	}

	@Override
	public RowChoice process(RowCandidates row) {
		return new RowChoice(row, UserChoice.among(row.candidates()));
	}

	@Override
	public void write(Chunk<? extends RowChoice> chunk) {
		matches().match(this.night.runId(), List.copyOf(chunk.getItems()));
	}

	private MatchStore matches() {
		return this.night.ledger().matches();
	}

}
