package org.ssprprefill.contact;

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
	 */
	record Refused<T extends ContactValue>(ContactProblem problem, int found) implements Reading<T> {

		/**
		 * A cell that does not hold several values.
		 * @param problem why it is refused
		 */
		public Refused(ContactProblem problem) {
			this(problem, 1);
		}

	}

}
