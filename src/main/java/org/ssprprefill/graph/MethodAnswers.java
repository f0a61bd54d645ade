package org.ssprprefill.graph;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.tenant.MethodAnswer;

/** Turns the answer to a list of methods into the program's words. */
final class MethodAnswers {

	private MethodAnswers() {
	}

	/**
	 * Reads an answer.
	 * @param reply the answer
	 * @return nothing where asking again makes sense
	 */
	static Optional<MethodAnswer> of(GraphResponse reply) {
		if (reply.isSuccess() && reply.body().path("value").isArray()) {
			return Optional.of(new MethodAnswer.Registered(methods(reply.body().path("value"))));
		}
		boolean again = reply.isSuccess() || GraphResponse.passes(reply.status()) || reply.status() == 424;
		return again ? Optional.empty() : Optional.of(unread(reply));
	}

	static MethodAnswer unread(GraphResponse reply) {
		return new MethodAnswer.Unread(reply.status(), reply.code());
	}

	private static Map<MethodKind, ContactValue> methods(JsonNode list) {
		Map<MethodKind, ContactValue> methods = new EnumMap<>(MethodKind.class);
		for (JsonNode method : list) {
			kind(method).ifPresent((kind) -> methods.put(kind, ContactValue.held(kind, text(method, kind))));
		}
		return Map.copyOf(methods);
	}

	/** Types of phone that are not known yet are left alone. */
	static Optional<MethodKind> kind(JsonNode method) {
		if (method.path("emailAddress").isString()) {
			return Optional.of(MethodKind.EMAIL);
		}
		String type = method.path("phoneType").asString("");
		return MethodKind.PHONES.stream().filter((kind) -> MethodAddress.phoneType(kind).equals(type)).findFirst();
	}

	/** The value as Graph writes it. */
	static String text(JsonNode method, MethodKind kind) {
		return method.path(kind.isPhone() ? "phoneNumber" : "emailAddress").asString("");
	}

}
