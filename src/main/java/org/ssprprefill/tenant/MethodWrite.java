package org.ssprprefill.tenant;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;

/**
 * One write of one method of one person.
 *
 * @param user the user
 * @param kind the method
 * @param verb register a new one, change the registered one, or take it away
 * @param value the value to register; where the method is taken away, the value meant
 * @param clientRequestId a new GUID by which Microsoft's support can find the request
 */
public record MethodWrite(ObjectId user, MethodKind kind, Verb verb, ContactValue value, String clientRequestId) {

	/** What to do. */
	public enum Verb {

		/** POST: fails where one is registered. */
		ADD,

		/** PATCH: one request, so that the user keeps a method in between. */
		UPDATE,
		/** DELETE: no value goes with it. */
		REMOVE

	}

}
