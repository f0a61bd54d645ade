package org.ssprprefill.tenant;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Work on several JSON batches at a time: as soon as one piece is done the next begins,
 * and after a failure none begins any more. Close it to wait for what is under way.
 */
public final class BoundedExecutor implements AutoCloseable {

	private final int most;

	private final ExecutorService threads;

	private final Semaphore places;

	private final AtomicReference<Throwable> failure = new AtomicReference<>();

	/**
	 * Prepares for work.
	 * @param most how many pieces may be under way at a time, at least one
	 */
	public BoundedExecutor(int most) {
		this.most = most;
		this.threads = Executors.newFixedThreadPool(most);
		this.places = new Semaphore(most);
	}

	/**
	 * Begins a piece of work as soon as there is a place for it, unless one has failed.
	 * @param work the work
	 */
	public void begin(Runnable work) {
		this.places.acquireUninterruptibly();
		this.threads.execute(() -> {
			try {
				if (!hasFailed()) {
					work.run();
				}
			}
			catch (RuntimeException | Error ex) {
				this.failure.compareAndSet(null, ex);
			}
			finally {
				this.places.release();
			}
		});
	}

	/**
	 * Whether a piece has failed, so that it makes no sense to begin others.
	 * @return {@code true} after the first failure
	 */
	public boolean hasFailed() {
		return this.failure.get() != null;
	}

	/**
	 * Waits until nothing is under way any more.
	 * @throws RuntimeException the first failure, if there was one
	 */
	@Override
	public void close() {
		this.places.acquireUninterruptibly(this.most);
		this.threads.shutdown();
		if (this.failure.get() instanceof RuntimeException ex) {
			throw ex;
		}
		if (this.failure.get() instanceof Error error) {
			throw error;
		}
	}

}
