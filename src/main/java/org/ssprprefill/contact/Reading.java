package org.ssprprefill.contact;

import java.util.List;

/**
 * What became of a cell that should hold a contact value.
 *
 * @param <T> the kind of value
 */
public sealed interface Reading<T extends ContactValue> {

	/**
	 * The cell proves this value.
	 *
	 * @param <T> the kind of value
	 * @param value the value
	 */
	record Accepted<T extends ContactValue>(T value) implements Reading<T> {
	}

	/**
	 * The cell does not prove a value that may be registered.
	 *
	 * @param <T> the kind of value
	 * @param problem why not
	 * @param found how many values stand in the cell, where one would have to: 1 unless
	 * there are clearly more
	 * @param codes the country codes that would make a number of the digits, for example
	 * {@code +31}
	 */
	record Refused<T extends ContactValue>(ContactProblem problem, int found,
			List<String> codes) implements Reading<T> {

		/** Keeps its own copy of the codes. */
		public Refused {
			codes = List.copyOf(codes);
		}

		/**
		 * A cell whose digits no country code makes a number.
		 * @param problem why it is refused
		 * @param found how many values stand in the cell
		 */
		public Refused(ContactProblem problem, int found) {
			this(problem, found, List.of());
		}

		/**
		 * A cell that does not hold several values.
		 * @param problem why it is refused
		 */
		public Refused(ContactProblem problem) {
			this(problem, 1);
		}

	}

}
