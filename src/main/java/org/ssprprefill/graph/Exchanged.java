package org.ssprprefill.graph;

import java.util.Map;

/**
 * What came of one exchange.
 *
 * @param count how many requests went, the first ones of those that wanted to
 * @param whole the exchange itself
 * @param items by the position of the request; positions without an answer are missing
 */
record Exchanged(int count, Reply whole, Map<Integer, Reply> items) {

	/** Finds the answers to single requests in the answer to all. */
	interface Contents {

		/** By position, of the so many that went; an answer to others is none. */
		Map<Integer, Reply> of(Reply whole, int count);

	}

	/** One request's answer; where there is none, what the exchange itself says. */
	Reply of(int position) {
		Reply own = this.items.get(position);
		if (own != null) {
			return own;
		}
		return this.whole.isSuccess() ? Reply.lost(true, "an item without an answer") : this.whole;
	}

}
