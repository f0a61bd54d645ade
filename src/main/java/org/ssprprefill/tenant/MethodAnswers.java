package org.ssprprefill.tenant;

import java.util.Map;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;

/**
 * The answers to a set of questions.
 *
 * @param byQuery one answer a question
 */
public record MethodAnswers(Map<MethodQuery, MethodAnswer> byQuery) {

	/**
	 * What the tenant said about a person and a method.
	 * @param user the person
	 * @param kind the method
	 * @return the answer to the question that covers the method; unread if it was not
	 * asked
	 */
	public MethodAnswer about(ObjectId user, MethodKind kind) {
		return this.byQuery.getOrDefault(MethodQuery.about(user, kind), new MethodAnswer.Unread(0, ""));
	}

}
