package org.ssprprefill.simulator;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The state of one simulation, behind the endpoints. */
final class SimulatedTenant {

	private final Directory directory;

	private final RegisteredMethods methods;

	private final SimulatedClock clock;

	private final InventedAnswers answers;

	private final Memory memory;

	private final String hash;

	private final Limits.Allowance allowance;

	private final Duration latency;

	private final Journal journal = new Journal();

	private volatile FaultScript faults;

	private final AtomicInteger remembered = new AtomicInteger();

	SimulatedTenant(TenantDescription description, SimulatorSettings settings) {
		this.directory = new Directory(description);
		this.answers = settings.answers();
		this.clock = new SimulatedClock(
				this.answers.manners().reportLag().orElse(description.organization().reportLag()));
		this.memory = settings.memory();
		this.hash = StoredState.hash(description);
		this.methods = StoredState.recall(description, this.memory, this.clock.now());
		this.remembered.set(this.methods.changeCount());
		this.faults = settings.faults();
		this.allowance = settings.limits().and(this.answers.manners().readsAtOnce()).allowance();
		this.latency = settings.latency();
	}

	Directory directory() {
		return this.directory;
	}

	RegisteredMethods methods() {
		return this.methods;
	}

	SimulatedClock clock() {
		return this.clock;
	}

	InventedAnswers answers() {
		return this.answers;
	}

	Journal journal() {
		return this.journal;
	}

	void rehearse(FaultScript script) {
		this.faults = script;
	}

	/**
	 * Answers a call, unless a limit or a fault stands in the way, and notes it in the
	 * journal.
	 */
	Reply play(Call call, Supplier<Reply> genuine) {
		if (!call.batchItem()) {
			LockSupport.parkNanos(this.latency.toNanos());
		}
		Supplier<Reply> allowed = () -> this.allowance.take(call, this.clock.now())
			.map(this::throttled)
			.orElseGet(genuine);
		Reply given = this.faults.next(call).map((fault) -> fault.strike(call, allowed, this)).orElseGet(allowed);
		Reply reply = this.answers.manners().limits(call, given);
		this.journal.answered(call, reply, this.clock.now());
		return reply;
	}

	private Reply throttled(String retryAfter) {
		Manners manners = this.answers.manners();
		return Refusal.throttled(manners.wait(retryAfter), manners.limitCode());
	}

	void freeze(String user, int reads) {
		this.directory.user(user).ifPresent((found) -> this.methods.freeze(found.id(), reads));
	}

	/** Keeps what was written since the last time. */
	synchronized void remember() {
		int changes = this.methods.changeCount();
		if (this.memory != Memory.none() && this.remembered.getAndSet(changes) != changes) {
			this.memory.remember(StoredState.of(this.hash, this.methods));
		}
	}

}
