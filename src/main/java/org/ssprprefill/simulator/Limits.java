package org.ssprprefill.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import org.ssprprefill.simulator.RateLimit.Shape;

/**
 * How much the simulated tenant bears ({@code throttling-limits}). Which limit a call of
 * an authentication method falls under is not known, so there is one simulation of each
 * reading, and any other can be put together.
 */
public final class Limits {

	private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

	private static final Limit REPORTS = new Limit(Limits::isReport, (call) -> 1,
			RateLimit.of(Shape.SLIDING_WINDOW, 5, TEN_SECONDS));

	/** Any number of requests. */
	public static final Limits NONE = new Limits("none", List.of());

	/**
	 * Read literally: 5 calls of authentication methods in 10 seconds, and 5 of reports.
	 */
	public static final Limits LITERAL = new Limits("literal",
			List.of(REPORTS, new Limit((call) -> isOfMethods(call) && !isReport(call), (call) -> 1,
					RateLimit.of(Shape.SLIDING_WINDOW, 5, TEN_SECONDS))));

	/**
	 * 8,000 units in 10 seconds and 3,000 writes in 150 seconds; reports 5 in 10 seconds.
	 */
	public static final Limits UNITS = new Limits("units", List.of(REPORTS,
			new Limit((call) -> !isReport(call) && !call.path().equals("/$batch"), Limits::cost,
					RateLimit.of(Shape.BUCKET, 8000, TEN_SECONDS).telling(RetryAfterStyle.CONSTANT)),
			new Limit(Call::isMethodWrite, (call) -> 1,
					RateLimit.of(Shape.BUCKET, 3000, Duration.ofSeconds(150)).telling(RetryAfterStyle.CONSTANT))));

	private final String word;

	private final List<Limit> limits;

	/** A limit, with what falls under it and what that costs. */
	private record Limit(Predicate<Call> covers, ToIntFunction<Call> cost, RateLimit rate) {
	}

	private Limits(String word, List<Limit> limits) {
		this.word = word;
		this.limits = limits;
	}

	/**
	 * The readings that have a word of their own.
	 * @return none, literal and units
	 */
	public static List<Limits> known() {
		return List.of(NONE, LITERAL, UNITS);
	}

	/**
	 * The word of a fault file.
	 * @return for example {@code literal}
	 */
	public String word() {
		return this.word;
	}

	/**
	 * A further limit on single requests and items of JSON batches.
	 * @param on a verb or {@code *}, and a regular expression that a part of the path
	 * matches, for example {@code POST phoneMethods}
	 * @param rate the limit
	 * @return these limits and that one
	 */
	public Limits and(String on, RateLimit rate) {
		FaultTrigger cue = FaultTrigger.on(on.substring(0, on.indexOf(' ')), on.substring(on.indexOf(' ') + 1));
		Limit further = new Limit((call) -> !call.path().equals("/$batch") && cue.fits(call), (call) -> 1, rate);
		return new Limits(this.word, Stream.concat(this.limits.stream(), Stream.of(further)).toList());
	}

	/**
	 * A further limit on reads of methods in JSON batches, where an answer sheet told.
	 */
	Limits and(OptionalInt readsAtOnce) {
		if (readsAtOnce.isEmpty()) {
			return this;
		}
		Limit further = new Limit((call) -> call.batchItem() && isOfMethods(call) && call.method().equals("GET"),
				(call) -> 1, RateLimit.of(Shape.SLIDING_WINDOW, readsAtOnce.getAsInt(), TEN_SECONDS));
		return new Limits(this.word, Stream.concat(this.limits.stream(), Stream.of(further)).toList());
	}

	/** What is left of the limits, beginning with nothing used. */
	Allowance allowance() {
		List<RateLimitState> states = new ArrayList<>();
		this.limits.forEach((limit) -> states.add(new RateLimitState(limit.rate())));
		return (call, now) -> {
			boolean low = call.priority().filter("Low"::equals).isPresent();
			for (int i = 0; i < states.size(); i++) {
				Limit limit = this.limits.get(i);
				Optional<String> refusal = limit.covers().test(call)
						? states.get(i).take(limit.cost().applyAsInt(call), low, now) : Optional.empty();
				if (refusal.isPresent()) {
					return refusal;
				}
			}
			return Optional.empty();
		};
	}

	private static boolean isReport(Call call) {
		return call.path().startsWith("/reports/");
	}

	private static boolean isOfMethods(Call call) {
		return call.path().contains("/authentication/");
	}

	private static int cost(Call call) {
		int base = call.path().endsWith("/transitiveMembers") ? 5 : call.path().endsWith("/members") ? 3
				: call.path().equals("/subscribedSkus") ? 3 : call.path().startsWith("/users") ? 2 : 1;
		return isOfMethods(call) ? 1 : Math.max(1, base - (call.selected().isEmpty() ? 0 : 1));
	}

	/** Decides about one call. */
	interface Allowance {

		/**
		 * How long to wait, as {@code Retry-After} says it, empty for no header; nothing
		 * if the call may pass.
		 */
		Optional<String> take(Call call, Instant now);

	}

}
