package org.ssprprefill.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** JSON as plain maps, lists and values. */
final class Json {

	static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	/** An object from alternating names and values, in that order. */
	static Map<String, Object> object(@Nullable Object... pairs) {
		Map<String, Object> object = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			object.put(String.valueOf(pairs[i]), pairs[i + 1]);
		}
		return object;
	}

	static byte[] bytes(Object value) {
		return MAPPER.writeValueAsBytes(value);
	}

	/** A text member of an object; empty if it is missing or something else. */
	static String text(Object object, String name) {
		return (object instanceof Map<?, ?> map && map.get(name) instanceof String text) ? text : "";
	}

}
