package org.ssprprefill.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * Reads Graph's times: up to seven fraction digits, at times without a zone, which then
 * is UTC.
 */
final class Moment {

	private Moment() {
	}

	static Optional<Instant> of(JsonNode time) {
		String text = time.asString("");
		try {
			String zoned = text.matches(".*T[0-9:.]+") ? text + "Z" : text;
			return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(zoned, Instant::from));
		}
		catch (DateTimeException ex) {
			// No time at all; the reader decides what that means
			return Optional.empty();
		}
	}

}
