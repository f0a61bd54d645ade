package org.ssprprefill.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.TenantUnavailableException;

/** Reads many lists of methods, several JSON batches at a time. */
final class ParallelMethodReader implements AutoCloseable {

	private final MethodReader reader;

	private final ExecutorService threads;

	/**
	 * Creates a crew.
	 * @param threads more than may be in flight, so that one is ready to go when another
	 * comes back
	 */
	ParallelMethodReader(MethodReader reader, int threads) {
		this.reader = reader;
		AtomicInteger number = new AtomicInteger();
		this.threads = Executors.newFixedThreadPool(threads, (work) -> {
			Thread thread = new Thread(work, "graph-" + number.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		});
	}

	List<MethodAnswer> read(List<MethodQuery> queries) {
		List<Future<List<MethodAnswer>>> batches = new ArrayList<>();
		for (int from = 0; from < queries.size(); from += JsonBatch.LARGEST) {
			List<MethodQuery> part = queries.subList(from, Math.min(from + JsonBatch.LARGEST, queries.size()));
			batches.add(this.threads.submit(() -> this.reader.read(part)));
		}
		try {
			List<MethodAnswer> answers = new ArrayList<>(queries.size());
			for (Future<List<MethodAnswer>> batch : batches) {
				answers.addAll(batch.get());
			}
			return answers;
		}
		catch (ExecutionException ex) {
			throw rethrown(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new TenantUnavailableException("The program was stopped while it read authentication methods.");
		}
		finally {
			batches.forEach((batch) -> batch.cancel(true));
		}
	}

	private static RuntimeException rethrown(@Nullable Throwable cause) {
		if (cause instanceof RuntimeException failure) {
			return failure;
		}
		throw new IllegalStateException("Reading authentication methods failed unexpectedly", cause);
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
