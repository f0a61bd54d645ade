package org.ssprprefill.tenant;

import java.util.List;

import org.ssprprefill.message.Message;

/**
 * Why a tenant would not answer.
 *
 * @param question what was asked, in words, for example {@code role assignments}
 * @param cause the kind of obstacle
 * @param permissions any one of these application permissions would open the question;
 * least privileged first
 * @param status the HTTP status
 * @param code Graph's error code, or empty
 */
public record Obstacle(Message question, Cause cause, List<String> permissions, int status, String code) {

	/** The kinds of obstacle. */
	public enum Cause {

		/** 403: the app lacks a permission. */
		PERMISSION_MISSING,

		/** The tenant lacks the licence behind the question (Entra ID P1, P2). */
		LICENCE_MISSING,

		/**
		 * This cloud or service version does not offer the question, or no such object.
		 */
		NOT_OFFERED,

		/** An answer that cannot be true, such as a tenant without any administrator. */
		IMPLAUSIBLE,

		/** Any other refusal. */
		REFUSED

	}

}
