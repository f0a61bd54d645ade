package org.ssprprefill.job;

import java.util.List;
import java.util.Optional;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.ssprprefill.ledger.MatchStore;
import org.ssprprefill.ledger.MatchStore.RowChoice;

/** Finds the one user of each row. */
final class MatchRows implements ItemWriter<RowChoice> {

	private final RunContext context;

	MatchRows(RunContext context) {
		this.context = context;
	}

	LedgerReader<RowChoice> reader() {
		return new LedgerReader<>(() -> {
			if (this.context.plansNoMore()) {
				return new LedgerReader.Source<>(Optional::empty, () -> {
				});
			}
			var cursor = matches().choices(this.context.runId(), this.context.run().tenant(),
					this.context.definition().employeeIdWidth());
			return new LedgerReader.Source<>(cursor::next, cursor::close);
		});
	}

	@Override
	public void write(Chunk<? extends RowChoice> chunk) {
		matches().match(this.context.runId(), List.copyOf(chunk.getItems()));
	}

	private MatchStore matches() {
		return this.context.ledger().matches();
	}

}
