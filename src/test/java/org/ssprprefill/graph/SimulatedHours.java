package org.ssprprefill.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

import org.ssprprefill.simulator.RateLimit;
import org.ssprprefill.simulator.RateLimitState;

/**
 * The control law against a simulated limit, event by event, without threads and in no
 * time: exchanges of up to twenty requests, eight at a time, half of the latency on their
 * way to the tenant and half on the way back.
 */
final class SimulatedHours {

	private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");

	private static final double LATENCY = 0.1;

	private static final double CEILING = 1000;

	private final RateLimitState tenant;

	private final RateController law = new RateController(CEILING, Family.WRITES.slowest());

	private final SlowStart slowStart = new SlowStart(true, 8);

	private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::at));

	private double now;

	private int underWay;

	private double promised = Double.NEGATIVE_INFINITY;

	private double firstRefusal = Double.POSITIVE_INFINITY;

	private long accepted;

	private long refused;

	private long exchanges;

	private long early;

	private record Event(double at, Runnable what) {
	}

	/**
	 * What was seen so far.
	 *
	 * @param early how many exchanges left before the time that the tenant had named
	 * @param others how much other applications were served
	 */
	record Figures(long accepted, long refused, long exchanges, long early, double others) {

		Figures since(Figures before) {
			return new Figures(this.accepted - before.accepted, this.refused - before.refused,
					this.exchanges - before.exchanges, this.early - before.early, this.others - before.others);
		}

		double shareRefused() {
			return (double) this.refused / Math.max(1, this.accepted + this.refused);
		}

	}

	SimulatedHours(RateLimit limit) {
		this.tenant = new RateLimitState(limit);
	}

	double now() {
		return this.now;
	}

	Figures figures() {
		return new Figures(this.accepted, this.refused, this.exchanges, this.early, this.tenant.servedOthers());
	}

	/** Sends until the first refusal, but for no longer than an hour. */
	SimulatedHours untilRefused() {
		while (Double.isInfinite(this.firstRefusal) && this.now < 3600) {
			step(this.now + 3600);
		}
		return this;
	}

	/** Sends for so many seconds. */
	SimulatedHours send(double seconds) {
		double until = this.now + seconds;
		while (this.now < until) {
			step(until);
		}
		return this;
	}

	/** Sends until so many requests are accepted. */
	SimulatedHours sendAll(long requests) {
		while (this.accepted < requests) {
			step(this.now + 3600);
		}
		return this;
	}

	private void step(double until) {
		double next = this.events.isEmpty() ? until : this.events.peek().at();
		int size = this.law.isLimited() ? this.law.together(20, this.now) : this.slowStart.size();
		boolean room = this.underWay < this.slowStart.width();
		double ready = room ? this.law.readyAt(size, this.now) : Double.POSITIVE_INFINITY;
		if (ready <= this.now) {
			leave(size);
			return;
		}
		// The pace may grow while something waits, so it is asked again every second
		this.now = Math.min(Math.min(next, ready), Math.min(until, this.now + 1));
		if (next <= this.now && !this.events.isEmpty()) {
			this.events.remove().what().run();
		}
	}

	private void leave(int size) {
		double sent = this.now;
		this.law.sent(size, sent);
		this.underWay++;
		this.exchanges++;
		this.early += (sent < this.promised) ? 1 : 0;
		this.events.add(new Event(sent + LATENCY / 2, () -> arrive(size, sent)));
	}

	private void arrive(int size, double sent) {
		Instant at = START.plusNanos((long) (this.now * 1e9));
		List<Optional<String>> answers = new ArrayList<>();
		for (int i = 0; i < size; i++) {
			answers.add(this.tenant.take(1, true, at));
		}
		this.events.add(new Event(sent + LATENCY, () -> answered(answers, sent)));
	}

	private void answered(List<Optional<String>> answers, double sent) {
		this.underWay--;
		for (Optional<String> refusal : answers) {
			if (refusal.isEmpty()) {
				this.accepted++;
				this.law.accepted(sent);
			}
		}
		answers.forEach((answer) -> answer.ifPresent((told) -> refused(told, sent)));
		if (answers.stream().allMatch(Optional::isEmpty)) {
			this.slowStart.grow(answers.size());
		}
		else {
			this.slowStart.shrink();
		}
	}

	private void refused(String told, double sent) {
		double seconds = told.isEmpty() ? 0 : Double.parseDouble(told);
		this.refused++;
		this.firstRefusal = Math.min(this.firstRefusal, this.now);
		this.promised = Math.max(this.promised, this.now + seconds);
		this.law.refused(sent, this.now, seconds);
	}

}
