package org.ssprprefill.graph;

import java.util.Map;

/**
 * What came of one exchange.
 *
 * @param count how many requests went, the first ones of those that wanted to
 * @param whole the exchange itself
 * @param items by the position of the request; positions without an answer are missing
 */
record BatchResponse(int count, GraphResponse whole, Map<Integer, GraphResponse> items) {

	/** Finds the answers to single requests in the answer to all. */
	interface Contents {

		/** By position, of the so many that went; an answer to others is none. */
		Map<Integer, GraphResponse> of(GraphResponse whole, int count);

	}

	/** One request's answer; where there is none, what the exchange itself says. */
	GraphResponse of(int position) {
		GraphResponse own = this.items.get(position);
		if (own != null) {
			return own;
		}
		return this.whole.isSuccess() ? GraphResponse.lost(true, "an item without an answer") : this.whole;
	}

}
