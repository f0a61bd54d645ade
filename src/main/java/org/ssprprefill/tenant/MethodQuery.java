package org.ssprprefill.tenant;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;

/**
 * The question which methods of one family a user has registered.
 *
 * @param user the user
 * @param family phones or e-mail: Graph lists them separately
 */
public record MethodQuery(ObjectId user, Family family) {

	/**
	 * The question that covers a method of a person.
	 * @param user the person
	 * @param kind the method
	 * @return the question for the method's whole family
	 */
	public static MethodQuery about(ObjectId user, MethodKind kind) {
		return new MethodQuery(user, Family.of(kind));
	}

	/** The two lists of methods that Graph keeps per user. */
	public enum Family {

		/** {@code phoneMethods}. */
		PHONE,

		/** {@code emailMethods}. */
		EMAIL;

		/**
		 * The list that holds a kind of method.
		 * @param kind the method
		 * @return its family
		 */
		public static Family of(MethodKind kind) {
			return kind.isPhone() ? PHONE : EMAIL;
		}

	}

}
