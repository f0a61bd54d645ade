package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.ssprprefill.tenant.PromisedWait;

/**
 * Lets the requests of one family pass, first come, first served: when its
 * {@link RateController} says so, and only one exchange more at a time than have gone
 * well before.
 */
final class RequestFamilyLimiter {

	private final Waiting waiting;

	private final Meter meter;

	private final RateController controller;

	private final SlowStart slowStart;

	private final Semaphore places;

	private final Instant start;

	/** Its holder is the next to send. */
	private final ReentrantLock turn = new ReentrantLock(true);

	private final ReentrantLock state = new ReentrantLock();

	private final Condition left = this.state.newCondition();

	private int underWay;

	private int inside;

	private double lastLeft;

	/**
	 * Creates a limiter.
	 * @param slowStart how much may be under way
	 * @param places the exchanges that all families together may have under way
	 */
	RequestFamilyLimiter(Waiting waiting, Meter meter, RateController controller, SlowStart slowStart,
			Semaphore places) {
		this.waiting = waiting;
		this.meter = meter;
		this.controller = controller;
		this.slowStart = slowStart;
		this.places = places;
		this.start = waiting.now();
	}

	/** The time as the controller counts it. */
	double now() {
		return Duration.between(this.start, this.waiting.now()).toNanos() / 1e9;
	}

	/**
	 * Waits for its turn.
	 * @param wanted how many requests would like to go
	 * @param ceiling waits for what can neither be learned nor promised, once
	 * @return how many may go now, together
	 */
	int enter(int wanted, IntConsumer ceiling) {
		arrive();
		this.turn.lock();
		try {
			int granted = awaitPace(wanted);
			ceiling.accept(granted);
			while (!depart(granted)) {
				granted = awaitPace(granted);
			}
			return granted;
		}
		catch (RuntimeException | Error ex) {
			leaveUnsent();
			throw ex;
		}
		finally {
			this.turn.unlock();
		}
	}

	private void arrive() {
		learn((law) -> {
			if (this.inside++ == 0) {
				law.idled(now() - this.lastLeft);
			}
		});
	}

	/** Waits until some of so many may go, and says how many. */
	private int awaitPace(int wanted) {
		while (true) {
			int size;
			Duration wait;
			this.state.lock();
			try {
				while (this.underWay >= this.slowStart.width()) {
					this.left.awaitUninterruptibly();
				}
				size = together(wanted);
				wait = wait(size);
			}
			finally {
				this.state.unlock();
			}
			if (wait.isZero()) {
				return size;
			}
			this.waiting.pause(PromisedWait.bearable(wait));
			this.meter.waited(wait);
		}
	}

	private int together(int wanted) {
		int most = this.controller.isLimited() ? wanted : Math.min(wanted, this.slowStart.size());
		return this.controller.together(most, now());
	}

	/** To the nanosecond. */
	private Duration wait(int requests) {
		double now = now();
		double left = this.controller.readyAt(requests, now) - now;
		return Duration.ofNanos(Math.max(0, Math.round(left * 1e9)));
	}

	/** Goes, unless the tenant has asked to wait meanwhile, or the program is to stop. */
	private boolean depart(int requests) {
		this.places.acquireUninterruptibly();
		boolean goes = false;
		this.state.lock();
		try {
			this.waiting.goOn();
			goes = wait(requests).isZero();
			if (goes) {
				this.underWay++;
				this.controller.sent(requests, now());
			}
			return goes;
		}
		finally {
			this.state.unlock();
			if (!goes) {
				this.places.release();
			}
		}
	}

	private void leaveUnsent() {
		learn((law) -> {
			this.inside--;
			this.lastLeft = now();
		});
	}

	/**
	 * An exchange is over.
	 * @param requests how many it was
	 * @param well whether none of them was throttled
	 */
	void leave(int requests, boolean well) {
		this.places.release();
		learn((law) -> {
			this.underWay--;
			this.inside--;
			this.lastLeft = now();
			if (well) {
				this.slowStart.grow(requests);
			}
			else {
				this.slowStart.shrink();
			}
			this.left.signalAll();
		});
	}

	/** Lets the control law learn something, one thing at a time. */
	void learn(Consumer<RateController> lesson) {
		this.state.lock();
		try {
			lesson.accept(this.controller);
		}
		finally {
			this.state.unlock();
		}
	}

}
