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
 * Lets the requests of one family pass, first come, first served: after every wait that
 * was promised, at the pace that was learned, and only one exchange more at a time than
 * have gone well before. The first one after a throttle goes alone.
 */
final class Gate {

	private final Waiting waiting;

	private final Meter meter;

	private final Rate rate;

	private final Room room;

	private final Semaphore places;

	/** Whoever holds it is the next to send. */
	private final ReentrantLock turn = new ReentrantLock(true);

	private final ReentrantLock state = new ReentrantLock();

	private final Condition left = this.state.newCondition();

	private int underWay;

	private int inside;

	private Instant free = Instant.MIN;

	private Instant lastLeft;

	/**
	 * Creates a gate.
	 * @param room how much may be under way
	 * @param places the exchanges that all families together may have under way
	 */
	Gate(Waiting waiting, Meter meter, Rate rate, Room room, Semaphore places) {
		this.waiting = waiting;
		this.meter = meter;
		this.rate = rate;
		this.room = room;
		this.places = places;
		this.lastLeft = waiting.now();
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
			waitForPromiseAndPace();
			waitForPlace();
			int granted = Math.min(wanted, together());
			ceiling.accept(granted);
			while (!depart(granted)) {
				waitForPromiseAndPace();
				granted = Math.min(granted, together());
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
		learn((known) -> {
			if (this.inside++ == 0) {
				known.idled(this.lastLeft, this.waiting.now());
			}
		});
	}

	private int together() {
		this.state.lock();
		try {
			return Math.min(this.room.size(), this.rate.together(this.waiting.now()));
		}
		finally {
			this.state.unlock();
		}
	}

	private void waitForPlace() {
		this.state.lock();
		try {
			while (this.underWay >= this.room.width()) {
				this.left.awaitUninterruptibly();
			}
		}
		finally {
			this.state.unlock();
		}
	}

	/** Goes, unless the tenant has asked to wait meanwhile, or the program is to stop. */
	private boolean depart(int items) {
		this.places.acquireUninterruptibly();
		boolean goes = false;
		this.state.lock();
		try {
			this.waiting.goOn();
			Instant now = this.waiting.now();
			goes = !now.isBefore(this.rate.blockedUntil());
			this.underWay += goes ? 1 : 0;
			if (goes && this.rate.isSlowed(now)) {
				this.free = now.plusNanos((long) (items * 1e9 / this.rate.at(now)));
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

	private void waitForPromiseAndPace() {
		for (Duration wait = toWait(); wait.compareTo(Duration.ZERO) > 0; wait = toWait()) {
			this.waiting.pause(PromisedWait.bearable(wait));
			this.meter.waited(wait);
		}
	}

	private Duration toWait() {
		this.state.lock();
		try {
			Instant now = this.waiting.now();
			Instant promised = this.rate.blockedUntil();
			Instant until = promised.isAfter(this.free) ? promised : this.free;
			return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
		}
		finally {
			this.state.unlock();
		}
	}

	private void leaveUnsent() {
		learn((known) -> {
			this.inside--;
			this.lastLeft = this.waiting.now();
		});
	}

	/**
	 * An exchange is over.
	 * @param requests how many it was
	 * @param well whether none of them was throttled
	 */
	void leave(int requests, boolean well) {
		this.places.release();
		learn((known) -> {
			this.underWay--;
			this.inside--;
			this.lastLeft = this.waiting.now();
			if (well) {
				this.room.grow(requests);
			}
			else {
				this.room.shrink(known.afresh());
			}
			this.left.signalAll();
		});
	}

	/** Lets the pace learn something, one thing at a time. */
	void learn(Consumer<Rate> lesson) {
		this.state.lock();
		try {
			lesson.accept(this.rate);
		}
		finally {
			this.state.unlock();
		}
	}

}
