package org.ssprprefill.job;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads a query of the ledger from its beginning. The steps that use it forget their own
 * output first, so that a step taken up after a crash begins anew.
 *
 * @param <T> what is read
 */
final class LedgerReader<T> implements ItemStreamReader<T> {

	private final Supplier<Source<T>> query;

	private @Nullable Source<T> source;

	LedgerReader(Supplier<Source<T>> query) {
		this.query = query;
	}

	@Override
	public void open(ExecutionContext executionContext) {
		close();
		this.source = this.query.get();
	}

	@Override
	public @Nullable T read() {
		return (this.source != null) ? this.source.next().get().orElse(null) : null;
	}

	@Override
	public void close() {
		if (this.source != null) {
			this.source.close().run();
			this.source = null;
		}
	}

	/**
	 * An open query.
	 *
	 * @param <T> what is read
	 * @param next the next item
	 * @param close ends the query
	 */
	record Source<T>(Supplier<Optional<T>> next, Runnable close) {
	}

}
