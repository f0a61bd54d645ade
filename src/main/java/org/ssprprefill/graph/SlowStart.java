package org.ssprprefill.graph;

/**
 * How much of one family may be under way. Where a limit of five is possible, the first
 * exchanges are small and go one at a time, so that it is found with a few refusals. Once
 * more have gone well, the limit is another and high: exchanges are full, and each that
 * goes well lets one more be under way, which doubles them as TCP begins (RFC 5681, slow
 * start). From four on it takes a round of them to let one more (congestion avoidance),
 * because all that is under way when a limit shows is refused.
 */
final class SlowStart {

	private static final int FIRST = 2;

	/**
	 * So many calls of an authentication method in ten seconds, read literally
	 * (learn.microsoft.com, graph/throttling-limits).
	 */
	private static final int VERY_LOW = 5;

	/** From so many on the width grows by one a round. */
	private static final int THRESHOLD = 4;

	private final int widest;

	private int size;

	private int width = 1;

	/** Exchanges that have gone well at this width. */
	private int well;

	private int passed;

	/**
	 * Creates room for one exchange.
	 * @param gently whether the limit may be so low that a full exchange is too much
	 * @param widest the most exchanges at a time
	 */
	SlowStart(boolean gently, int widest) {
		this.widest = widest;
		this.size = gently ? FIRST : JsonBatch.LARGEST;
	}

	/** The most requests in one exchange. */
	int size() {
		return this.size;
	}

	/** The most exchanges at a time. */
	int width() {
		return (this.size < JsonBatch.LARGEST) ? 1 : this.width;
	}

	/** An exchange of so many requests has gone well. */
	void grow(int requests) {
		this.passed = Math.min(this.passed + requests, JsonBatch.LARGEST);
		this.size = (this.passed > VERY_LOW) ? JsonBatch.LARGEST : Math.min(this.size + requests, JsonBatch.LARGEST);
		this.well++;
		if (this.width < THRESHOLD || this.well >= this.width) {
			this.width = Math.min(this.width + 1, this.widest);
			this.well = 0;
		}
	}

	/** An exchange was throttled; the next one goes alone, as large as the pace lets. */
	void shrink() {
		this.size = JsonBatch.LARGEST;
		this.width = 1;
	}

}
