package org.ssprprefill.simulator;

import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * When a fault strikes.
 *
 * @param method the HTTP method, {@code *} for any
 * @param path found anywhere in the path below the version root, for example
 * {@code phoneMethods} or {@code ^/users$}
 * @param occurrence which of the fitting calls, counted from 1
 * @param level whole requests, items of JSON batches, or both
 */
public record FaultTrigger(String method, Pattern path, IntPredicate occurrence, Level level) {

	/** What may be struck. */
	public enum Level {

		/** Requests and items alike. */
		ANY,
		/** Plain requests, and JSON batches as a whole. */
		WHOLE_REQUEST,
		/** Single items of JSON batches. */
		BATCH_ITEM

	}

	/**
	 * Every call of that method and path.
	 * @param method the HTTP method, {@code *} for any
	 * @param path a regular expression found in the path below the version root
	 * @return the cue
	 */
	public static FaultTrigger on(String method, String path) {
		return new FaultTrigger(method, Pattern.compile(path), (count) -> true, Level.ANY);
	}

	/**
	 * Only one of the fitting calls.
	 * @param number counted from 1
	 * @return the narrower cue
	 */
	public FaultTrigger nth(int number) {
		return when((count) -> count == number);
	}

	/**
	 * Every second, third, … fitting call.
	 * @param step 2 for every second
	 * @return the narrower cue
	 */
	public FaultTrigger everyNth(int step) {
		return when((count) -> count % step == 0);
	}

	/**
	 * The first so many fitting calls.
	 * @param number how many
	 * @return the narrower cue
	 */
	public FaultTrigger first(int number) {
		return when((count) -> count <= number);
	}

	/**
	 * Only items of JSON batches.
	 * @return the narrower cue
	 */
	public FaultTrigger batchItems() {
		return new FaultTrigger(this.method, this.path, this.occurrence, Level.BATCH_ITEM);
	}

	/**
	 * Only plain requests, and JSON batches as a whole (path {@code /$batch}).
	 * @return the narrower cue
	 */
	public FaultTrigger wholeRequests() {
		return new FaultTrigger(this.method, this.path, this.occurrence, Level.WHOLE_REQUEST);
	}

	FaultTrigger when(IntPredicate chosen) {
		return new FaultTrigger(this.method, this.path, chosen, this.level);
	}

	boolean fits(Call call) {
		return (this.method.equals("*") || this.method.equals(call.method()))
				&& (this.level == Level.ANY || call.batchItem() == (this.level == Level.BATCH_ITEM))
				&& this.path.matcher(call.path()).find();
	}

}
