package org.ssprprefill.graph;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import com.microsoft.kiota.RequestInformation;

import org.ssprprefill.tenant.TenantUnavailableException;

/** Asks until there is an answer, within bounds. */
final class RetryingRequest {

	private static final Duration BOUND = Duration.ofMinutes(5);

	private static final int FIRST_CONTACT_ATTEMPTS = 3;

	private final GraphSender wire;

	private final Waiting waiting;

	private final AtomicBoolean reached = new AtomicBoolean();

	RetryingRequest(GraphSender wire, Waiting waiting) {
		this.wire = wire;
		this.waiting = waiting;
	}

	/**
	 * Asks a plain question.
	 * @param question the question
	 * @param request builds the request
	 * @return a JSON object, or a refusal (4xx, 501)
	 * @throws TenantUnavailableException if there is neither within eight attempts or
	 * five minutes
	 */
	GraphResponse ask(Question question, Supplier<RequestInformation> request) {
		return insist(question.words().inEnglish(),
				() -> new BatchResponse(1, this.wire.exchange(question.family(), request), Map.of()))
			.whole();
	}

	/**
	 * Attempts an exchange until it succeeds.
	 * @param words what is asked
	 * @param attempt sends what is asked
	 * @return an exchange that ended in a JSON object, or a refusal (4xx, 501)
	 * @throws TenantUnavailableException if there is neither within eight attempts or
	 * five minutes
	 */
	BatchResponse insist(String words, Supplier<BatchResponse> attempt) {
		RetryBudget patience = new RetryBudget(this.waiting, BOUND);
		while (true) {
			BatchResponse exchanged = attempt.get();
			GraphResponse reply = exchanged.whole();
			patience.attempted();
			boolean unreadable = reply.isSuccess() && !reply.body().isObject();
			if (!unreadable && !GraphResponse.passes(reply.status())) {
				this.reached.set(true);
				return exchanged;
			}
			await(words, patience, reply);
			this.wire.meter().retried(exchanged.count());
		}
	}

	/**
	 * Waits before the next attempt.
	 * @param words what was asked
	 * @param patience how often it was
	 * @param reply the last answer
	 * @throws TenantUnavailableException if patience is at its end
	 */
	void await(String words, RetryBudget patience, GraphResponse reply) {
		Duration wait = reply.told().orElseGet(patience::backoff);
		if (!patience.allows(wait) || isHopeless(patience, reply)) {
			throw unavailable(words, patience, reply);
		}
		if (reply.told().isEmpty()) {
			pause(wait);
		}
	}

	/** Waits where the tenant named no time; a named time is the throttle's matter. */
	void pause(Duration wait) {
		this.waiting.pause(wait);
		this.wire.meter().waited(wait);
	}

	/**
	 * Remembers that the endpoint exists, so that a lost connection is worth patience.
	 */
	void reached() {
		this.reached.set(true);
	}

	private boolean isHopeless(RetryBudget patience, GraphResponse reply) {
		if (reply.status() != 0) {
			this.reached.set(true);
		}
		return !this.reached.get() && !reply.sent() && patience.attempts() >= FIRST_CONTACT_ATTEMPTS;
	}

	private TenantUnavailableException unavailable(String words, RetryBudget patience, GraphResponse last) {
		String host = this.wire.endpoint().getHost();
		String said = (last.status() == 0) ? last.trouble() : "last answer " + last.status();
		String advice = (last.status() == 0) ? "Check tenant.endpoint, tenant.proxy, tenant.trust and the network."
				: "Try again later.";
		return new TenantUnavailableException("No usable answer from " + host + " to the question for " + words
				+ " after " + patience.attempts() + " attempts (" + said + "). " + advice);
	}

}
