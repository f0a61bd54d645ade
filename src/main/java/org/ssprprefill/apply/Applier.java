package org.ssprprefill.apply;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.ChangeStore;
import org.ssprprefill.tenant.BoundedExecutor;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.WritePermit;

/**
 * Sends the planned changes of a run in JSON batches, several in flight. A change is
 * committed as <em>sent</em> before its request leaves; whatever was sent by a process
 * that died is read back before anything else happens to it.
 */
public final class Applier {

	/**
	 * The most requests a JSON batch may hold (learn.microsoft.com, graph/json-batching).
	 */
	/** How many changes are fetched from the ledger at a time: not all of a run. */
	private static final int PAGE = 10 * Tenant.MOST_TOGETHER;

	/** The alternate mobile comes last: Graph wants a mobile to be there before it. */
	private static final List<Set<MethodKind>> WAVES = List
		.of(Set.of(MethodKind.MOBILE, MethodKind.OFFICE, MethodKind.EMAIL), Set.of(MethodKind.ALTERNATE_MOBILE));

	/**
	 * A mobile cannot go while there is an alternate one (learn.microsoft.com,
	 * graph/api/phoneauthenticationmethod-delete).
	 */
	private static final List<Set<MethodKind>> WAVES_OF_REMOVAL = List.of(WAVES.get(1), WAVES.get(0));

	private final ChangeStore changes;

	private final ChangeSender delivery;

	private final int atATime;

	private final BooleanSupplier stopping;

	/**
	 * Creates an applier.
	 * @param tenant the tenant to write to
	 * @param changes the ledger's changes
	 * @param atATime how many JSON batches to prepare, send and settle at a time; the
	 * tenant's connection lets no more of them leave than its own ceiling
	 * @param patience how long to wait for a tenant that does not answer
	 * @param stopping whether to leave off after what is under way
	 * @param permit the right to write, asked right before each exchange leaves
	 * @param clearance looks at each change again, right before it is sent
	 */
	public Applier(Tenant tenant, ChangeStore changes, int atATime, RetryPolicy patience, BooleanSupplier stopping,
			WritePermit permit, Clearance clearance) {
		this.changes = changes;
		this.delivery = new ChangeSender(tenant, changes, patience, stopping, permit, clearance);
		this.atATime = atATime;
		this.stopping = stopping;
	}

	/**
	 * Sends everything that is planned, and settles what an earlier process has sent.
	 * @param run the run's id
	 * @return how many changes were taken up
	 * @throws org.ssprprefill.tenant.TenantUnavailableException if the tenant stays
	 * silent or throttles beyond patience; nothing is lost and starting again goes on
	 * @throws PermitLapsedException if the right to write lapsed; what was not sent stays
	 * planned
	 */
	public long apply(String run) {
		AtomicLong taken = new AtomicLong();
		for (Set<MethodKind> wave : this.changes.removesAny(run) ? WAVES_OF_REMOVAL : WAVES) {
			inBatches(run, ChangeState.SENT, wave, taken, this.delivery::recover);
			do {
				inBatches(run, ChangeState.PLANNED, wave, taken, this.delivery::deliver);
			}
			while (!this.stopping.getAsBoolean() && !this.changes.next(run, ChangeState.PLANNED, wave, 0, 1).isEmpty());
		}
		return taken.get();
	}

	private void inBatches(String run, ChangeState state, Set<MethodKind> wave, AtomicLong taken,
			Consumer<List<ChangeEntry>> work) {
		// Nothing may still be writing once this returns, however it ends
		try (BoundedExecutor senders = new BoundedExecutor(this.atATime)) {
			this.delivery.goesOn(true);
			List<ChangeEntry> page = this.changes.next(run, state, wave, 0, PAGE);
			while (!page.isEmpty()) {
				for (int from = 0; from < page.size(); from += Tenant.MOST_TOGETHER) {
					List<ChangeEntry> batch = page.subList(from, Math.min(from + Tenant.MOST_TOGETHER, page.size()));
					senders.begin(() -> {
						if (!this.stopping.getAsBoolean()) {
							taken.addAndGet(batch.size());
							work.accept(batch);
						}
					});
				}
				boolean goesOn = !senders.hasFailed() && !this.stopping.getAsBoolean();
				page = goesOn ? this.changes.next(run, state, wave, page.get(page.size() - 1).id(), PAGE) : List.of();
			}
			this.delivery.goesOn(false);
		}
		finally {
			this.delivery.settleAnswered();
		}
	}

}
