package org.ssprprefill.graph;

import java.util.Optional;

import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.ObjectId;

/** Reads object ids; one that cannot be used in a request is as good as none. */
final class Ids {

	private Ids() {
	}

	static Optional<ObjectId> of(JsonNode id) {
		String text = id.asString("");
		return ObjectId.isValid(text) ? Optional.of(new ObjectId(text)) : Optional.empty();
	}

}
