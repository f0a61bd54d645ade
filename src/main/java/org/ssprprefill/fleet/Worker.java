package org.ssprprefill.fleet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.ssprprefill.database.Database;
import org.ssprprefill.definition.FleetDefinition;

/**
 * Takes nights of a fleet, several side by side, until it is told to stop. It lives as
 * long as its heartbeat; the nights of a dead one are taken up by others, in their old
 * place of the queue.
 */
public final class Worker implements AutoCloseable {

	private static final Duration NEVER = Duration.ofDays(36_500);

	private final NightStore nights;

	private final WorkerTimes times;

	private final Clock clock;

	private final NightTask task;

	private final Scheduler scheduler;

	private final CountDownLatch stopped = new CountDownLatch(1);

	/**
	 * Makes a worker.
	 * @param fleet the fleet
	 * @param nights its nights
	 * @param run runs one of them
	 * @param listener is told of what becomes of nights
	 * @param times how patient it is
	 * @param clock the time of this machine
	 */
	public Worker(FleetDefinition fleet, NightStore nights, NightRun run, NightListener listener, WorkerTimes times,
			Clock clock) {
		this.nights = nights;
		this.times = times;
		this.clock = clock;
		String name = host() + "/" + ProcessHandle.current().pid() + "/" + UUID.randomUUID().toString().substring(0, 8);
		this.task = new NightTask(fleet, nights, run, new NightTask.Life(name, times, clock, listener));
		this.scheduler = Scheduler.create(nights.database(), List.of(this.task.task()))
			.tableName(Database.SCHEMA + ".scheduled_tasks")
			.schedulerName(new SchedulerName.Fixed(name))
			.threads(fleet.atATime())
			.pollingInterval(times.poll())
			.pollUsingLockAndFetch(0.5, 1.0)
			.heartbeatInterval(times.heartbeat())
			.missedHeartbeatsLimit(times.missed())
			.enablePriority()
			.deleteUnresolvedAfter(NEVER)
			.shutdownMaxWait(times.grace())
			.failureLogging(LogLevel.WARN, false)
			.clock(clock::instant)
			.build();
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "a machine without a name";
		}
	}

	/**
	 * Begins to take nights.
	 * @throws WorkerRefusedException if this machine's clock is too far from the
	 * database's
	 */
	public void start() {
		Duration apart = Duration.between(this.nights.now(), this.clock.instant()).abs();
		if (apart.compareTo(this.times.tolerated()) > 0) {
			throw new WorkerRefusedException("The clock of this machine differs from the database's by "
					+ apart.toSeconds() + " s; a worker that lives would be taken for dead. Set the clock (NTP), and"
					+ " start the worker again.");
		}
		this.nights.queue();
		this.scheduler.start();
	}

	/** Waits until no night is due that has not ended, or the worker is stopped. */
	public void awaitEmpty() {
		while (!isStopped(this.times.poll()) && !isEmpty()) {
			// Nights of others count: should their worker die, this one takes them
		}
	}

	/** Waits until the worker is stopped. */
	public void awaitStop() {
		while (!isStopped(Duration.ofMinutes(1))) {
			// Nothing to do in between
		}
	}

	private boolean isEmpty() {
		try {
			return this.nights.open(this.clock.instant()) == 0;
		}
		catch (DataAccessException ex) {
			LoggerFactory.getLogger(Worker.class).debug("The fleet's database does not answer", ex);
			return false;
		}
	}

	private boolean isStopped(Duration wait) {
		try {
			return this.stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

	/** Takes no more nights, and lets those in work leave off. */
	public void stop() {
		this.stopped.countDown();
		this.task.leaveOff();
	}

	/** Stops, and waits for what is in work. */
	@Override
	public void close() {
		stop();
		this.scheduler.stop();
		this.task.close();
	}

	static Optional<Instant> later(Instant now, Duration wait, Instant until) {
		return Optional.of(now.plus(wait)).filter((time) -> time.isBefore(until));
	}

}
