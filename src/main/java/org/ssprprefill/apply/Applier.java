package org.ssprprefill.apply;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.ChangeStore;
import org.ssprprefill.tenant.Tenant;

/**
 * Sends the planned changes of a run in JSON batches, several in flight. A change is
 * committed as <em>sent</em> before its request leaves; whatever was sent by a process
 * that died is read back before anything else happens to it.
 */
public final class Applier {

	/**
	 * The most requests a JSON batch may hold (learn.microsoft.com, graph/json-batching).
	 */
	private static final int BATCH = 20;

	/** The alternate mobile comes last: Graph wants a mobile to be there before it. */
	private static final List<Set<MethodKind>> WAVES = List
		.of(Set.of(MethodKind.MOBILE, MethodKind.OFFICE, MethodKind.EMAIL), Set.of(MethodKind.ALTERNATE_MOBILE));

	/**
	 * A mobile cannot go while there is an alternate one (learn.microsoft.com,
	 * graph/api/phoneauthenticationmethod-delete).
	 */
	private static final List<Set<MethodKind>> WAVES_OF_REMOVAL = List.of(WAVES.get(1), WAVES.get(0));

	private final ChangeStore changes;

	private final Delivery delivery;

	private final int inFlight;

	private final BooleanSupplier stopping;

	/**
	 * Creates an applier.
	 * @param tenant the tenant to write to
	 * @param changes the ledger's changes
	 * @param inFlight how many JSON batches may be under way at a time
	 * @param patience how long to wait for a tenant that does not answer
	 * @param stopping whether to leave off after what is under way
	 */
	public Applier(Tenant tenant, ChangeStore changes, int inFlight, Patience patience, BooleanSupplier stopping) {
		this.changes = changes;
		this.delivery = new Delivery(tenant, changes, patience, stopping);
		this.inFlight = inFlight;
		this.stopping = stopping;
	}

	/**
	 * Sends everything that is planned, and settles what an earlier process has sent.
	 * @param run the run's id
	 * @return how many changes were taken up
	 * @throws org.ssprprefill.tenant.TenantUnavailableException if the tenant stays
	 * silent or throttles beyond patience; nothing is lost and starting again goes on
	 */
	public long apply(String run) {
		AtomicLong taken = new AtomicLong();
		for (Set<MethodKind> wave : this.changes.removesAny(run) ? WAVES_OF_REMOVAL : WAVES) {
			inBatches(run, ChangeState.SENT, wave, taken, this.delivery::recover);
			inBatches(run, ChangeState.PLANNED, wave, taken, this.delivery::deliver);
		}
		return taken.get();
	}

	private void inBatches(String run, ChangeState state, Set<MethodKind> wave, AtomicLong taken,
			Consumer<List<ChangeEntry>> work) {
		ExecutorService senders = Executors.newFixedThreadPool(this.inFlight);
		Semaphore places = new Semaphore(this.inFlight);
		AtomicReference<Throwable> failure = new AtomicReference<>();
		try {
			long after = 0;
			List<ChangeEntry> batch = this.changes.next(run, state, wave, after, BATCH);
			while (!batch.isEmpty() && failure.get() == null && !this.stopping.getAsBoolean()) {
				after = batch.get(batch.size() - 1).id();
				taken.addAndGet(batch.size());
				submit(senders, places, failure, batch, work);
				batch = this.changes.next(run, state, wave, after, BATCH);
			}
		}
		finally {
			// Nothing may still be writing once this returns, however it ends
			places.acquireUninterruptibly(this.inFlight);
			senders.shutdown();
		}
		if (failure.get() instanceof RuntimeException ex) {
			throw ex;
		}
		if (failure.get() instanceof Error error) {
			throw error;
		}
	}

	private static void submit(ExecutorService senders, Semaphore places, AtomicReference<Throwable> failure,
			List<ChangeEntry> batch, Consumer<List<ChangeEntry>> work) {
		places.acquireUninterruptibly();
		senders.execute(() -> {
			try {
				work.accept(batch);
			}
			catch (RuntimeException | Error ex) {
				failure.compareAndSet(null, ex);
			}
			finally {
				places.release();
			}
		});
	}

}
