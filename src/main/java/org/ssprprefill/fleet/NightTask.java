package org.ssprprefill.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.ssprprefill.definition.FleetDefinition;
import org.ssprprefill.definition.FleetTenant;

/** What a worker does with a night that is due, and what becomes of it afterwards. */
final class NightTask {

	private static final int BUSY = 6;

	private static final int FAILED = 1;

	private static final Duration RETURN = Duration.ofSeconds(90);

	private final Map<String, FleetTenant> tenants;

	private final NightStore nights;

	private final NightRun run;

	private final Life life;

	private final Set<LeaveOff> inWork = ConcurrentHashMap.newKeySet();

	/**
	 * One for each process: a night during which a worker died runs beside no other such
	 * night, or the one that kills its process would have its neighbours given up, too.
	 */
	private final Semaphore suspect = new Semaphore(1);

	private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "until");
		thread.setDaemon(true);
		return thread;
	});

	private volatile boolean stopping;

	NightTask(FleetDefinition fleet, NightStore nights, NightRun run, Life life) {
		this.tenants = fleet.tenants().stream().collect(Collectors.toMap(FleetTenant::id, Function.identity()));
		this.nights = nights;
		this.run = run;
		this.life = life;
	}

	Task<Void> task() {
		return Tasks.custom(this.nights.task(), Void.class)
			.onDeadExecution(this::died)
			.onFailure((complete, operations) -> operations.reschedule(complete,
					this.life.clock.instant().plus(this.life.times.busy())))
			.execute((instance, context) -> execute(instance));
	}

	/** Lets the nights in work leave off. */
	void leaveOff() {
		this.stopping = true;
		this.inWork.forEach(LeaveOff::ask);
	}

	void close() {
		this.deadlines.shutdownNow();
	}

	private CompletionHandler<Void> execute(TaskInstance<Void> instance) {
		NightKey key = NightKey.of(instance.getId());
		Optional<TenantNight> night = this.nights.find(key).filter((known) -> known.endedAt().isEmpty());
		if (night.isEmpty()) {
			return (complete, operations) -> operations.stop();
		}
		if (night.get().deaths() == 0) {
			return execute(night.get());
		}
		if (!this.suspect.tryAcquire()) {
			return (complete, operations) -> operations.reschedule(complete,
					this.life.clock.instant().plus(this.life.times.busy()));
		}
		try {
			return execute(night.get());
		}
		finally {
			this.suspect.release();
		}
	}

	private CompletionHandler<Void> execute(TenantNight night) {
		LeaveOff stop = new LeaveOff();
		this.inWork.add(stop);
		try {
			NightEnd end = end(night, stop);
			return (complete, operations) -> settle(night, end, stop, new Turn(complete, operations));
		}
		finally {
			this.inWork.remove(stop);
		}
	}

	private NightEnd end(TenantNight night, LeaveOff stop) {
		FleetTenant tenant = this.tenants.get(night.key().tenant());
		if (tenant == null) {
			return NightEnd.notBegun(2, "The fleet file no longer has an entry for it.");
		}
		if (tenant.definition().isEmpty()) {
			return NightEnd.notBegun(2, tenant.problems().get(0).sentence());
		}
		Instant now = this.life.clock.instant();
		if (this.stopping || !now.isBefore(night.untilAt())) {
			stop.ask();
			return NightEnd.notBegun(FAILED, "It was not begun in time.");
		}
		this.nights.begun(night.key(), this.life.worker, now);
		ScheduledFuture<?> deadline = this.deadlines.schedule(stop::ask,
				Duration.between(now, night.untilAt()).toMillis(), TimeUnit.MILLISECONDS);
		try {
			if (this.stopping) {
				stop.ask();
			}
			return this.run.run(tenant.definition().get(), night, stop);
		}
		catch (RuntimeException ex) {
			LoggerFactory.getLogger(NightTask.class).error("A night failed", ex);
			return NightEnd.notBegun(FAILED, "It failed unexpectedly; the log says more.");
		}
		finally {
			deadline.cancel(false);
		}
	}

	/** What becomes of a night: ended for good, or done again at a time. */
	private void settle(TenantNight night, NightEnd end, LeaveOff stop, Turn turn) {
		Instant now = this.life.clock.instant();
		if (end.exitCode() == BUSY) {
			again(night, end, 0, now.plus(this.life.times.busy()), turn);
		}
		else if (end.exitCode() != FAILED) {
			ended(night, end, NightOutcome.of(end.exitCode()), turn);
		}
		else if (stop.isAsked()) {
			if (now.isBefore(night.untilAt())) {
				again(night, end, 0, night.plannedAt(), turn);
			}
			else {
				ended(night, end, NightOutcome.LEFT_OFF, turn);
			}
		}
		else {
			Optional<Instant> retry = (night.attempts() < this.life.times.again().size())
					? Worker.later(now, this.life.times.again().get(night.attempts()), night.untilAt())
					: Optional.empty();
			retry.ifPresentOrElse((time) -> again(night, end, 1, time, turn),
					() -> ended(night, end, NightOutcome.FAILED, turn));
		}
	}

	private void again(TenantNight night, NightEnd end, int attempts, Instant time, Turn turn) {
		insistently(() -> {
			this.nights.note(night.key(), end, NightOutcome.WAITING, attempts, Optional.empty());
			turn.operations.reschedule(turn.complete, time);
		});
		this.life.told(night, end, NightOutcome.WAITING);
	}

	private void ended(TenantNight night, NightEnd end, NightOutcome outcome, Turn turn) {
		insistently(() -> {
			this.nights.note(night.key(), end, outcome, 1, Optional.of(this.life.clock.instant()));
			turn.operations.stop();
		});
		this.life.told(night, end, outcome);
	}

	/** A night during which two workers died would kill every worker in turn. */
	private void died(ExecutionComplete complete, ExecutionOperations<Void> operations) {
		NightKey key = NightKey.of(complete.getExecution().taskInstance.getId());
		Optional<TenantNight> night = this.nights.find(key);
		this.nights.together(() -> {
			if (night.isEmpty() || night.get().endedAt().isPresent()) {
				operations.stop();
			}
			else if (this.nights.died(key) >= 2) {
				this.nights.note(key,
						NightEnd.notBegun(FAILED,
								"Workers died twice during it. Look at the last "
										+ "worker's log and memory, then: fleet retry."),
						NightOutcome.GIVEN_UP, 0, Optional.of(this.life.clock.instant()));
				operations.stop();
			}
			else {
				operations.reschedule(complete, night.get().plannedAt());
			}
		});
	}

	/** A restart of the database must not look like a dead worker. */
	private void insistently(Runnable work) {
		Instant giveUp = this.life.clock.instant().plus(RETURN);
		while (true) {
			try {
				this.nights.together(work);
				return;
			}
			catch (DataAccessException | TransactionException ex) {
				if (this.life.clock.instant().isAfter(giveUp) || !pause()) {
					throw ex;
				}
			}
		}
	}

	private boolean pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(this.life.times.poll().toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** The scheduler's part of a night's end. */
	private record Turn(ExecutionComplete complete, ExecutionOperations<Void> operations) {
	}

	/**
	 * The worker itself.
	 *
	 * @param worker its name
	 * @param times how patient it is
	 * @param clock the time of its machine
	 * @param listener is told of what becomes of nights
	 */
	record Life(String worker, WorkerTimes times, Clock clock, NightListener listener) {

		void told(TenantNight night, NightEnd end, NightOutcome outcome) {
			this.listener.told(night, end, outcome);
		}

	}

}
