package org.ssprprefill.message;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message as the ledger keeps it, in a column that held English text before: a JSON
 * array of its code and its arguments, or verbatim text as it is.
 */
public final class StoredMessage {

	private static final String BEGIN = "[\"";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private StoredMessage() {
	}

	/**
	 * Writes a message.
	 * @param message the message
	 * @return what {@link #read} reads
	 */
	public static String write(Message message) {
		String text = message.isVerbatim() ? message.inEnglish() : BEGIN;
		return text.startsWith(BEGIN) ? JSON.writeValueAsString(array(message)) : text;
	}

	/**
	 * Reads a message.
	 * @param text what was written, or text of an older ledger
	 * @return the message; text that is none is said as it is
	 */
	public static Message read(String text) {
		if (!text.startsWith(BEGIN)) {
			return Message.verbatim(text);
		}
		try {
			return message(JSON.readTree(text));
		}
		catch (JacksonException ex) {
			return Message.verbatim(text);
		}
	}

	private static List<Object> array(Message message) {
		List<Object> array = new ArrayList<>(List.of(message.code()));
		message.arguments().forEach((one) -> array.add((one instanceof Message nested) ? array(nested) : one));
		return array;
	}

	private static Message message(JsonNode array) {
		List<Object> arguments = new ArrayList<>();
		array.forEach((node) -> arguments.add(node.isArray() ? message(node)
				: node.isIntegralNumber() ? (Object) node.longValue() : node.asString()));
		return new Message(arguments.remove(0).toString(), arguments);
	}

}
