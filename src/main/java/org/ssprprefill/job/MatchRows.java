package org.ssprprefill.job;

import java.util.List;
import java.util.Optional;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.ssprprefill.ledger.MatchStore;
import org.ssprprefill.ledger.MatchStore.RowChoice;

/** Finds the one user of each row. */
final class MatchRows implements ItemWriter<RowChoice> {

	private final Night night;

	MatchRows(Night night) {
		this.night = night;
	}

	LedgerReader<RowChoice> reader() {
		return new LedgerReader<>(() -> {
			if (this.night.plansNoMore()) {
				return new LedgerReader.Source<>(Optional::empty, () -> {
				});
			}
			var cursor = matches().choices(this.night.runId(), this.night.run().tenant(),
					this.night.definition().employeeIdWidth());
			return new LedgerReader.Source<>(cursor::next, cursor::close);
		});
	}

	@Override
	public void write(Chunk<? extends RowChoice> chunk) {
		matches().match(this.night.runId(), List.copyOf(chunk.getItems()));
	}

	private MatchStore matches() {
		return this.night.ledger().matches();
	}

}
