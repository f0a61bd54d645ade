package org.ssprprefill.simulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One thing that goes wrong. */
public final class Fault {

	private final Effect effect;

	/** Stands between the caller and the genuine answer. */
	interface Effect {

		Reply strike(Call call, Supplier<Reply> genuine, SimulatedTenant stage);

	}

	Fault(Effect effect) {
		this.effect = effect;
	}

	Reply strike(Call call, Supplier<Reply> genuine, SimulatedTenant stage) {
		return this.effect.strike(call, genuine, stage);
	}

	/**
	 * The call is refused and not applied; in the flat form of OAuth on the token
	 * endpoint.
	 * @param status the HTTP status
	 * @param code the error code
	 * @return the fault
	 */
	public static Fault refuse(int status, String code) {
		return new Fault((call, genuine, stage) -> refusal(call, status, code));
	}

	/**
	 * The call is refused and not applied, and the caller is told when to come back.
	 * @param status the HTTP status
	 * @param code the error code
	 * @param retryAfter seconds, possibly with a fraction
	 * @return the fault
	 */
	public static Fault refuse(int status, String code, String retryAfter) {
		return new Fault((call, genuine, stage) -> refusal(call, status, code).with("Retry-After", retryAfter));
	}

	/**
	 * 429 {@code TooManyRequests}; not applied.
	 * @param retryAfter seconds, possibly with a fraction; empty for no such header
	 * @return the fault
	 */
	public static Fault throttle(String retryAfter) {
		return new Fault((call, genuine, stage) -> Refusal.throttled(retryAfter));
	}

	/**
	 * The connection is closed without an answer; the call is not applied. On a batch
	 * item it takes the whole exchange down, the other items are applied.
	 * @return the fault
	 */
	public static Fault dropBeforeApplying() {
		return new Fault((call, genuine, stage) -> Reply.drop());
	}

	/**
	 * The call is applied, then the connection is closed without an answer.
	 * @return the fault
	 */
	public static Fault dropAfterApplying() {
		return new Fault((call, genuine, stage) -> genuine.get().replacedBy(Reply.drop()));
	}

	/**
	 * The call is applied, and answered with an error all the same.
	 * @param status the HTTP status
	 * @param code the error code
	 * @return the fault
	 */
	public static Fault refuseAfterApplying(int status, String code) {
		return new Fault((call, genuine, stage) -> genuine.get().replacedBy(refusal(call, status, code)));
	}

	/**
	 * The answer comes late.
	 * @param latency how late
	 * @return the fault
	 */
	public static Fault delay(Duration latency) {
		return new Fault((call, genuine, stage) -> {
			LockSupport.parkNanos(latency.toNanos());
			return genuine.get();
		});
	}

	/**
	 * The number is stored, and answered with 409 {@code phoneNumberNotUnique}, because
	 * another user signs in by SMS with it (observed in the field).
	 * @return the fault
	 */
	public static Fault numberNotUnique() {
		return new Fault((call, genuine, stage) -> {
			Reply reply = genuine.get();
			return (reply.succeeded() && call.isMethodWrite()) ? stage.answers().notUnique() : reply;
		});
	}

	/**
	 * The write is applied, but the next reads of this user's methods still show the old
	 * state.
	 * @param reads how many reads
	 * @return the fault
	 */
	public static Fault staleReads(int reads) {
		return new Fault((call, genuine, stage) -> {
			if (call.isMethodWrite()) {
				stage.freeze(call.segment(1), reads);
			}
			return genuine.get();
		});
	}

	/**
	 * A list is answered without anything in it, as by a gateway that filters.
	 * @return the fault
	 */
	public static Fault emptyList() {
		return new Fault((call, genuine, stage) -> Reply.of(200, Json.object("value", List.of())));
	}

	/**
	 * Runs something before the call is applied.
	 * @param hook for example one that ends the process
	 * @return the fault
	 */
	public static Fault beforeApplying(Runnable hook) {
		return new Fault((call, genuine, stage) -> {
			hook.run();
			return genuine.get();
		});
	}

	/**
	 * Runs something after the call is applied and remembered, before it is answered.
	 * @param hook for example one that ends the process
	 * @return the fault
	 */
	public static Fault afterApplying(Runnable hook) {
		return new Fault((call, genuine, stage) -> {
			Reply reply = genuine.get();
			stage.remember();
			hook.run();
			return reply;
		});
	}

	private static Reply refusal(Call call, int status, String code) {
		return call.isLogin() ? Login.refusal(status, code, "AADSTS7000215: Invalid client secret provided.")
				: Refusal.of(status, code, "The simulated tenant was told to refuse this call.");
	}

}
