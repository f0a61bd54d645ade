package org.ssprprefill.graph;

/**
 * How much of one family may be under way: first larger exchanges, then more at a time.
 * Where a limit may be very low, the first exchange is two requests and each further one
 * at most twice as large, as TCP begins (RFC 5681, slow start): a limit of five is found
 * with a few refusals, and a high one costs a few small exchanges.
 */
final class Room {

	private static final int FIRST = 2;

	private final boolean gently;

	private final int widest;

	private int size;

	private int width = 1;

	/**
	 * Creates room for one exchange.
	 * @param gently whether the limit may be so low that a full exchange is too much
	 * @param widest the most exchanges at a time
	 */
	Room(boolean gently, int widest) {
		this.gently = gently;
		this.widest = widest;
		this.size = gently ? FIRST : JsonBatch.LARGEST;
	}

	/** The most requests in one exchange. */
	int size() {
		return this.size;
	}

	/** The most exchanges at a time. */
	int width() {
		return this.width;
	}

	/** An exchange of so many requests has gone well. */
	void grow(int requests) {
		if (this.size < JsonBatch.LARGEST) {
			this.size = Math.min(this.size + requests, JsonBatch.LARGEST);
		}
		else {
			this.width = Math.min(this.width + 1, this.widest);
		}
	}

	/**
	 * An exchange was throttled; the next one goes alone.
	 * @param next how many requests it may be where the limit may be very low
	 */
	void shrink(int next) {
		this.size = this.gently ? Math.min(next, JsonBatch.LARGEST) : this.size;
		this.width = 1;
	}

}
