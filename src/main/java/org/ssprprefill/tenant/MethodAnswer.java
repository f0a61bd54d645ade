package org.ssprprefill.tenant;

import java.util.Map;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;

/** The answer to a {@link MethodQuery}. */
public sealed interface MethodAnswer {

	/**
	 * What is registered; an absent kind is not registered.
	 *
	 * @param methods the values by kind
	 */
	record Registered(Map<MethodKind, ContactValue> methods) implements MethodAnswer {
	}

	/**
	 * The list could not be read, after every retry that made sense.
	 *
	 * @param status the HTTP status, 0 where there was no answer
	 * @param code Graph's error code, or empty
	 */
	record Unread(int status, String code) implements MethodAnswer {

		/**
		 * Whether the tenant put the question off for as long as was waited (429). That
		 * says nothing of what is registered, and a later run may ask again.
		 * @return {@code false} where asking again would hear the same
		 */
		public boolean postponed() {
			return this.status == 429;
		}

	}

}
